/// A line across the plot at a value: a target, a threshold.
public struct RuleMark: Mark {
    let value: Double
    let label: String

    public init(at value: Double, label: String) {
        self.value = value
        self.label = label
    }

    public var position: Datum? { nil }

    public static func extent(of marks: [RuleMark], _ options: ChartOptions) -> [Double] { marks.map(\.value).filter(\.isFinite) }

    public static func draw(_ marks: [RuleMark], on plot: Plot, into canvas: inout Canvas) {
        for mark in marks where mark.value.isFinite {
            let at = plot.values(mark.value)
            if plot.options.isHorizontal {
                canvas.scene.add(.line(x1: at, y1: plot.top, x2: at, y2: plot.bottom), "target")
                let width = TextMeasure.width(mark.label, size: 12)
                canvas.scene.text(mark.label, x: min(max(at, plot.left + width / 2), plot.right - width / 2), y: plot.top - 6, anchor: .middle, "strong")
            } else {
                canvas.scene.add(.line(x1: plot.left, y1: at, x2: plot.right, y2: at), "target")
                canvas.scene.text(mark.label, x: plot.right, y: at - 5, anchor: .end, "strong")
            }
        }
    }
}
