/// A step of a funnel: a bar from zero, the fall to the next step as a pale slope, and between both the share that went on.
public struct FunnelMark: Mark {
    public var attributes = MarkAttributes()
    let step: PlottableValue
    let value: PlottableValue
    let share: Double?

    /// - Parameter share: of the first step.
    public init(step: PlottableValue, value: PlottableValue, share: Double? = nil) {
        self.step = step
        self.value = value
        self.share = share
    }

    private var size: Double { max(0, value.datum.number ?? 0) }

    public var statement: MarkStatement? { MarkStatement(place: step.datum, value: value.datum.number, series: nil) }

    public static func extents(of marks: [FunnelMark], _ options: ChartOptions) -> Extents {
        var extents = Extents()
        extents.y = marks.map(\.step.datum)
        extents.x = marks.map { .number($0.size) }
        extents.xFromZero = true
        extents.hasValues = marks.contains { $0.value.datum.number != nil }
        return extents
    }

    public static func draw(_ marks: [FunnelMark], on plot: Plot, into canvas: inout Canvas) {
        guard let bands = plot.y.bands, let values = plot.x.values else { return }
        let thickness = min(28, bands.step * 0.6)
        // Room to the right of the longest bar for its value.
        let widest = marks.map { TextMeasure.width($0.text(plot), size: 12) }.max() ?? 0
        let scale = min(1, max(0.3, (plot.right - plot.left - widest - 8) / max(1, plot.right - plot.left)))
        func end(_ value: Double) -> Double { plot.left + (values.clamped(value) - plot.left) * scale }
        for (index, mark) in marks.enumerated() {
            guard let centre = bands.center(of: mark.step.datum) else { continue }
            let right = end(mark.size), top = centre - thickness / 2
            if index + 1 < marks.count, let next = bands.center(of: marks[index + 1].step.datum), mark.value.datum.number != nil {
                mark.fall(to: marks[index + 1], from: (right, centre + thickness / 2), to: (end(marks[index + 1].size), next - thickness / 2), plot, &canvas)
            }
            let name = plot.yText(mark.step.datum)
            canvas.scene.add(
                .rect(x: plot.left, y: top, width: right - plot.left, height: thickness), plot.colours.fill(mark.attributes),
                tooltip: mark.attributes.tooltip ?? "\(name): \(mark.text(plot))")
            let texts = [mark.share.map { "\(mark.text(plot)) · \(plot.locale.ofFirst(ValueFormat(.percent).text($0, plot.locale)))" }, mark.text(plot)]
            canvas.label(
                .value, texts.compactMap { $0 }.map { Canvas.Label.Place(x: right + 6, y: centre + 4, anchor: .start, rows: [$0]) }, "strong")
        }
    }

    private func text(_ plot: Plot) -> String {
        attributes.label ?? value.datum.number.map { plot.xFormat.text($0, plot.locale) } ?? plot.locale.missing
    }

    private func fall(to next: FunnelMark, from: (x: Double, y: Double), to: (x: Double, y: Double), _ plot: Plot, _ canvas: inout Canvas) {
        guard next.value.datum.number != nil, size > 0 else { return }
        var path = PathBuilder()
        path.polygon([(plot.left, from.y), from, to, (plot.left, to.y)])
        canvas.scene.add(.path(path.data), "flow")
        let share = ValueFormat(.percent).text(next.size / size, plot.locale)
        canvas.label(.rule, [Canvas.Label.Place(x: plot.left + 6, y: (from.y + to.y) / 2 + 4, anchor: .start, rows: ["↓ \(share)"])])
    }
}
