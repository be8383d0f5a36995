import Foundation

/// Notices changes of files by their size, time and number; by asking, which every file system answers.
struct FileWatch {
    private let folders: [String]
    private var last: [String: Stamp] = [:]

    private struct Stamp: Hashable {
        var size: Int64
        var seconds: Int
        var nanoseconds: Int
        var node: UInt64
    }

    init(_ folders: [String]) {
        self.folders = folders
        last = stamps()
    }

    /// The files that changed, came or went since it was last asked.
    mutating func changes() -> [String] {
        let now = stamps()
        defer { last = now }
        return Set(now.keys).union(last.keys).filter { now[$0] != last[$0] }.sorted()
    }

    private func stamps() -> [String: Stamp] {
        var stamps: [String: Stamp] = [:]
        var open = folders
        while let folder = open.popLast() {
            guard let directory = opendir(folder) else { continue }
            defer { closedir(directory) }
            while let entry = readdir(directory) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                    pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                }
                // Hidden files are editors' own.
                if name.hasPrefix(".") || name.hasSuffix("~") { continue }
                let path = "\(folder)/\(name)"
                var info = stat()
                guard stat(path, &info) == 0 else { continue }
                if info.st_mode & S_IFMT == S_IFDIR { open.append(path); continue }
                #if canImport(Darwin)
                    let time = info.st_mtimespec
                #else
                    let time = info.st_mtim
                #endif
                stamps[path] = Stamp(size: Int64(info.st_size), seconds: Int(time.tv_sec), nanoseconds: Int(time.tv_nsec), node: UInt64(info.st_ino))
            }
        }
        return stamps
    }
}
