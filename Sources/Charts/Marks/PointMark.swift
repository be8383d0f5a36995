/// A dot at a value.
public struct PointMark: Mark {
    let x: PlottableValue
    let y: PlottableValue
    public private(set) var series: String?

    public init(x: PlottableValue, y: PlottableValue, series: String? = nil) {
        self.x = x
        self.y = y
        self.series = series
    }

    public var position: Datum? { x.datum }

    public static func extent(of marks: [PointMark], _ options: ChartOptions) -> [Double] { marks.compactMap(\.y.datum.number) }

    public static func draw(_ marks: [PointMark], on plot: Plot, into canvas: inout Canvas) {
        for mark in marks {
            guard let value = mark.y.datum.number, let x = plot.bands.center(of: mark.x.datum) else { continue }
            canvas.scene.add(
                .circle(x: x, y: plot.values(value), radius: 3.5), ChartStyle.series(plot.colour(of: mark.series)),
                tooltip: "\(plot.text(mark.x.datum)): \(plot.text(value))")
        }
    }
}
