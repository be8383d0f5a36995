/// Series upon each other, with the offsets of d3-shape's `stack`.
enum Stack {
    enum Offset: Sendable {
        case none
        /// Positive values up from zero, negative ones down.
        case diverging
        /// As shares of each place's sum.
        case expand
        /// Around a middle line.
        case silhouette
        /// Least movement of the series, weighted (Byron and Wattenberg, "Stacked Graphs: Geometry & Aesthetics", 2008).
        case wiggle
    }

    typealias Layer = [(low: Double, high: Double)]

    /// - Parameter series: values of each series at the same places; what is not finite counts as nothing.
    static func layers(_ series: [[Double]], offset: Offset) -> [Layer] {
        let values = series.map { $0.map { $0.isFinite ? $0 : 0 } }
        guard let count = values.first?.count, count > 0 else { return values.map { _ in [] } }
        switch offset {
        case .none: return upwards(values, from: Array(repeating: 0, count: count))
        case .diverging: return diverging(values, count)
        case .expand:
            let sums = (0..<count).map { place in values.reduce(0) { $0 + $1[place] } }
            return upwards(values.map { zip($0, sums).map { $1 == 0 ? 0 : $0 / $1 } }, from: Array(repeating: 0, count: count))
        case .silhouette: return upwards(values, from: (0..<count).map { place in -values.reduce(0) { $0 + $1[place] } / 2 })
        case .wiggle: return upwards(values, from: wiggle(values, count))
        }
    }

    private static func upwards(_ values: [[Double]], from base: [Double]) -> [Layer] {
        var base = base
        return values.map { series in
            series.enumerated().map { place, value in
                defer { base[place] += value }
                return (base[place], base[place] + value)
            }
        }
    }

    private static func diverging(_ values: [[Double]], _ count: Int) -> [Layer] {
        var above = Array(repeating: 0.0, count: count), below = above
        return values.map { series in
            series.enumerated().map { place, value in
                if value > 0 {
                    defer { above[place] += value }
                    return (above[place], above[place] + value)
                }
                if value < 0 {
                    defer { below[place] += value }
                    return (below[place] + value, below[place])
                }
                return (0, value)
            }
        }
    }

    private static func wiggle(_ values: [[Double]], _ count: Int) -> [Double] {
        var base = Array(repeating: 0.0, count: count), y = 0.0
        for place in 1..<max(1, count) {
            var weighted = 0.0, sum = 0.0
            for (index, series) in values.enumerated() {
                let slope = series[place] - series[place - 1]
                let before = values[..<index].reduce(0) { $0 + $1[place] - $1[place - 1] }
                sum += series[place]
                weighted += (slope / 2 + before) * series[place]
            }
            base[place - 1] = y
            if sum != 0 { y -= weighted / sum }
        }
        base[count - 1] = y
        return base
    }
}
