import Model

/// Puts rows in the order in which people look for them, and cuts them to a limit.
struct RowOrder {
    let labels: [DimensionLabels]
    let request: RowSets.Request
    let evaluator: MetricEvaluator
    let campaign: Campaign

    struct Cut {
        var kept: [[Scalar]]
        var dropped: [[Scalar]]
    }

    /// By the dimensions' own order where they have one, else by size, the first dimension's totals first; `name` sorts
    /// by label. Ties and all else by value, so that the order never depends on chance.
    func sorted(_ keys: [[Scalar]], by values: MetricEvaluator.Rows) -> [[Scalar]] {
        let ranks = labels.indices.map { self.ranks(of: $0, in: keys, values) }
        return keys.sorted { left, right in
            for index in labels.indices {
                let a = ranks[index][left[index]] ?? 0, b = ranks[index][right[index]] ?? 0
                if a != b { return a < b }
            }
            return left.lexicographicallyPrecedes(right)
        }
    }

    private func ranks(of index: Int, in keys: [[Scalar]], _ values: MetricEvaluator.Rows) -> [Scalar: Int] {
        let label = labels[index]
        let distinct = Array(Set(keys.map { $0[index] })).sorted()
        let byValue = request.order == .value || (request.order == .auto && !label.isOrdered)
        let ordered: [Scalar]
        if request.order == .name {
            ordered = distinct.sorted { (label.text(of: $0), $0.text) < (label.text(of: $1), $1.text) }
        } else if byValue {
            let totals = totals(of: index, values)
            ordered = distinct.enumerated().sorted { a, b in
                let x = totals[a.element] ?? -.infinity, y = totals[b.element] ?? -.infinity
                return x != y ? x > y : a.offset < b.offset
            }.map(\.element)
        } else {
            ordered = distinct.enumerated().sorted { a, b in
                (label.rank(of: a.element) ?? Int.max, a.offset) < (label.rank(of: b.element) ?? Int.max, b.offset)
            }.map(\.element)
        }
        return Dictionary(uniqueKeysWithValues: ordered.enumerated().map { ($1, $0) })
    }

    /// What each value of a dimension amounts to by itself: a ratio's own ratio, not the sum of its cells.
    private func totals(of index: Int, _ values: MetricEvaluator.Rows) -> [Scalar: Double] {
        guard let metric = request.metrics.first else { return [:] }
        if labels.count == 1 {
            return Dictionary(values.compactMap { key, value in value.map { (key[0], $0.double) } }, uniquingKeysWith: max)
        }
        let use = MetricUse(
            campaign: campaign.id, metric: metric, dimensions: [request.dimensions[index]], slice: request.slice)
        return Dictionary(
            evaluator.table(of: use).compactMap { key, value in value.map { (key[0], $0.double) } }, uniquingKeysWith: max)
    }

    /// Keeps the first so many values of the first dimension.
    func cut(_ keys: [[Scalar]]) -> Cut {
        guard let limit = request.limit else { return Cut(kept: keys, dropped: []) }
        var seen: [Scalar] = []
        for key in keys where !seen.contains(key[0]) { seen.append(key[0]) }
        let kept = Set(seen.prefix(limit))
        return Cut(kept: keys.filter { kept.contains($0[0]) }, dropped: keys.filter { !kept.contains($0[0]) })
    }
}
