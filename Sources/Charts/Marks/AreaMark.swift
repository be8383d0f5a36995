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
        if options.position == .percent { return [0, 1] }
        var totals: [Datum: Double] = [:]
        for mark in marks { totals[mark.x.datum, default: 0] += mark.y.datum.number ?? 0 }
        return Array(totals.values) + [0]
    }

    public static func draw(_ marks: [AreaMark], on plot: Plot, into canvas: inout Canvas) {
        let names = plot.series.isEmpty ? [nil] : plot.series.map(Optional.some)
        var base: [Datum: Double] = [:], totals: [Datum: Double] = [:]
        for mark in marks { totals[mark.x.datum, default: 0] += mark.y.datum.number ?? 0 }
        for name in names {
            let values = Dictionary(marks.filter { $0.series == name }.map { ($0.x.datum, $0.y.datum.number) }, uniquingKeysWith: { first, _ in first })
            var upper: [(Double, Double)] = [], lower: [(Double, Double)] = []
            for datum in plot.bands.domain {
                guard let x = plot.bands.center(of: datum) else { continue }
                var value = (values[datum] ?? nil) ?? 0
                if plot.options.position == .percent { value = (totals[datum] ?? 0) == 0 ? 0 : value / (totals[datum] ?? 1) }
                let from = base[datum] ?? 0
                lower.append((x, plot.values(from)))
                upper.append((x, plot.values(from + value)))
                base[datum] = from + value
            }
            draw(upper, lower, plot.isMuted(name) ? "muted" : "a\(plot.colour(of: name) % 8 + 1)", name, &canvas)
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
