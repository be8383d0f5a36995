/// An interval around a value, drawn upon its bar.
public struct ErrorBarMark: Mark {
    let category: Datum
    let low: Double
    let high: Double
    public private(set) var series: String?

    public init(at category: Datum, low: Double, high: Double, series: String? = nil) {
        self.category = category
        self.low = low
        self.high = high
        self.series = series
    }

    public var position: Datum? { category }

    public static func extent(of marks: [ErrorBarMark], _ options: ChartOptions) -> [Double] {
        marks.flatMap { [$0.low, $0.high] }.filter(\.isFinite)
    }

    public static func draw(_ marks: [ErrorBarMark], on plot: Plot, into canvas: inout Canvas) {
        let count = Double(max(1, plot.series.count))
        for mark in marks where mark.low.isFinite && mark.high.isFinite {
            guard let start = plot.bands.position(of: mark.category) else { continue }
            let slot = plot.bands.bandwidth / count
            let centre = start + (Double(mark.series.flatMap(plot.series.firstIndex) ?? 0) + 0.5) * slot
            let from = plot.values(mark.low), to = plot.values(mark.high), cap = min(4, slot / 4)
            var path = PathBuilder()
            for (a, b) in plot.options.isHorizontal
                ? [((from, centre), (to, centre)), ((from, centre - cap), (from, centre + cap)), ((to, centre - cap), (to, centre + cap))]
                : [((centre, from), (centre, to)), ((centre - cap, from), (centre + cap, from)), ((centre - cap, to), (centre + cap, to))]
            {
                path.move(a.0, a.1)
                path.line(b.0, b.1)
            }
            canvas.scene.add(.path(path.data), "error", tooltip: "\(plot.text(mark.low))–\(plot.text(mark.high))")
        }
    }
}
