/// A cell of two categories: a heat map, a cohort table.
public struct RectangleMark: Mark {
    public var attributes = MarkAttributes()
    let x: Span
    let y: Span

    public init(x: PlottableValue, y: PlottableValue) { self.init(.at(x), .at(y)) }
    public init(xStart: PlottableValue, xEnd: PlottableValue, yStart: PlottableValue, yEnd: PlottableValue) {
        self.init(.range(xStart, xEnd), .range(yStart, yEnd))
    }

    private init(_ x: Span, _ y: Span) {
        self.x = x
        self.y = y
    }

    public static func extents(of marks: [RectangleMark], _ options: ChartOptions) -> Extents {
        var extents = Extents()
        extents.x = marks.flatMap(\.x.ends)
        extents.y = marks.flatMap(\.y.ends)
        extents.hasValues = !marks.isEmpty
        return extents
    }

    public static func draw(_ marks: [RectangleMark], on plot: Plot, into canvas: inout Canvas) {
        for mark in marks {
            guard let x = plot.x.extent(of: mark.x), let y = plot.y.extent(of: mark.y) else { continue }
            let width = abs(x.to - x.from), height = abs(y.to - y.from)
            let value = mark.attributes.colour.flatMap { colour in colour.datum.number.map { plot.colourFormat.text($0, plot.locale) } }
            let text = mark.attributes.label ?? value ?? ""
            let isMissing = mark.attributes.colour?.datum == .number(nil)
            let names = [plot.yText(mark.y.first), plot.xText(mark.x.first)].joined(separator: " · ")
            canvas.scene.add(
                .rect(x: min(x.from, x.to), y: min(y.from, y.to), width: width, height: height),
                isMissing ? "track" : plot.colours.fill(mark.attributes),
                tooltip: mark.attributes.tooltip ?? "\(names): \(isMissing ? plot.locale.missing : text)")
            guard plot.options.showsValues != false, !isMissing, height >= 15, TextMeasure.width(text, size: 12) + 4 <= width else { continue }
            canvas.label(text, x: (x.from + x.to) / 2, y: (y.from + y.to) / 2 + 4, anchor: .middle, plot.colours.textInside(mark.attributes))
        }
    }
}
