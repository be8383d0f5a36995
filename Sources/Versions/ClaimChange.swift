import Model

/// What became of a number that somebody typed.
package struct ClaimChange: Sendable, Encodable {
    package struct State: Hashable, Sendable, Encodable {
        package var typed: String
        package var computed: String
        package var holds: Bool
    }

    package var chapter: String
    /// The chapter's; nil for a claim of the summary.
    package var title: String?
    /// What it is a claim about: `sales channel=web | change`.
    package var about: String
    package var before: State?
    package var after: State?

    /// Claims are told apart by chapter, by what they are about, and by which one of several it is.
    static func all(from old: Version, to new: Version) -> [ClaimChange] {
        let before = old.claims, after = new.claims
        return Set(before.keys).union(after.keys).sorted().compactMap { key in
            guard before[key] != after[key] else { return nil }
            return ClaimChange(chapter: key.chapter, title: new.title(of: key.chapter) ?? old.title(of: key.chapter), about: key.about, before: before[key], after: after[key])
        }
    }
}

private struct ClaimKey: Hashable, Comparable {
    var chapter: String, about: String, number: Int

    static func < (a: ClaimKey, b: ClaimKey) -> Bool { (a.chapter, a.about, a.number) < (b.chapter, b.about, b.number) }
}

extension Version {
    fileprivate func title(of chapter: String) -> String? { campaign.chapters.first { $0.slug == chapter }?.title.plainText }

    fileprivate var claims: [ClaimKey: ClaimChange.State] {
        var summary = ContentUses()
        summary.add(campaign.summary)
        var all: [ClaimKey: ClaimChange.State] = [:]
        for (chapter, references) in [("", summary.references)] + campaign.chapters.map({ ($0.slug, $0.uses.references) }) {
            var count: [String: Int] = [:]
            for reference in references {
                guard let claim = reference.claim else { continue }
                count[reference.key, default: 0] += 1
                let key = ClaimKey(chapter: chapter, about: reference.key, number: count[reference.key, default: 0])
                let computed = answers.answer(to: reference, in: campaign)?.text ?? NumberFormat.missing
                let isWrong = problems.contains { $0.severity == .error && $0.place.map { $0 == claim.place || $0 == reference.place } ?? false }
                all[key] = ClaimChange.State(typed: claim.value, computed: computed, holds: !isWrong)
            }
        }
        return all
    }
}
