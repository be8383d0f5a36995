import Crypto
import Foundation
import Synchronization

/// Entries in a folder, one file each, by the hash of what they were made from.
///
/// An entry is written beside its place and renamed, so that two builds at once never read half of one. Its header carries the
/// format's version and its content's checksum: one that is cut off, damaged or of another version counts as missing.
final class Store: Sendable {
    private static let magic = Array("recap-cache-1\n".utf8)
    private static let headerLength = magic.count + 32
    private static let day = 86_400
    /// Days after which an entry that nobody asked for goes.
    private static let lifetime = 30

    private let folder: String
    private let state = Mutex(State())

    private struct State {
        var isReady = false
        var failure: String?
    }

    init(folder: String) { self.folder = folder }

    var failure: String? { state.withLock { $0.failure } }

    func read(_ key: CacheKey) -> [UInt8]? {
        let path = self.path(key)
        guard let stamp = FileStamp(of: path), let bytes = FileBytes.read(path), bytes.count >= Self.headerLength, bytes.starts(with: Self.magic)
        else { return nil }
        let content = bytes[Self.headerLength...]
        guard SHA256.hash(data: content).elementsEqual(bytes[Self.magic.count..<Self.headerLength]) else { return nil }
        // The time of an entry's file says when it was last of use; a day is near enough.
        if stamp.modified.seconds < FileStamp.now.seconds - Self.day { utimensat(AT_FDCWD, path, nil, 0) }
        return Array(content)
    }

    /// A disk that is full or may not be written to keeps nothing, and no build fails for it.
    func write(_ content: [UInt8], _ key: CacheKey) {
        prepare()
        if let reason = FileBytes.replace(path(key), with: Self.magic + SHA256.hash(data: content) + content, in: folder) {
            state.withLock { $0.failure = $0.failure ?? reason }
        }
    }

    private func path(_ key: CacheKey) -> String { "\(folder)/\(key.name)" }

    /// Makes the folder, which version control shall pass over, and once a day removes what nobody uses.
    private func prepare() {
        let isFirst = state.withLock { state in
            defer { state.isReady = true }
            return !state.isReady
        }
        guard isFirst else { return }
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let marker = "\(folder)/.gitignore", now = FileStamp.now.seconds
        if let marked = FileStamp(of: marker), marked.modified.seconds > now - Self.day { return }
        _ = FileBytes.replace(marker, with: Array("*\n".utf8), in: folder)
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
            let path = "\(folder)/\(name)"
            if let stamp = FileStamp(of: path), stamp.modified.seconds < now - Self.lifetime * Self.day { unlink(path) }
        }
    }
}
