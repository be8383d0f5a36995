import Crypto
import Foundation
import Synchronization

/// SHA-256 of files, remembered by what the file system says of each, as git's index does: 600 MB of data are not read again at each
/// build to see that they are the same.
///
/// A file that was changed less than two seconds before it was read may change again without a trace, so it is read again.
package final class FileHashes: Sendable {
    package struct Hashed: Sendable {
        package let stamp: FileStamp
        package let sha256: String
        /// A change after it was read would show in the stamp.
        let isSettled: Bool
    }

    /// Why a file has no hash.
    package struct Unreadable: Error {
        package let reason: String
    }

    private struct State {
        var isLoaded = false
        var isChanged = false
        var known: [String: Hashed] = [:]
        /// When a file was last asked for, in days since 1970.
        var used: [String: Int] = [:]
    }

    /// Days for which a file that nobody asks for is remembered.
    private static let lifetime = 30
    private static let index = CacheKey(["file hashes"])
    private let store: Store?
    private let state = Mutex(State())

    init(store: Store?) { self.store = store }

    /// Whether the file was ever read, be it with another content.
    package func isKnown(_ path: String) -> Bool {
        load()
        return state.withLock { $0.known[path] != nil }
    }

    /// - Parameter isSure: reads the file again where its stamp alone may deceive.
    package func hash(of path: String, isSure: Bool = false) throws(Unreadable) -> Hashed {
        load()
        let known = state.withLock { $0.known[path] }
        if let known, known.isSettled || !isSure, FileStamp(of: path) == known.stamp {
            markUsed(path)
            return known
        }
        let fresh = try Self.read(path)
        state.withLock { state in
            state.known[path] = fresh
            if fresh.isSettled { state.isChanged = true }
        }
        markUsed(path)
        return fresh
    }

    /// Whether the file's content is still that which it had when it had this stamp.
    package func holds(_ path: String, since stamp: FileStamp, sha256: String) -> Bool {
        guard FileStamp(of: path) == stamp, let now = try? hash(of: path, isSure: true) else { return false }
        return now.stamp == stamp && now.sha256 == sha256
    }

    private func markUsed(_ path: String) {
        let today = FileStamp.now.seconds / 86_400
        state.withLock { state in
            guard state.used[path] != today else { return }
            state.used[path] = today
            if state.known[path]?.isSettled == true { state.isChanged = true }
        }
    }

    private static func read(_ path: String) throws(Unreadable) -> Hashed {
        let start = FileStamp.now
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw Unreadable(reason: String(cString: strerror(errno))) }
        defer { close(file) }
        guard let before = FileStamp(ofOpen: file) else { throw Unreadable(reason: String(cString: strerror(errno))) }
        var hash = SHA256()
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: min(1 << 20, max(1, before.size)), alignment: 16)
        defer { buffer.deallocate() }
        while true {
            let count = Foundation.read(file, buffer.baseAddress, buffer.count)
            if count == 0 { break }
            guard count > 0 else { throw Unreadable(reason: String(cString: strerror(errno))) }
            hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        }
        let isSteady = FileStamp(ofOpen: file) == before
        return Hashed(stamp: before, sha256: Hexadecimal.text(of: hash.finalize()), isSettled: isSteady && before.isSettled(at: start))
    }
}

extension FileHashes {
    private func load() {
        guard let store else { return }
        state.withLock { state in
            guard !state.isLoaded else { return }
            state.isLoaded = true
            guard let bytes = store.read(Self.index) else { return }
            var reader = ByteReader(bytes)
            guard let count = try? reader.integer() else { return }
            state.known.reserveCapacity(count)
            for _ in 0..<count {
                guard let path = try? reader.text(), let used = try? reader.integer(), let stamp = try? FileStamp(&reader), let sha256 = try? reader.text() else { return }
                state.known[path] = Hashed(stamp: stamp, sha256: sha256, isSettled: true)
                state.used[path] = used
            }
        }
    }

    /// Keeps what is known for the next run.
    package func save() {
        guard let store else { return }
        let bytes: [UInt8]? = state.withLock { state in
            guard state.isChanged else { return nil }
            state.isChanged = false
            let oldest = FileStamp.now.seconds / 86_400 - Self.lifetime
            let lasting = state.known.filter { $1.isSettled && state.used[$0] ?? 0 >= oldest }
            var writer = ByteWriter()
            writer.write(lasting.count)
            for (path, hashed) in lasting {
                writer.write(path)
                writer.write(state.used[path] ?? 0)
                hashed.stamp.write(to: &writer)
                writer.write(hashed.sha256)
            }
            return writer.bytes
        }
        if let bytes { store.write(bytes, Self.index) }
    }
}

extension FileStamp {
    fileprivate func write(to writer: inout ByteWriter) {
        for number in [size, modified.seconds, modified.nanoseconds, changed.seconds, changed.nanoseconds, Int(bitPattern: UInt(node)), Int(bitPattern: UInt(device)), isFolder ? 1 : 0] { writer.write(number) }
    }

    fileprivate init(_ reader: inout ByteReader) throws {
        size = try reader.integer()
        modified = Time(seconds: try reader.integer(), nanoseconds: try reader.integer())
        changed = Time(seconds: try reader.integer(), nanoseconds: try reader.integer())
        node = UInt64(UInt(bitPattern: try reader.integer()))
        device = UInt64(UInt(bitPattern: try reader.integer()))
        isFolder = try reader.integer() == 1
    }
}
