/// A point of an area that rises from zero; areas of several series stand upon each other.
public struct AreaMark: Mark {
    let x: PlottableValue
    let y: PlottableValue
    public private(set) var series: String?

    public init(x: PlottableValue, y: PlottableValue, series: String? = nil) {
        self.x = x
        self.y = y
        self.series = series
    }

    public var position: Datum? { x.datum }

    public static func extent(of marks: [AreaMark], _ options: ChartOptions) -> [Double] {
        layers(of: marks, options.position).flatMap { layer in layer.values.flatMap { [$0.lower, $0.upper] } } + [0]
    }

    public static func draw(_ marks: [AreaMark], on plot: Plot, into canvas: inout Canvas) {
        let names = names(of: marks)
        for (name, layer) in zip(names, layers(of: marks, plot.options.position)) {
            var upper: [(Double, Double)] = [], lower: [(Double, Double)] = []
            for datum in plot.bands.domain {
                guard let x = plot.bands.center(of: datum), let span = layer[datum] else { continue }
                lower.append((x, plot.values(span.lower)))
                upper.append((x, plot.values(span.upper)))
            }
            draw(upper, lower, plot.isMuted(name) ? "muted" : "a\(plot.colour(of: name) % 8 + 1)", name, &canvas)
        }
    }

    private static func names(of marks: [AreaMark]) -> [String?] {
        var seen = Set<String?>()
        return marks.map(\.series).filter { seen.insert($0).inserted }
    }

    /// For each series the span that it takes at each place, upon those before it. A missing value takes none.
    private static func layers(of marks: [AreaMark], _ position: ChartOptions.Position) -> [[Datum: (lower: Double, upper: Double)]] {
        var totals: [Datum: Double] = [:], base: [Datum: Double] = [:]
        for mark in marks { totals[mark.x.datum, default: 0] += mark.y.datum.number?.magnitude ?? 0 }
        let places = Set(marks.map(\.x.datum))
        return names(of: marks).map { name in
            let values = Dictionary(marks.filter { $0.series == name }.map { ($0.x.datum, $0.y.datum.number ?? 0) }, uniquingKeysWith: { first, _ in first })
            var layer: [Datum: (lower: Double, upper: Double)] = [:]
            for place in places {
                let total = totals[place] ?? 0, value = values[place] ?? 0, from = base[place] ?? 0
                let to = from + (position != .percent ? value : total == 0 ? 0 : value / total)
                layer[place] = (from, to)
                base[place] = to
            }
            return layer
        }
    }

    private static func draw(_ upper: [(Double, Double)], _ lower: [(Double, Double)], _ style: String, _ name: String?, _ canvas: inout Canvas) {
        guard let first = upper.first else { return }
        var path = PathBuilder()
        path.move(first.0, first.1)
        for point in upper.dropFirst() { path.line(point.0, point.1) }
        for point in lower.reversed() { path.line(point.0, point.1) }
        path.close()
        canvas.scene.add(.path(path.data), style, tooltip: name)
    }
}
