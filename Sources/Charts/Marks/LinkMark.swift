/// A line between two places: before and after, ours and theirs.
public struct LinkMark: Mark {
    public var attributes = MarkAttributes()
    private let x: (PlottableValue, PlottableValue)
    private let y: (PlottableValue, PlottableValue)

    public init(xStart: PlottableValue, yStart: PlottableValue, xEnd: PlottableValue, yEnd: PlottableValue) {
        x = (xStart, xEnd)
        y = (yStart, yEnd)
    }

    public var transposed: LinkMark? {
        var mark = LinkMark(xStart: y.0, yStart: x.0, xEnd: y.1, yEnd: x.1)
        mark.attributes = attributes
        return mark
    }

    public static func extents(of marks: [LinkMark], _ options: ChartOptions) -> Extents {
        var extents = Extents()
        extents.x = marks.flatMap { [$0.x.0.datum, $0.x.1.datum] }.filter { !$0.isNumber || $0.number != nil }
        extents.y = marks.flatMap { [$0.y.0.datum, $0.y.1.datum] }.filter { !$0.isNumber || $0.number != nil }
        extents.hasValues = !extents.x.isEmpty && !extents.y.isEmpty
        return extents
    }

    public static func draw(_ marks: [LinkMark], on plot: Plot, into canvas: inout Canvas) {
        for mark in marks {
            guard var x1 = plot.x.center(of: mark.x.0.datum), var x2 = plot.x.center(of: mark.x.1.datum),
                var y1 = plot.y.center(of: mark.y.0.datum), var y2 = plot.y.center(of: mark.y.1.datum)
            else { continue }
            if mark.attributes.role == .muted {
                // A thin line joins what stands at both ends, edge to edge.
                if let bands = plot.x.bands { (x1, x2) = (x1 + bands.bandwidth / 2, x2 - bands.bandwidth / 2) }
                if let bands = plot.y.bands { (y1, y2) = (y1 + bands.bandwidth / 2, y2 - bands.bandwidth / 2) }
            }
            let style = mark.attributes.role == .muted ? "axis" : mark.attributes.colour == nil && mark.attributes.role == nil ? "link" : plot.colours.stroke(mark.attributes)
            canvas.scene.add(.line(x1: x1, y1: y1, x2: x2, y2: y2), style, tooltip: mark.attributes.tooltip)
        }
    }
}
