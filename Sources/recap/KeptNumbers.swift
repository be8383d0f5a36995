import Cache
import Crypto
import Foundation
import Model

/// What was computed and drawn in the last run, with all that it was made from: where only words between the numbers have changed since, it
/// serves again. It is large, so that no more than the last is kept.
struct KeptNumbers {
    struct Content: Codable {
        var answers: Answers
        var figures: Figures
        /// What was found while planning, computing and drawing.
        var problems: [Problem]
    }

    private let cache: Cache
    /// Which run it is.
    private let key: [String]
    /// All that its outcome rests on, as one hash.
    private let basis: [UInt8]

    /// nil where nothing is kept, or the data can't be read.
    init?(of campaigns: [Campaign], shown: [Campaign], fingerprint: Fingerprint, _ pipeline: Pipeline) {
        let cache = pipeline.settings.cache
        guard cache.keepsAnything, campaigns.contains(where: { !$0.tables.isEmpty }) else { return nil }
        var data: [String] = []
        for folder in Set(campaigns.map { pipeline.settings.dataFolders[$0.original] ?? "\($0.folder)/data" }).sorted() where FileManager.default.fileExists(atPath: folder) {
            guard let snapshot = cache.snapshot(of: folder) else { return nil }
            data += [folder, snapshot.text]
        }
        self.cache = cache
        key = ["numbers"] + pipeline.identity + shown.map(\.id)
        basis = Array(SHA256.hash(data: Array((fingerprint.text + data).map { "\($0.utf8.count) \($0)" }.joined(separator: "\n").utf8)))
    }

    func recall() -> Content? {
        guard let bytes = cache.bytes(key), bytes.starts(with: basis) else { return nil }
        return try? ByteCoder.value(Content.self, from: Array(bytes.dropFirst(basis.count)))
    }

    /// Keeps what would come out again at any time; a text's own place moves with the words before it, and what is found there with it.
    func keep(_ content: Content, of campaigns: [Campaign]) {
        let chapters = Set(campaigns.flatMap { $0.chapters.map(\.file) })
        guard content.answers.isRepeatable, !content.problems.contains(where: { $0.severity == .error || $0.place.map { chapters.contains($0.file) } ?? false }) else { return }
        var content = content
        content.answers.references = [:]
        if let bytes = try? ByteCoder.bytes(of: content) { cache.keep(basis + bytes, key) }
    }
}
