/// A point of an area: from zero, from one value to another, or upon the areas of other series.
public struct AreaMark: Mark {
    public enum Stacking: Sendable {
        case standard, normalized
        /// Around a middle line: a stream.
        case center
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

    public static func extents(of marks: [AreaMark], _ options: ChartOptions) -> Extents {
        var extents = Extents()
        extents.x = marks.map(\.x.datum)
        let layers = layers(of: marks)
        extents.y = layers.flatMap { layer in layer.spans.values.flatMap { [.number($0.lower), .number($0.upper)] } }
        extents.yFromZero = marks.contains { if case .at = $0.y { $0.stacking != .center } else { false } }
        extents.hasValues = marks.contains { $0.y.ends.contains { $0.number != nil } }
        return extents
    }

    public static func draw(_ marks: [AreaMark], on plot: Plot, into canvas: inout Canvas) {
        for layer in layers(of: marks) {
            let places = (plot.x.bands?.domain ?? layer.spans.keys.sorted { ($0.number ?? 0) < ($1.number ?? 0) }).filter { layer.spans[$0] != nil }
            var upper: [(x: Double, y: Double)] = [], lower: [(x: Double, y: Double)] = []
            for place in places {
                guard let x = plot.x.center(of: place), let span = layer.spans[place], let values = plot.y.values else { continue }
                lower.append((x, values.clamped(span.lower)))
                upper.append((x, values.clamped(span.upper)))
            }
            guard !upper.isEmpty else { continue }
            var path = PathBuilder()
            path.polygon(upper + lower.reversed())
            let style = layer.isBand ? "interval" : plot.colours.area(layer.attributes)
            canvas.scene.add(.path(path.data), style, tooltip: layer.attributes.tooltip ?? layer.attributes.series)
        }
    }

    private struct Layer {
        var attributes: MarkAttributes
        /// A band between two values, drawn pale behind its line.
        var isBand: Bool
        var spans: [Datum: (lower: Double, upper: Double)]
    }

    /// For each series the span that it takes at each place, upon those before it. A missing value takes none.
    private static func layers(of marks: [AreaMark]) -> [Layer] {
        var seen = Set<String?>()
        let names = marks.map(\.attributes.series).filter { seen.insert($0).inserted }
        var totals: [Datum: Double] = [:], base: [Datum: Double] = [:]
        for mark in marks { if case .at(let value) = mark.y { totals[mark.x.datum, default: 0] += value.datum.number?.magnitude ?? 0 } }
        let places = Set(marks.map(\.x.datum))
        if marks.first?.stacking == .center { for place in places { base[place] = -(totals[place] ?? 0) / 2 } }
        return names.compactMap { name in
            let own = marks.filter { $0.attributes.series == name }
            guard let first = own.first else { return nil }
            let byPlace = Dictionary(own.map { ($0.x.datum, $0.y) }, uniquingKeysWith: { first, _ in first })
            var layer = Layer(attributes: first.attributes, isBand: false, spans: [:])
            if case .range = first.y { layer.isBand = true }
            for place in places {
                if case .range(let low, let high)? = byPlace[place] {
                    if let low = low.datum.number, let high = high.datum.number { layer.spans[place] = (low, high) }
                    continue
                }
                let value = byPlace[place]?.first.number
                if names.count == 1, value == nil { continue }
                let total = totals[place] ?? 0, from = base[place] ?? 0
                let to = from + (first.stacking != .normalized ? value ?? 0 : total == 0 ? 0 : (value ?? 0) / total)
                layer.spans[place] = (from, to)
                base[place] = to
            }
            return layer
        }
    }
}
