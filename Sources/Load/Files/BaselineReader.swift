import Model

/// `baseline:` of a campaign or a metric.
enum BaselineReader {
    /// - Parameter unit: the metric's; nil for a campaign, which can't have a literal baseline.
    static func read(_ value: YAMLValue, unit: Unit?) -> Baseline? {
        guard let keys = YAMLMapping(value, "a baseline {period: …}, {campaign: …} or {value: …, source: …}") else { return nil }
        let period = keys.optional("period")?.located(), campaign = keys.optional("campaign")?.located()
        let compare = keys.optional("compare")?.word("comparison", Comparison.self)?.value
        let literal = unit == nil ? nil : keys.optional("value")
        let source = unit == nil ? nil : keys.optional("source")?.string()
        keys.refuseUnknownKeys(in: "a baseline")
        switch (period, campaign, literal) {
        case (let period?, nil, nil): return .period(period, compare: compare)
        case (nil, let campaign?, nil): return .campaign(campaign, compare: compare)
        case (nil, nil, let literal?):
            guard let unit, let number = TypedValue.read(literal, unit: unit) else { return nil }
            guard let source else {
                keys.problems.add(.badValue, "a baseline from outside needs `source:`, where it comes from", at: keys.place)
                return nil
            }
            return .literal(number, source: source)
        default:
            keys.problems.add(.badValue, "a baseline is one of {period: …}, {campaign: …} or {value: …, source: …}", at: keys.place)
            return nil
        }
    }
}

/// A number typed in a metric's unit: `4%`, `9.83 亿`, `900000000`.
enum TypedValue {
    static func read(_ value: YAMLValue, unit: Unit) -> Number? {
        guard let text = value.scalar else { return value.expected("a number") }
        guard let typed = TypedNumber(text) else {
            value.problems.add(.badValue, "'\(text)' is no number", at: value.textPlace)
            return nil
        }
        if unit == .percent, typed.measure == nil, typed.value > 1 {
            value.problems.add(.badValue, "'\(text)' of a rate is more than the whole; write \(text)% or a fraction", at: value.textPlace)
            return nil
        }
        return .exact(typed.stored)
    }
}

/// `unit:`, a word or `{count: noun}`.
enum UnitReader {
    static func read(_ value: YAMLValue) -> Unit? {
        if let pairs = value.pairs {
            guard pairs.count == 1, pairs[0].key.scalar == "count", let noun = pairs[0].value.string() else {
                return value.expected("a unit like money, percent or {count: 单}")
            }
            return .count(noun: noun)
        }
        return value.word("unit", among: Unit.names)?.value
    }
}
