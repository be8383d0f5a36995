/// A point of a line. Points of a series are joined in the axis's order; a missing value leaves a gap.
public struct LineMark: Mark {
    let x: PlottableValue
    let y: PlottableValue
    public private(set) var series: String?

    public init(x: PlottableValue, y: PlottableValue, series: String? = nil) {
        self.x = x
        self.y = y
        self.series = series
    }

    public var position: Datum? { x.datum }

    public static func extent(of marks: [LineMark], _ options: ChartOptions) -> [Double] { marks.compactMap(\.y.datum.number) }

    public static func draw(_ marks: [LineMark], on plot: Plot, into canvas: inout Canvas) {
        let names = plot.series.isEmpty ? [nil] : plot.series.map(Optional.some)
        // Quiet lines first, so that the others lie upon them.
        let order = names.filter(plot.isMuted) + names.filter { !plot.isMuted($0) }
        var ends: [(name: String, y: Double, style: String)] = []
        for name in order {
            let points = marks.filter { $0.series == name }
            guard !points.isEmpty else { continue }
            let style = plot.isMuted(name) ? "muted-line" : "l\(plot.colour(of: name) % 8 + 1)"
            let last = path(points, style, on: plot, &canvas)
            if let name, let last { ends.append((name, last, plot.isMuted(name) ? "label" : "t\(plot.colour(of: name) % 8 + 1)")) }
        }
        if plot.labelsEnds { label(ends, on: plot, &canvas) }
    }

    /// One path per stretch without gaps; a point alone is a dot. Returns the height of the last point.
    private static func path(_ points: [LineMark], _ style: String, on plot: Plot, _ canvas: inout Canvas) -> Double? {
        let values = Dictionary(points.map { ($0.x.datum, $0.y.datum.number) }, uniquingKeysWith: { first, _ in first })
        var path = PathBuilder()
        var run: [(x: Double, y: Double)] = [], lastY: Double?
        var dots: [(x: Double, y: Double)] = []
        func flush() {
            if run.count == 1 { dots.append(run[0]) }
            guard run.count > 1 else { run = []; return }
            path.move(run[0].x, run[0].y)
            for point in run.dropFirst() { path.line(point.x, point.y) }
            run = []
        }
        for datum in plot.bands.domain {
            guard let value = values[datum] ?? nil, let x = plot.bands.center(of: datum) else { flush(); continue }
            run.append((x, plot.values(value)))
            lastY = plot.values(value)
        }
        flush()
        if !path.data.isEmpty { canvas.scene.add(.path(path.data), style) }
        let dotStyle = style == "muted-line" ? "muted" : "s" + style.dropFirst()
        for dot in dots { canvas.scene.add(.circle(x: dot.x, y: dot.y, radius: 2.5), dotStyle) }
        return lastY
    }

    private static func label(_ ends: [(name: String, y: Double, style: String)], on plot: Plot, _ canvas: inout Canvas) {
        let places = Spread.positions(ends.map(\.y), height: 15, low: plot.top - 6, high: plot.bottom + 6)
        for (end, y) in zip(ends, places) { canvas.scene.text(end.name, x: plot.right + 6, y: y + 4, end.style) }
    }
}
