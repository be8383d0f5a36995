/// How unequally a whole is divided.
public enum Concentration {
    /// 0: all alike; towards 1: one has all. Half the mean difference of all pairs, relative to the mean.
    public static func gini(_ values: [Double]) -> Double? {
        let sorted = values.sorted(), total = sorted.reduce(0, +), n = Double(sorted.count)
        guard total > 0, total.isFinite, sorted.allSatisfy({ $0 >= 0 }) else { return nil }
        let weighted = sorted.enumerated().reduce(0) { $0 + Double($1.offset + 1) * $1.element }
        return 2 * weighted / (n * total) - (n + 1) / n
    }

    /// The sum of squared shares (Herfindahl and Hirschman): 1 ÷ n for equal parts, 1 for one alone.
    public static func herfindahl(_ values: [Double]) -> Double? {
        let total = values.reduce(0, +)
        guard total > 0, total.isFinite, values.allSatisfy({ $0 >= 0 }) else { return nil }
        return values.reduce(0) { $0 + $1 / total * ($1 / total) }
    }
}
