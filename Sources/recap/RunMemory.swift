import Cache
import Foundation
import Model

/// Remembers what a run said, so that the same run over the same files says it again without computing.
///
/// The same run: the same program, options and engine, and each file below the folders with the same bytes.
struct RunMemory {
    /// What a run without errors said, and which files it wrote.
    struct Record: Sendable {
        var problems: [Problem]
        /// What was told after them, when pages were made.
        var warnings: [Problem] = []
        var result: String
        /// SHA-256 by path below the output folder, sorted by path.
        var files: [String] = []
    }

    private let cache: Cache
    private let options: [String]
    private let folders: [String]
    private let before: [Snapshot]

    /// nil where runs are not remembered, or a folder can't be read.
    init?(of options: [String], over folders: [String], _ pipeline: Pipeline) {
        let cache = pipeline.settings.cache
        guard cache.keepsAnything, !folders.isEmpty, let before = cache.snapshots(of: folders) else { return nil }
        (self.cache, self.folders, self.before) = (cache, folders, before)
        self.options = options + pipeline.identity + before.map(\.text)
    }

    /// What the same run said before; nil where it must be done.
    func recall() -> Record? {
        defer { cache.files.save() }
        return cache.bytes(options).flatMap(Record.init(bytes:))
    }

    /// Whether a folder holds exactly what the run wrote there.
    func stands(_ record: Record, in folder: String) -> Bool {
        defer { cache.files.save() }
        return cache.snapshot(of: folder)?.entries.filter { !$0.path.hasSuffix("/") }.map { "\($0.path) \($0.sha256)" } == record.files
    }

    /// Where a file has changed while the run read it, nobody knows which content it has read.
    func keep(_ record: Record) {
        guard cache.snapshots(of: folders, isSure: true) == before else { return }
        cache.keep(record.bytes, options)
        cache.files.save()
    }
}

extension Cache {
    fileprivate func snapshots(of folders: [String], isSure: Bool = false) -> [Snapshot]? {
        let all = folders.compactMap { snapshot(of: $0, isSure: isSure) }
        return all.count == folders.count ? all : nil
    }
}

extension RunMemory.Record {
    /// - Parameter files: SHA-256 by path.
    init(problems: [Problem], warnings: [Problem], result: String, files: [String: String]) {
        let files = files.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { "\($0.key) \($0.value)" }
        self.init(problems: problems, warnings: warnings, result: result, files: files)
    }

    var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.write(problems)
        writer.write(warnings)
        writer.write(result)
        writer.write(files)
        return writer.bytes
    }

    init?(bytes: [UInt8]) {
        var reader = ByteReader(bytes)
        guard let problems = try? reader.problems(), let warnings = try? reader.problems(), let result = try? reader.text(), let files = try? reader.texts(), reader.isAtEnd else { return nil }
        self.init(problems: problems, warnings: warnings, result: result, files: files)
    }
}
