/// A point of an area: from zero, from one value to another, or upon the areas of other series.
public struct AreaMark: Mark {
    public enum Stacking: Sendable {
        case standard, normalized
        /// Around a middle line.
        case center
        /// Around a line that moves the series least.
        case stream

        fileprivate var offset: Stack.Offset {
            switch self {
            case .standard: .diverging
            case .normalized: .expand
            case .center: .silhouette
            case .stream: .wiggle
            }
        }
    }

    public var attributes = MarkAttributes()
    let x: PlottableValue
    let y: Span
    let stacking: Stacking

    public init(x: PlottableValue, y: PlottableValue, stacking: Stacking = .standard) {
        self.x = x
        self.y = .at(y)
        self.stacking = stacking
    }

    /// A band between two values: an interval around a line.
    public init(x: PlottableValue, yStart: PlottableValue, yEnd: PlottableValue) {
        self.x = x
        y = .range(yStart, yEnd)
        stacking = .standard
    }

    public static var layer: MarkLayer { .behind }

    public var statement: MarkStatement? {
        guard case .at(let value) = y else { return nil }
        return MarkStatement(place: x.datum, value: value.datum.number, series: attributes.series)
    }

    public static func extents(of marks: [AreaMark], _ options: ChartOptions) -> Extents {
        var extents = Extents()
        extents.x = marks.map(\.x.datum)
        let layers = layers(of: marks)
        extents.y = layers.flatMap { layer in layer.spans.values.flatMap { [.number($0.low), .number($0.high)] } }
        extents.yFromZero = marks.contains { if case .at = $0.y { $0.stacking == .standard || $0.stacking == .normalized } else { false } }
        extents.hasValues = marks.contains { $0.y.ends.contains { $0.number != nil } }
        return extents
    }

    public static func draw(_ marks: [AreaMark], on plot: Plot, into canvas: inout Canvas) {
        for layer in layers(of: marks) {
            let style = layer.isBand ? "interval" : plot.colours.area(layer.attributes)
            var path = PathBuilder(), upper: [(x: Double, y: Double)] = [], lower: [(x: Double, y: Double)] = []
            func flush() {
                path.polygon(upper + lower.reversed())
                (upper, lower) = ([], [])
            }
            for place in plot.x.bands?.domain ?? layer.spans.keys.sorted(by: { ($0.number ?? 0) < ($1.number ?? 0) }) {
                // A missing value leaves a gap.
                guard let span = layer.spans[place], let x = plot.x.center(of: place), let values = plot.y.values else { flush(); continue }
                upper.append((x, values.clamped(span.high)))
                lower.append((x, values.clamped(span.low)))
            }
            flush()
            guard !path.data.isEmpty else { continue }
            canvas.scene.add(.path(path.data), style, tooltip: layer.attributes.tooltip ?? layer.attributes.series)
        }
    }

    private struct Layer {
        var attributes: MarkAttributes
        /// A band between two values, drawn pale behind its line.
        var isBand: Bool
        var spans: [Datum: (low: Double, high: Double)]
    }

    /// For each series the span that it takes at each place, upon those before it. In a stack a missing value is nothing.
    private static func layers(of marks: [AreaMark]) -> [Layer] {
        var seen = Set<String?>(), known = Set<Datum>()
        let names = marks.map(\.attributes.series).filter { seen.insert($0).inserted }
        let bySeries = Dictionary(grouping: marks) { $0.attributes.series }
        let series = names.compactMap { bySeries[$0] }
        guard let first = marks.first else { return [] }
        if case .range = first.y { return series.map(band) }
        let places = marks.map(\.x.datum).filter { known.insert($0).inserted }
        let numbers = series.map { own in Dictionary(own.map { ($0.x.datum, $0.y.first.number) }, uniquingKeysWith: { first, _ in first }) }
        let stacked = Stack.layers(numbers.map { own in places.map { (own[$0] ?? nil) ?? 0 } }, offset: first.stacking.offset)
        return zip(series, stacked).enumerated().map { index, item in
            var layer = Layer(attributes: item.0[0].attributes, isBand: false, spans: [:])
            for (place, span) in zip(places, item.1) where series.count > 1 || (numbers[index][place] ?? nil) != nil { layer.spans[place] = span }
            return layer
        }
    }

    private static func band(_ marks: [AreaMark]) -> Layer {
        var layer = Layer(attributes: marks[0].attributes, isBand: true, spans: [:])
        for mark in marks {
            if case .range(let low, let high) = mark.y, let low = low.datum.number, let high = high.datum.number { layer.spans[mark.x.datum] = (low, high) }
        }
        return layer
    }
}
