import Foundation
import Model

/// All that the computed numbers and drawings depend on: the files of definitions, the data, each block, and which numbers the prose
/// asks for. Where it is the same, only words have changed, and what was computed still holds.
struct Fingerprint: Hashable {
    private var definitions: [String] = []
    /// By file.
    private var chapters: [String: [String]] = [:]

    /// - Parameter last: an earlier one, when none but these chapters were others.
    /// - Parameter isOfTimes: whether the times of the data files are a part of it.
    init(of campaigns: [Campaign], dataFolders: [String: String], isOfTimes: Bool, since last: (fingerprint: Fingerprint, changed: Set<String>)? = nil) {
        for campaign in campaigns {
            for name in ["campaign.yaml", "tables.yaml", "metrics.yaml", "claims.yaml"] { definitions.append(Self.text("\(campaign.folder)/\(name)")) }
            if isOfTimes { definitions += Self.stamps(dataFolders[campaign.original] ?? "\(campaign.folder)/data") }
            for chapter in campaign.chapters {
                let known = last.flatMap { $0.changed.contains(chapter.file) ? nil : $0.fingerprint.chapters[chapter.file] }
                chapters[chapter.file] = known ?? Self.parts(of: chapter)
            }
        }
    }

    /// All of it, for a key.
    var text: [String] { definitions + chapters.sorted { $0.key < $1.key }.flatMap { ["chapter", $0.key] + $0.value } }

    private static func parts(of chapter: Chapter) -> [String] {
        ["\(chapter.slug) \(chapter.order) \(chapter.draft) \(chapter.title.plainText)"] + blocks(text(chapter.file))
            + chapter.uses.references.map { reference in
                let terms = (reference.slice + reference.shareOf).map { "\($0.dimension.value)=\($0.value.value)" }
                return "\(reference.name.value) \(terms) \(reference.slice.count) \(reference.form.value)"
            }
    }

    private static func text(_ file: String) -> String { FileManager.default.contents(atPath: file).map { String(decoding: $0, as: UTF8.self) } ?? "" }

    /// The fenced blocks of a chapter, fences included.
    private static func blocks(_ text: String) -> [String] {
        var isInside = false
        return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).compactMap { line in
            let isFence = line.drop { $0 == " " || $0 == ">" }.hasPrefix("~~~") || line.drop { $0 == " " || $0 == ">" }.hasPrefix("```")
            defer { if isFence { isInside.toggle() } }
            return isInside || isFence ? String(line) : nil
        }
    }

    private static func stamps(_ folder: String) -> [String] {
        (FileManager.default.subpaths(atPath: folder) ?? []).sorted().map { path in
            let attributes = try? FileManager.default.attributesOfItem(atPath: "\(folder)/\(path)")
            let time = (attributes?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
            return "\(path) \(attributes?[.size] ?? 0) \(time)"
        }
    }
}
