import Foundation

/// What a file system says of a file without reading it. A file whose stamp is the same is the same file, but for a change that
/// follows another so fast that the clock shows no difference.
package struct FileStamp: Hashable, Sendable, CustomStringConvertible {
    package struct Time: Hashable, Sendable {
        var seconds: Int
        var nanoseconds: Int
    }

    package let size: Int
    /// When the content was changed; programs may set it.
    let modified: Time
    /// When anything about the file was changed; nobody can set it.
    let changed: Time
    let node: UInt64
    let device: UInt64
    let isFolder: Bool

    /// Of a file, or of what a link leads to; nil where there is none.
    package init?(of path: String) {
        var info = stat()
        guard stat(path, &info) == 0 else { return nil }
        self.init(info)
    }

    init?(ofOpen file: Int32) {
        var info = stat()
        guard fstat(file, &info) == 0 else { return nil }
        self.init(info)
    }

    private init(_ info: stat) {
        size = Int(info.st_size)
        #if canImport(Darwin)
            (modified, changed) = (Time(info.st_mtimespec), Time(info.st_ctimespec))
        #else
            (modified, changed) = (Time(info.st_mtim), Time(info.st_ctim))
        #endif
        (node, device) = (UInt64(info.st_ino), UInt64(info.st_dev))
        isFolder = info.st_mode & S_IFMT == S_IFDIR
    }

    /// Of what is not there.
    static let nothing = FileStamp(stat())

    package var description: String { "\(size) \(modified.seconds).\(modified.nanoseconds) \(changed.seconds).\(changed.nanoseconds) \(node)" }

    static var now: Time {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Time(time)
    }

    /// Whether a later change would show: it was changed long enough before `time`. Some file systems count in steps of two seconds.
    func isSettled(at time: Time) -> Bool { max(modified.seconds, changed.seconds) + 2 < time.seconds }
}

extension FileStamp.Time {
    fileprivate init(_ time: timespec) { (seconds, nanoseconds) = (Int(time.tv_sec), Int(time.tv_nsec)) }
}
