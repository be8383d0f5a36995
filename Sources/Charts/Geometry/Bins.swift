/// Ranges of equal width that end at round numbers, as d3-array's `bin` has them: Sturges' number of them ("The Choice of
/// a Class Interval", 1926), over a domain widened to ticks.
enum Bins {
    struct Bin: Sendable, Equatable {
        let low: Double, high: Double
        /// Values from `low` on and below `high`; the last bin holds its end as well.
        var count = 0
    }

    /// - Parameter thresholds: about how many bins.
    static func bins(_ values: [Double], thresholds: Int? = nil) -> [Bin] {
        let values = values.filter(\.isFinite)
        guard let least = values.min(), let most = values.max(), (most / 2 - least / 2).isFinite else { return [] }
        let count = Double(thresholds ?? sturges(values.count))
        var (low, high) = Ticks.nice(least, most, count)
        var inner = Ticks.ticks(low, high, count)
        if let last = inner.last, last >= high {
            // The largest value stands on the end itself: one more bin holds it.
            let step = Ticks.increment(low, high, count)
            if most >= high, step != 0, step.isFinite {
                high = step > 0 ? ((high / step).rounded(.down) + 1) * step : ((high * -step).rounded(.up) + 1) / -step
            } else {
                inner.removeLast()
            }
        }
        inner = inner.filter { $0 > low && $0 <= high }
        let edges = [low] + inner + [high]
        var bins = zip(edges, edges.dropFirst()).map { Bin(low: $0, high: $1) }
        for value in values { bins[min(bins.count - 1, inner.partitioningIndex { $0 > value })].count += 1 }
        return bins
    }

    /// ⌈log₂ n⌉ + 1.
    private static func sturges(_ count: Int) -> Int {
        var bits = 0
        while 1 << bits < count { bits += 1 }
        return bits + 1
    }
}

extension [Double] {
    /// The first index whose element, and all after it, belong to the second part; of an ordered array, by halving.
    fileprivate func partitioningIndex(_ belongsToSecond: (Double) -> Bool) -> Int {
        var low = 0, high = count
        while low < high {
            let middle = (low + high) / 2
            if belongsToSecond(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
