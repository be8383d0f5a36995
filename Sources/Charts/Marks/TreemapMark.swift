/// A part of a whole as a rectangle of its share; parts of one group lie together and share its colour.
public struct TreemapMark: Mark {
    public var attributes = MarkAttributes()
    let name: String
    let size: PlottableValue

    public init(_ name: String, size: PlottableValue) {
        self.name = name
        self.size = size
    }

    private var number: Double { max(0, size.datum.number ?? 0) }

    public var statement: MarkStatement? { MarkStatement(place: .text(name), value: size.datum.number, series: attributes.series) }

    public static func extents(of marks: [TreemapMark], _ options: ChartOptions) -> Extents {
        var extents = Extents()
        extents.hasValues = marks.contains { $0.number > 0 }
        return extents
    }

    public static func freeHeight(of marks: [TreemapMark], width: Double, _ options: ChartOptions) -> Double? { max(240, min(420, width * 0.6)) }

    public static func draw(_ marks: [TreemapMark], on plot: Plot, into canvas: inout Canvas) {
        let marks = marks.filter { $0.number > 0 }
        // Relative to the largest, so that sums stay finite.
        let largest = marks.map(\.number).max() ?? 1
        let groups = Dictionary(grouping: marks) { $0.attributes.series ?? "" }.values
            .map { group in (marks: group.sorted { ($0.number, $1.name) > ($1.number, $0.name) }, sum: group.reduce(0) { $0 + $1.number / largest }) }
            .sorted { ($0.sum, $1.marks[0].name) > ($1.sum, $0.marks[0].name) }
        let frames = SquarifiedTreemap.squarify(groups.map(\.sum), x0: plot.left, y0: plot.top, x1: plot.right, y1: plot.bottom)
        for (group, frame) in zip(groups, frames) {
            // A gap between groups, a smaller one between their parts.
            let inner = SquarifiedTreemap.squarify(
                group.marks.map { $0.number / largest }, x0: frame.x0, y0: frame.y0, x1: max(frame.x0, frame.x1 - 2), y1: max(frame.y0, frame.y1 - 2))
            for (mark, cell) in zip(group.marks, inner) { mark.draw(cell, share: mark.number / largest / groups.reduce(0) { $0 + $1.sum }, plot, &canvas) }
        }
    }

    private func draw(_ cell: SquarifiedTreemap.Rect, share: Double, _ plot: Plot, _ canvas: inout Canvas) {
        let width = max(0, cell.x1 - cell.x0 - 1), height = max(0, cell.y1 - cell.y0 - 1)
        let text = plot.yFormat.text(number, plot.locale), percent = ValueFormat(.percent).text(share, plot.locale)
        canvas.scene.add(
            .rect(x: cell.x0, y: cell.y0, width: width, height: height), plot.colours.fill(attributes),
            tooltip: attributes.tooltip ?? "\(attributes.series.map { "\($0) · " } ?? "")\(name): \(text) (\(percent))")
        guard width > 34, height > 18 else { return }
        let style = plot.colours.textInside(attributes), room = width - 10
        let names = TextMeasure.wrapped(name, size: 12, width: room, rows: height > 50 ? 2 : 1) ?? [TextMeasure.fitted(name, size: 12, width: room)]
        let lines = names + (Double(names.count + 1) * Canvas.rowHeight + 6 <= height && TextMeasure.width(percent, size: 12) <= room ? [percent] : [])
        canvas.label(.value, [Canvas.Label.Place(x: cell.x0 + 6, y: cell.y0 + 16, anchor: .start, rows: lines.filter { !$0.isEmpty })], style)
    }
}
