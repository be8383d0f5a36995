/// A part of a whole as a sector of a ring; the ring's parts are listed beside it with value and share.
public struct SectorMark: Mark {
    public var attributes = MarkAttributes()
    let angle: PlottableValue

    /// - Parameter angle: the part's size; negative and missing parts are left out.
    public init(angle: PlottableValue) { self.angle = angle }

    private var size: Double { max(0, angle.datum.number ?? 0) }
    private var name: String { attributes.series ?? angle.label }

    public var statement: MarkStatement? { MarkStatement(place: .text(name), value: angle.datum.number, series: nil) }

    public static func extents(of marks: [SectorMark], _ options: ChartOptions) -> Extents {
        var extents = Extents()
        extents.hasValues = marks.contains { $0.size > 0 }
        return extents
    }

    private static func isNarrow(_ width: Double) -> Bool { width < 480 }
    private static func diameter(_ width: Double) -> Double { isNarrow(width) ? 190 : 220 }
    private static func rowHeight(_ width: Double) -> Double { isNarrow(width) ? 24 : 26 }

    public static func freeHeight(of marks: [SectorMark], width: Double, _ options: ChartOptions) -> Double? {
        let list = Double(marks.count { $0.size > 0 }) * rowHeight(width)
        return isNarrow(width) ? diameter(width) + 16 + list : max(diameter(width), list + 8)
    }

    public static func draw(_ marks: [SectorMark], on plot: Plot, into canvas: inout Canvas) {
        let marks = marks.filter { $0.size > 0 }, total = marks.reduce(0) { $0 + $1.size / Double(marks.count) } * Double(marks.count)
        let width = plot.right, size = diameter(width), height = plot.bottom - plot.top
        let centre = (x: isNarrow(width) ? width / 2 : size / 2 + 8, y: plot.top + (isNarrow(width) ? size / 2 : height / 2))
        var turn = 0.0
        for mark in marks {
            let share = total.isFinite ? mark.size / total : 1 / Double(marks.count)
            mark.draw(from: turn, to: min(turn + share, turn + 0.99999), centre, radius: size / 2 - 4, isOnly: marks.count == 1, share, plot, &canvas)
            turn += share
        }
        canvas.scene.text(plot.locale.total, x: centre.x, y: centre.y - 4, anchor: .middle)
        canvas.scene.text(plot.yFormat.text(total, plot.locale), x: centre.x, y: centre.y + 16, anchor: .middle, size: 14, "strong")
        let left = isNarrow(width) ? 0 : size + 48
        let top = plot.top + (isNarrow(width) ? size + 16 : (height - Double(marks.count) * rowHeight(width)) / 2)
        for (index, mark) in marks.enumerated() {
            let share = total.isFinite ? mark.size / total : 1 / Double(marks.count)
            mark.list(x: left, y: top + (Double(index) + 0.5) * rowHeight(width), width: min(width - left, 340), share, plot, &canvas.scene)
        }
    }

    private func value(_ plot: Plot) -> String { attributes.label ?? plot.yFormat.text(size, plot.locale) }
    private func percent(_ share: Double, _ plot: Plot) -> String { ValueFormat(.percent).text(share, plot.locale) }

    private func draw(
        from: Double, to: Double, _ centre: (x: Double, y: Double), radius: Double, isOnly: Bool, _ share: Double, _ plot: Plot, _ canvas: inout Canvas
    ) {
        let inner = radius - 40
        // A sliver of space between neighbours keeps them apart without a line.
        let gap = !isOnly && to - from > 0.01 ? 0.0015 : 0
        func point(_ turn: Double, _ radius: Double) -> (x: Double, y: Double) {
            let (sine, cosine) = Trigonometry.sineCosine(turns: turn)
            return (centre.x + radius * sine, centre.y - radius * cosine)
        }
        let (a, b) = (from + gap, to - gap), isLarge = to - from - 2 * gap > 0.5
        var path = PathBuilder()
        path.move(point(a, radius).x, point(a, radius).y)
        path.arc(radius: radius, large: isLarge, sweep: true, point(b, radius).x, point(b, radius).y)
        path.line(point(b, inner).x, point(b, inner).y)
        path.arc(radius: inner, large: isLarge, sweep: false, point(a, inner).x, point(a, inner).y)
        path.close()
        let text = attributes.tooltip ?? "\(name): \(value(plot)) (\(percent(share, plot)))"
        canvas.scene.add(.path(path.data), plot.colours.fill(attributes), tooltip: text)
    }

    private func list(x: Double, y: Double, width: Double, _ share: Double, _ plot: Plot, _ scene: inout Scene) {
        let value = value(plot), valueWidth = TextMeasure.width(value, size: 12)
        scene.add(.rect(x: x, y: y - 6, width: 11, height: 11), plot.colours.fill(attributes))
        scene.text(TextMeasure.fitted(name, size: 12, width: width - 18 - 62 - valueWidth - 20), x: x + 18, y: y + 4)
        scene.text(value, x: x + width - 62, y: y + 4, anchor: .end)
        scene.text(percent(share, plot), x: x + width, y: y + 4, anchor: .end, "strong")
    }
}
