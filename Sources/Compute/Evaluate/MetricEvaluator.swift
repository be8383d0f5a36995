import Model

/// Reads metrics out of the cubes: ratios as ratios of sums, formulas and rollups over the same rows.
struct MetricEvaluator: MetricReader {
    typealias Rows = [[Scalar]: Number?]

    let campaigns: [String: Campaign]
    let cubes: Cubes

    func rows(of use: MetricUse) -> [(key: [Scalar], value: Number?)] {
        table(of: use).map { (key: $0.key, value: $0.value) }.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    }

    /// The one number of a use without dimensions.
    func total(of use: MetricUse) -> Number? { table(of: use)[[]] ?? nil }

    func value(of key: ValueKey) -> MetricValue? {
        campaigns[key.campaign].map { Values(evaluator: self, campaign: $0).value(key) }
    }

    func label(of value: Scalar, dimension: String, metric: String, campaign id: String) -> String {
        guard let campaign = campaigns[id] else { return value.text }
        let format = NumberFormat(language: campaign.language, currency: campaign.currency)
        return DimensionLabels(
            campaign: campaign, name: dimension, metrics: [metric], format: format, words: .of(campaign.language)
        ).text(of: value)
    }

    /// The rows as a dictionary from the dimensions' values, in the use's order.
    func table(of use: MetricUse) -> Rows {
        guard let campaign = campaigns[use.campaign] else { return [:] }
        if use.metric == Campaign.daysMetric { return [:] }
        guard let metric = campaign.metrics[use.metric] else { return [:] }
        switch metric.kind {
        case .measure:
            return measured(use, campaign)
        case .ratio(let numerator, let denominator):
            return combined(use, campaign, [numerator.value, denominator.value]) { $0[0] / $0[1] }
        case .formula(let formula):
            let names = formula.metrics.map(\.value)
            return combined(use, campaign, names) { values in
                var index = 0
                return Self.value(of: formula, values, &index)
            }
        case .rollup(let take, let inner, let by):
            return rolledUp(campaign.part(inner.value, of: use), take, by.value)
        case .shows, .notSet: return [:]
        }
    }

    private func combined(
        _ use: MetricUse, _ campaign: Campaign, _ names: [String], _ combine: ([Number]) -> Number?
    ) -> Rows {
        let parts = names.map { name in
            name == Campaign.daysMetric ? nil : table(of: campaign.part(name, of: use))
        }
        let keys = Set(parts.flatMap { $0.map { Array($0.keys) } ?? [] })
        let length = DayCount(campaign: campaign, use: use)
        var rows: Rows = [:]
        for key in keys.isEmpty && use.dimensions.isEmpty ? [[]] : keys {
            let values = parts.map { $0 == nil ? length.days(for: key) : ($0?[key] ?? nil) }
            let known = values.compactMap { $0 }
            rows[key] = .some(known.count == values.count ? combine(known) : nil)
        }
        return rows
    }

    private static func value(of formula: Formula, _ values: [Number], _ index: inout Int) -> Number? {
        switch formula {
        case .metric:
            index += 1
            return values[index - 1]
        case .number(let number): return number
        case .negate(let inner):
            return value(of: inner, values, &index).flatMap { Number(0) - $0 }
        case .add(let a, let b): return both(a, b, values, &index) { $0 + $1 }
        case .subtract(let a, let b): return both(a, b, values, &index) { $0 - $1 }
        case .multiply(let a, let b): return both(a, b, values, &index) { $0 * $1 }
        case .divide(let a, let b): return both(a, b, values, &index) { $0 / $1 }
        }
    }

    private static func both(
        _ a: Formula, _ b: Formula, _ values: [Number], _ index: inout Int, _ operation: (Number, Number) -> Number?
    ) -> Number? {
        let left = value(of: a, values, &index), right = value(of: b, values, &index)
        guard let left, let right else { return nil }
        return operation(left, right)
    }

    /// - Parameter use: of the metric that is rolled up.
    private func rolledUp(_ use: MetricUse, _ take: Rollup, _ by: String) -> Rows {
        var finer = use
        finer.dimensions = use.dimensions + [by]
        var groups: [[Scalar]: [(Scalar, Number)]] = [:]
        for (key, value) in rows(of: finer) {
            guard let value, let last = key.last, last != .missing else { continue }
            groups[Array(key.dropLast()), default: []].append((last, value))
        }
        return groups.mapValues { take.value(of: $0.map(\.1)) }
    }
}

extension Rollup {
    /// - Parameter numbers: in the order of the dimension's values.
    func value(of numbers: [Number]) -> Number? {
        switch self {
        case .max: return numbers.max()
        case .min: return numbers.min()
        case .first: return numbers.first
        case .last: return numbers.last
        case .mean:
            let sum = numbers.reduce(Number(0) as Number?) { total, next in total.flatMap { $0 + next } }
            return sum.flatMap { $0 / Number(numbers.count) }
        case .median:
            let sorted = numbers.sorted()
            guard !sorted.isEmpty else { return nil }
            let middle = sorted.count / 2
            if sorted.count % 2 == 1 { return sorted[middle] }
            return (sorted[middle - 1] + sorted[middle]).flatMap { $0 / Number(2) }
        }
    }
}
