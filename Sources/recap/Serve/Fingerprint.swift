import Foundation
import Model

/// All that the computed numbers and drawings depend on: the files of definitions, the data, each block, and which numbers the prose
/// asks for. Where it is the same, only words have changed, and what was computed still holds.
struct Fingerprint: Hashable {
    private var parts: [String] = []

    init(of campaigns: [Campaign], dataFolders: [String: String]) {
        for campaign in campaigns {
            for name in ["campaign.yaml", "tables.yaml", "metrics.yaml"] { parts.append(Self.text("\(campaign.folder)/\(name)")) }
            parts += Self.stamps(dataFolders[campaign.original] ?? "\(campaign.folder)/data")
            for chapter in campaign.chapters {
                parts.append("\(chapter.file) \(chapter.slug) \(chapter.order) \(chapter.draft) \(chapter.title.plainText)")
                parts += Self.blocks(Self.text(chapter.file))
            }
            parts += campaign.uses.references.map { reference in
                let terms = (reference.slice + reference.shareOf).map { "\($0.dimension.value)=\($0.value.value)" }
                return "\(reference.name.value) \(terms) \(reference.slice.count) \(reference.form.value)"
            }
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
