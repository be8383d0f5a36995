/// Divides a whole into integer parts and fits many-way tables to their margins.
enum Spread {
    /// Integers in proportion to the weights that add up to the total exactly: the largest-remainder method.
    static func integers(_ weights: [Double], total: Int) -> [Int] {
        let sum = weights.reduce(0, +)
        guard sum > 0 else { return weights.map { _ in 0 } }
        let exact = weights.map { $0 / sum * Double(total) }
        var parts = exact.map { Int($0.rounded(.down)) }
        let order = exact.indices.sorted {
            let a = exact[$0] - Double(parts[$0])
            let b = exact[$1] - Double(parts[$1])
            return a == b ? $0 < $1 : a > b
        }
        let missing = total - parts.reduce(0, +)
        for index in order.prefix(max(0, missing)) { parts[index] += 1 }
        return parts
    }

    /// Rounds group by group, so that each group's sum stays within a half of what it was.
    static func integers(_ values: [Double], groups: [Int]) -> [Int] {
        var members: [Int: [Int]] = [:]
        for (index, group) in groups.enumerated() { members[group, default: []].append(index) }
        var result = [Int](repeating: 0, count: values.count)
        for group in members.keys.sorted() {
            let indices = members[group] ?? []
            let own = indices.map { values[$0] }
            let parts = integers(own, total: Int(own.reduce(0, +).rounded()))
            for (index, part) in zip(indices, parts) { result[index] = part }
        }
        return result
    }

    /// One way of grouping a table's cells, and what each group must add up to; nil leaves a group free.
    struct Margin {
        var group: [Int]
        var totals: [Double?]
    }

    /// Iterative proportional fitting: scales the cells until every margin holds.
    static func fit(_ values: inout [Double], to margins: [Margin], rounds: Int = 40) {
        for _ in 0..<rounds {
            for margin in margins {
                var sums = [Double](repeating: 0, count: margin.totals.count)
                for (index, group) in margin.group.enumerated() { sums[group] += values[index] }
                let factors = zip(margin.totals, sums).map { total, sum in
                    total.map { sum > 0 ? $0 / sum : 1 } ?? 1
                }
                for (index, group) in margin.group.enumerated() { values[index] *= factors[group] }
            }
        }
    }
}
