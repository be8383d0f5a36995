import Foundation
package import Model
import Synchronization

/// Puts a site on disk, all of it or nothing: its files go to a folder beside the old site and take its place at the end, so that a reader
/// never meets a half-written site and a build that is killed leaves the old one.
///
/// Files may be written from several threads.
package final class SiteWriter: Sendable {
    private let target: URL
    private let fresh: URL
    private let made = Mutex(Set<Substring>())

    /// - Throws: `Problems` where the disk refuses.
    package init(to folder: String) throws(Problems) {
        target = URL(fileURLWithPath: folder).standardizedFileURL
        let parent = target.deletingLastPathComponent()
        fresh = parent.appendingPathComponent(".\(target.lastPathComponent).recap-\(ProcessInfo.processInfo.processIdentifier)")
        try SiteWriter.reported(folder) {
            try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
            try removeLeftovers()
            try FileManager.default.createDirectory(at: fresh, withIntermediateDirectories: true)
        }
    }

    /// Writes one file.
    ///
    /// Foundation asks the disk after each whether it has arrived, which takes longer than all the rest. A site that is not whole is never put
    /// in its place, so that nobody needs to know.
    /// - Throws: `Problems` where the disk refuses.
    package func write(_ bytes: [UInt8], to path: String) throws(Problems) {
        try SiteWriter.reported(target.lastPathComponent) {
            try makeFolder(of: path)
            let file = open("\(fresh.path)/\(path)", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
            guard file >= 0 else { throw SystemFailure.last }
            do {
                try write(bytes, to: file)
            } catch {
                close(file)
                throw error
            }
            guard close(file) == 0 else { throw SystemFailure.last }
        }
    }

    /// Puts the site in its place.
    /// - Throws: `Problems` where the disk refuses, or where something else than a site stands there.
    package func finish() throws(Problems) {
        do {
            try SiteWriter.reported(target.lastPathComponent) { try swap() }
        } catch {
            discard()
            throw error
        }
    }

    /// Leaves the old site as it is.
    package func discard() { try? FileManager.default.removeItem(at: fresh) }

    private func write(_ bytes: [UInt8], to file: Int32) throws {
        try bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                let count = Foundation.write(file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { throw SystemFailure.last }
                rest = rest.dropFirst(count)
            }
        }
    }

    private func makeFolder(of path: String) throws {
        guard let end = path.lastIndex(of: "/") else { return }
        let parent = path[..<end]
        guard !made.withLock({ $0.contains(parent) }) else { return }
        try FileManager.default.createDirectory(atPath: "\(fresh.path)/\(parent)", withIntermediateDirectories: true)
        made.withLock { _ = $0.insert(parent) }
    }

    private static func reported(_ folder: String, _ body: () throws -> Void) throws(Problems) {
        do {
            try body()
        } catch let problems as Problems {
            throw problems
        } catch {
            throw Problems(Problem(.unwritableFile, "\(folder) could not be written: \(error.localizedDescription)", kind: .file))
        }
    }
}

/// What the system says of a call that failed.
private struct SystemFailure: LocalizedError {
    var errorDescription: String?

    static var last: SystemFailure { SystemFailure(errorDescription: String(cString: strerror(errno))) }
}

extension SiteWriter {
    /// One step where the file system can; else two renames, between which a reader may for a moment find no site, but
    /// never a mixed one; if the second fails, the first is undone.
    private func swap() throws {
        guard FileManager.default.fileExists(atPath: target.path) else {
            return try FileManager.default.moveItem(at: fresh, to: target)
        }
        try refuseForeignFolder()
        if exchange(fresh, target) { return try FileManager.default.removeItem(at: fresh) }
        let old = target.deletingLastPathComponent().appendingPathComponent(".\(target.lastPathComponent).recap-old")
        try FileManager.default.moveItem(at: target, to: old)
        do {
            try FileManager.default.moveItem(at: fresh, to: target)
        } catch {
            try FileManager.default.moveItem(at: old, to: target)
            throw error
        }
        try FileManager.default.removeItem(at: old)
    }

    /// A folder that holds something else than a site of ours is not thrown away by a slip of the keyboard.
    private func refuseForeignFolder() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: target.path)
        guard names.isEmpty || names.contains("assets") && names.contains("index.html") else {
            throw Problems(
                Problem(.foreignOutput, "\(target.lastPathComponent) exists and is no site made by Recap; name another --output or remove it", kind: .file))
        }
    }

    /// What a killed build left: its temporary folder goes; an old site that was moved away and not replaced comes back. That of a build
    /// which is still at work stays.
    private func removeLeftovers() throws {
        let parent = target.deletingLastPathComponent()
        let prefix = ".\(target.lastPathComponent).recap-"
        for name in try FileManager.default.contentsOfDirectory(atPath: parent.path).sorted() where name.hasPrefix(prefix) {
            let leftover = parent.appendingPathComponent(name)
            if name == prefix + "old", !FileManager.default.fileExists(atPath: target.path) {
                try FileManager.default.moveItem(at: leftover, to: target)
            } else if !SiteWriter.isAtWork(name.dropFirst(prefix.count)) {
                try FileManager.default.removeItem(at: leftover)
            }
        }
    }

    /// Whether a process of this number runs, be it somebody else's; not this one, whose number an earlier build may have had.
    private static func isAtWork(_ number: Substring) -> Bool {
        guard let process = Int32(number), process != ProcessInfo.processInfo.processIdentifier else { return false }
        return kill(process, 0) == 0 || errno == EPERM
    }
}
