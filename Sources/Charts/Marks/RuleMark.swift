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
            let text = TextMeasure.fitted(mark.label, size: 12, width: plot.right - plot.left)
            func place(_ x: Double, _ y: Double, _ anchor: Scene.Anchor) -> Canvas.Label.Place {
                Canvas.Label.Place(x: x, y: y, anchor: anchor, rows: [text])
            }
            if plot.options.isHorizontal {
                canvas.scene.add(.line(x1: at, y1: plot.top, x2: at, y2: plot.bottom), "target")
                let half = TextMeasure.width(text, size: 12) / 2
                canvas.label(.rule, [place(min(max(at, plot.left + half), plot.right - half), plot.top - 6, .middle)], "strong")
            } else {
                canvas.scene.add(.line(x1: plot.left, y1: at, x2: plot.right, y2: at), "target")
                canvas.label(
                    .rule,
                    [
                        place(plot.right, at - 5, .end), place(plot.left + 4, at - 5, .start), place(plot.right, at + 14, .end),
                        place(plot.left + 4, at + 14, .start),
                    ], "strong")
            }
        }
    }
}
