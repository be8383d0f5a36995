/// A line across the plot at a value, or between two: a target, a threshold, a span.
public struct RuleMark: Mark {
    public var attributes = MarkAttributes()
    private let x: Span?
    private let y: Span?

    /// A line across the plot, level.
    public init(y: PlottableValue) { self.init(nil, .at(y)) }
    /// A line across the plot, upright.
    public init(x: PlottableValue) { self.init(.at(x), nil) }
    public init(xStart: PlottableValue, xEnd: PlottableValue, y: PlottableValue) { self.init(.range(xStart, xEnd), .at(y)) }
    public init(x: PlottableValue, yStart: PlottableValue, yEnd: PlottableValue) { self.init(.at(x), .range(yStart, yEnd)) }

    private init(_ x: Span?, _ y: Span?) {
        self.x = x
        self.y = y
    }

    public static var layer: MarkLayer { .above }

    public var transposed: RuleMark? {
        var mark = RuleMark(y, x)
        mark.attributes = attributes
        return mark
    }

    public static func extents(of marks: [RuleMark], _ options: ChartOptions) -> Extents {
        var extents = Extents()
        extents.x = marks.flatMap { $0.x?.ends ?? [] }.filter { $0.number != nil || $0.isText }
        extents.y = marks.flatMap { $0.y?.ends ?? [] }.filter { $0.number != nil || $0.isText }
        extents.hasValues = marks.contains { $0.x != nil && $0.y != nil }
        return extents
    }

    public static func draw(_ marks: [RuleMark], on plot: Plot, into canvas: inout Canvas) {
        for mark in marks {
            switch (mark.x, mark.y) {
            case (nil, .at(let value)?): mark.level(at: value, plot, &canvas)
            case (.at(let value)?, nil): mark.upright(at: value, plot, &canvas)
            case (.range(let start, let end)?, .at(let value)?):
                guard let from = plot.x.center(of: start.datum), let to = plot.x.center(of: end.datum), let y = plot.y.center(of: value.datum) else { continue }
                canvas.scene.add(.line(x1: from, y1: y, x2: to, y2: y), mark.style(plot, whole: false), tooltip: mark.attributes.tooltip)
            case (.at(let value)?, .range(let start, let end)?):
                guard let from = plot.y.center(of: start.datum), let to = plot.y.center(of: end.datum), let x = plot.x.center(of: value.datum) else { continue }
                canvas.scene.add(.line(x1: x, y1: from, x2: x, y2: to), mark.style(plot, whole: false), tooltip: mark.attributes.tooltip)
            default: continue
            }
        }
    }

    /// A line across the plot is a target unless it says otherwise.
    private func style(_ plot: Plot, whole: Bool) -> String {
        if attributes.role == .muted { return whole && attributes.label != nil ? "event" : "axis" }
        return whole && attributes.role == nil && attributes.colour == nil ? "target" : attributes.role == .strong ? "ink-line" : plot.colours.stroke(attributes)
    }

    private func place(_ x: Double, _ y: Double, _ anchor: Scene.Anchor, _ plot: Plot) -> Canvas.Label.Place {
        let text = TextMeasure.fitted(attributes.label ?? "", size: 12, width: plot.right - plot.left)
        return Canvas.Label.Place(x: x, y: y, anchor: anchor, rows: [text])
    }

    private func place(_ x: Double, _ y: Double, _ anchor: Scene.Anchor, _ rows: [String]) -> Canvas.Label.Place {
        Canvas.Label.Place(x: x, y: y, anchor: anchor, rows: rows)
    }

    private func level(at value: PlottableValue, _ plot: Plot, _ canvas: inout Canvas) {
        guard let y = plot.y.center(of: value.datum) else { return }
        canvas.scene.add(.line(x1: plot.left, y1: y, x2: plot.right, y2: y), style(plot, whole: true))
        guard attributes.label != nil else { return }
        canvas.label(
            .rule,
            [
                place(plot.right, y - 5, .end, plot), place(plot.left + 4, y - 5, .start, plot), place(plot.right, y + 14, .end, plot),
                place(plot.left + 4, y + 14, .start, plot),
            ], "strong")
    }

    private func upright(at value: PlottableValue, _ plot: Plot, _ canvas: inout Canvas) {
        guard let x = plot.x.center(of: value.datum) else { return }
        canvas.scene.add(.line(x1: x, y1: plot.top, x2: x, y2: plot.bottom), style(plot, whole: true), tooltip: attributes.tooltip ?? attributes.label)
        guard let label = attributes.label else { return }
        if attributes.role == .muted {
            // On a phone names would cover the chart; the lines stay, and their words where a pointer rests.
            guard plot.right - plot.left > 400 else { return }
            // An event's name stands beside its line, below those that came before it.
            let text = TextMeasure.fitted(label, size: 12, width: (plot.right - plot.left) / 2)
            canvas.label(.band, [12, 26, 40, 54].flatMap { [place(x + 5, plot.top + $0, .start, [text]), place(x - 5, plot.top + $0, .end, [text])] })
            return
        }
        let half = TextMeasure.width(TextMeasure.fitted(label, size: 12, width: plot.right - plot.left), size: 12) / 2
        let centre = max(plot.left + half, min(x, plot.right - half))
        canvas.label(.rule, [place(centre, plot.top - 6, .middle, plot), place(x + 5, plot.top + 12, .start, plot), place(x - 5, plot.top + 12, .end, plot)], "strong")
    }
}
