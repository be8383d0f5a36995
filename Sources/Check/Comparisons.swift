import Model

extension Check {
    /// Words that hold a value against its own target or baseline: in `{{availability}}，低于 {{availability | target}}` it must be below.
    @Sendable static func comparisons(_ text: ReviewText, _ campaign: Campaign, _ answers: Answers) -> [Problem] {
        text.sentences.flatMap { sentence in
            var shown = Set<ValueKey>()
            return sentence.references.compactMap { reference, before, _ -> Problem? in
                guard let value = answers.value(of: reference, in: campaign) else { return nil }
                if reference.form.value == .value { shown.insert(value.key) }
                guard shown.contains(value.key), let own = value.value, let other = value.standard(of: reference.form.value), let word = ComparisonWord(endOf: before),
                    word.isMore ? own < other : other < own
                else { return nil }
                let isTarget = reference.form.value == .target
                let text = "the \(isTarget ? "target" : "baseline"), \((isTarget ? value.targetText : value.baselineText) ?? other.plainText)"
                return Problem(.wrongDirection, "'\(word.text)' is said where \(value.text) is \(word.isMore ? "less" : "more") than \(text)", at: reference.place)
            }
        }
    }
}

extension MetricValue {
    /// The one number that a value stands against under a form of reference; nil for a target that is a span, and for a baseline that is
    /// compared by the day.
    fileprivate func standard(of form: Reference.Form) -> Number? {
        switch form {
        case .target: target.flatMap { $0.high == nil ? $0.low : nil }
        case .baseline: comparedPerDay ? nil : baseline
        default: nil
        }
    }
}

/// A word of comparison that a text ends with.
private struct ComparisonWord {
    let text: String
    let isMore: Bool

    private static let more = ["高于", "超过", "超出", "多于", "大于", "above", "over", "more than", "higher than", "exceeding", "exceeds", "exceeded"]
    private static let less = ["低于", "不足", "不到", "少于", "小于", "below", "under", "less than", "lower than", "short of"]
    /// 不低于, not above: the other way round, or nothing at all.
    private static let denials = ["不", "未", "没", "没有", "并未", "并不", "未能", "no ", "not ", "n't ", "never ", "hardly "]

    init?(endOf text: String) {
        var lead = String(text.reversed().drop { " （(".contains($0) }.reversed()).lowercased()
        if lead.hasSuffix(" the") { lead.removeLast(4) }
        let words = (Self.more.map { ($0, true) } + Self.less.map { ($0, false) }).filter { lead.hasSuffix($0.0) }
        guard let (word, isMore) = words.max(by: { $0.0.count < $1.0.count }), !Self.denials.contains(where: lead.dropLast(word.count).hasSuffix) else { return nil }
        if word.first?.isASCII == true, lead.dropLast(word.count).last?.isLetter == true { return nil }
        (self.text, self.isMore) = (word, isMore)
    }
}
