import Model

extension Check {
    /// Words of rank beside a slice's value: 最高的是微信，{{roas channel=wechat}} must be the highest of all channels.
    @Sendable static func ranks(_ text: ReviewText, _ campaign: Campaign, _ answers: Answers) -> [Problem] {
        text.sentences.flatMap(\.references).compactMap { reference, before, after in
            guard reference.form.value == .value, let value = answers.value(of: reference, in: campaign), let number = value.value, !value.peers.isEmpty,
                let rank = Rank(before: before, after: after)
            else { return nil }
            // Of several terms, one is what the word speaks of.
            let extremes = value.peers.map { (dimension: $0.dimension, extreme: rank.isHighest ? $0.highest : $0.lowest) }
            guard !extremes.contains(where: { $0.extreme.value == number }), let first = extremes.first else { return nil }
            return Problem(
                .wrongRank, "'\(rank.text)' is said of \(value.text), but of all \(first.dimension) it is '\(first.extreme.name)' with \(first.extreme.text)", at: reference.place)
        }
    }
}

/// A word of rank right before or behind a number.
private struct Rank {
    let text: String
    let isHighest: Bool

    nonisolated(unsafe) private static let leading = /(?:^|[^不非次未])(最高|最大|最多|最长|居首|最低|最小|最少|最短)(?:的(?:是)?[^，。、；：,.;:一二两三四五六七八九十\d几和与]{0,10})?[，,]?\s*(?:为|达到|达|是|有|只有|仅|约|也只有)?\s*[（(]?$/
    nonisolated(unsafe) private static let trailing = /^[）)]?\s*[，,]?\s*(?:为|是|居)?(?:所有|全部|各)[^，。；,.;]{0,6}?(?:中|里|之)?(?:的)?(最高|最大|最多|最低|最小|最少)/
    nonisolated(unsafe) private static let leadingLatin = /\b(highest|largest|biggest|most|longest|lowest|smallest|least|fewest|shortest)(?:\s(?:was|is|at|of all|by far|(?:is|was) (?:that of |in |on |the )?[a-z]+))?,?\s*(?:at\s|with\s|was\s|is\s)?[(]?$/
    nonisolated(unsafe) private static let trailingLatin = /^[)]?,?\s(?:is\s|was\s)?the\s(highest|largest|biggest|most|lowest|smallest|least|fewest)\s(?:of|among)\s(?:all|any|the)\b/
    private static let low = ["最低", "最小", "最少", "最短", "lowest", "smallest", "least", "fewest", "shortest"]

    init?(before: String, after: String) {
        let lead = String(before.suffix(40)), tail = String(after.prefix(40))
        let word = lead.firstMatch(of: Self.leading).map { $0.output.1 } ?? lead.lowercased().firstMatch(of: Self.leadingLatin).map { $0.output.1 }
            ?? tail.firstMatch(of: Self.trailing).map { $0.output.1 } ?? tail.lowercased().firstMatch(of: Self.trailingLatin).map { $0.output.1 }
        guard let word else { return nil }
        text = String(word)
        isHighest = !Self.low.contains(text)
    }
}
