import Model

/// Two editions of a campaign say the same: the same chapters, the same blocks. Their numbers are one anyway.
enum Editions {
    static func compare(_ edition: Campaign, with original: Campaign, _ problems: ProblemList) {
        let language = edition.language.rawValue
        for chapter in original.chapters {
            guard let other = edition.chapters.first(where: { $0.slug == chapter.slug }) else {
                problems.add(.unequalEditions, "the chapter '\(chapter.slug)' is missing in \(language); write it in chapters/\(language)/", at: chapter.place)
                continue
            }
            let ids = chapter.blockIDs, others = other.blockIDs
            for id in ids where !others.contains(id) {
                problems.add(.unequalEditions, "the block '\(id)' of \(chapter.file) is missing here", at: other.place)
            }
            for id in others where !ids.contains(id) {
                problems.add(.unequalEditions, "the block '\(id)' is not in \(chapter.file)", at: other.place)
            }
        }
        for chapter in edition.chapters where !original.chapters.contains(where: { $0.slug == chapter.slug }) {
            problems.add(.unequalEditions, "there is no chapter '\(chapter.slug)' in \(original.language.rawValue)", at: chapter.place)
        }
    }
}

extension Chapter {
    fileprivate var blockIDs: [String] {
        let uses = uses
        return uses.charts.map(\.id) + uses.tables.map(\.id) + uses.analyses.map(\.id) + uses.queries.map(\.id)
    }
}
