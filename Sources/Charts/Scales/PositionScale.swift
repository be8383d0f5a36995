/// One axis of a plot: bands for categories and days, or a continuous stretch of numbers or time.
enum PositionScale: Sendable {
    case bands(BandScale)
    case continuous(ContinuousScale)

    /// Where a value's middle lies; nil for what has no place on the axis.
    func center(of datum: Datum) -> Double? {
        switch self {
        case .bands(let scale): scale.center(of: datum)
        case .continuous(let scale):
            // What lies beyond an axis that ends before it is not drawn.
            datum.number.flatMap(scale.position).flatMap { $0 >= range.lowerBound - 0.01 && $0 <= range.upperBound + 0.01 ? $0 : nil }
        }
    }

    /// Pixels from a span's beginning to its end; a band for a category, a point for a number. In the order of values.
    func extent(of span: Span) -> (from: Double, to: Double)? {
        switch (self, span) {
        case (.bands(let scale), .at(let value)):
            return scale.position(of: value.datum).map { ($0, $0 + scale.bandwidth) }
        case (.bands(let scale), .range(let start, let end)):
            guard let from = scale.position(of: start.datum), let to = scale.position(of: end.datum) else { return nil }
            return (min(from, to), max(from, to) + scale.bandwidth)
        case (.continuous(let scale), .at(let value)):
            return value.datum.number.flatMap(scale.position).map { ($0, $0) }
        case (.continuous(let scale), .range(let start, let end)):
            guard let from = start.datum.number, let to = end.datum.number else { return nil }
            // A day lasts until the next begins.
            let last = if case .day = end.datum { to + 1 } else { to }
            return (scale.clamped(from), scale.clamped(last))
        }
    }

    var bands: BandScale? { if case .bands(let scale) = self { scale } else { nil } }
    var values: ContinuousScale? { if case .continuous(let scale) = self { scale } else { nil } }

    /// The axis' ends in pixels, the smaller first.
    var range: ClosedRange<Double> {
        switch self {
        case .bands(let scale): min(scale.from, scale.to)...max(scale.from, scale.to)
        case .continuous(let scale): min(scale.from, scale.to)...max(scale.from, scale.to)
        }
    }
}
