import Foundation

/// Where the `duckdb` program may be.
enum DuckDBProgram {
    /// The one on the PATH, then the one that `make engine` installs below the working directory.
    static func candidates() -> [String] {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        let onPath = path.split(separator: ":").map { "\($0)/duckdb" }
        let here = FileManager.default.currentDirectoryPath
        return (onPath + ["\(here)/.recap/bin/duckdb"]).filter { FileManager.default.isExecutableFile(atPath: $0) }
    }
}
