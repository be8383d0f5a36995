public import Model

/// A site before its files are written: what files there are, and how each comes about. A server asks for one at a time, a build for all.
public struct SitePlan: Sendable {
    struct File: Sendable {
        var path: String
        var bytes: @Sendable () -> [UInt8]
    }

    private(set) var files: [File] = []
    private var index: [String: Int] = [:]
    /// What is no reason to stop.
    public internal(set) var warnings: [Problem] = []

    mutating func add(_ path: String, _ bytes: @escaping @Sendable () -> [UInt8]) {
        index[path] = files.count
        files.append(File(path: path, bytes: bytes))
    }

    mutating func add(_ path: String, text: @escaping @Sendable () -> String) { add(path) { Array(text().utf8) } }

    mutating func add(_ other: SitePlan) {
        for file in other.files { add(file.path, file.bytes) }
        warnings += other.warnings
    }

    public var paths: [String] { files.map(\.path) }
    /// One file's bytes; nil where the site has no such file.
    public func bytes(_ path: String) -> [UInt8]? { index[path].map { files[$0].bytes() } }

    /// Makes each file and hands it over, side by side, since they do not know of each other; `body` may be called from several threads.
    public func forEach(jobs: Int, _ body: @Sendable (_ path: String, _ bytes: [UInt8]) -> Void) {
        let all = files
        _ = parallelMap(all.count, jobs: jobs) { body(all[$0].path, all[$0].bytes()) }
    }

    /// All files.
    public func output(jobs: Int) -> Output {
        let all = files
        let bytes = parallelMap(all.count, jobs: jobs) { all[$0].bytes() }
        var output = Output()
        for (file, bytes) in zip(all, bytes) { output.files[file.path] = bytes }
        return output
    }
}
