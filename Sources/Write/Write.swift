import Foundation
package import Model

/// Puts a site on disk, all of it or nothing.
package enum Write {
    /// Writes the files to a folder beside `folder` and then puts that in its place, so that a reader never meets a
    /// half-written site and a build that is killed leaves the old one.
    /// - Throws: `Problems` where the disk refuses.
    package static func site(_ output: Output, to folder: String) throws(Problems) {
        let target = URL(fileURLWithPath: folder).standardizedFileURL
        let parent = target.deletingLastPathComponent()
        do {
            try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
            try removeLeftovers(of: target)
            let fresh = parent.appendingPathComponent(".\(target.lastPathComponent).recap-\(ProcessInfo.processInfo.processIdentifier)")
            do {
                try write(output, into: fresh)
                try swap(fresh, with: target)
            } catch {
                try? FileManager.default.removeItem(at: fresh)
                throw error
            }
        } catch let problems as Problems {
            throw problems
        } catch {
            throw Problems(Problem(.unwritableFile, "\(folder) could not be written: \(error.localizedDescription)", kind: .file))
        }
    }

    private static func write(_ output: Output, into folder: URL) throws {
        var made = Set<String>()
        for (path, bytes) in output.files {
            let file = folder.appendingPathComponent(path)
            let parent = file.deletingLastPathComponent()
            if made.insert(parent.path).inserted {
                try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
            }
            try Data(bytes).write(to: file)
        }
    }

    /// One step where the file system can; else two renames, between which a reader may for a moment find no site, but
    /// never a mixed one; if the second fails, the first is undone.
    private static func swap(_ fresh: URL, with target: URL) throws {
        guard FileManager.default.fileExists(atPath: target.path) else {
            return try FileManager.default.moveItem(at: fresh, to: target)
        }
        try refuseForeignFolder(target)
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
    private static func refuseForeignFolder(_ target: URL) throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: target.path)
        guard names.isEmpty || names.contains("assets") && names.contains("index.html") else {
            throw Problems(
                Problem(.foreignOutput, "\(target.lastPathComponent) exists and is no site made by Recap; name another --output or remove it", kind: .file))
        }
    }

    /// What a killed build left: its own temporary folder goes; an old site that was moved away and not replaced comes
    /// back.
    private static func removeLeftovers(of target: URL) throws {
        let parent = target.deletingLastPathComponent()
        let prefix = ".\(target.lastPathComponent).recap-"
        for name in try FileManager.default.contentsOfDirectory(atPath: parent.path).sorted() where name.hasPrefix(prefix) {
            let leftover = parent.appendingPathComponent(name)
            if name == prefix + "old", !FileManager.default.fileExists(atPath: target.path) {
                try FileManager.default.moveItem(at: leftover, to: target)
            } else {
                try FileManager.default.removeItem(at: leftover)
            }
        }
    }
}
