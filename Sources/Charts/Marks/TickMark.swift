/// A short stroke across its category at a value: a reference beside a bar, one of many values in a strip.
public struct TickMark: Mark {
    public var attributes = MarkAttributes()
    let x: PlottableValue
    let y: PlottableValue

    public init(x: PlottableValue, y: PlottableValue) {
        self.x = x
        self.y = y
    }

    private var isHorizontal: Bool { x.datum.isNumber && !y.datum.isNumber }

    public var statement: MarkStatement? {
        isHorizontal ? MarkStatement(place: y.datum, value: x.datum.number, series: nil, isHorizontal: true) : MarkStatement(place: x.datum, value: y.datum.number, series: nil)
    }

    public static var layer: MarkLayer { .above }

    public var transposed: TickMark? {
        var mark = TickMark(x: y, y: x)
        mark.attributes = attributes
        return mark
    }

    public static func extents(of marks: [TickMark], _ options: ChartOptions) -> Extents {
        var extents = Extents()
        extents.x = marks.map(\.x.datum).filter { !$0.isNumber || $0.number != nil }
        extents.y = marks.map(\.y.datum).filter { !$0.isNumber || $0.number != nil }
        extents.hasValues = !extents.x.isEmpty && !extents.y.isEmpty
        return extents
    }

    public static func draw(_ marks: [TickMark], on plot: Plot, into canvas: inout Canvas) {
        for mark in marks {
            let (along, across) = mark.isHorizontal ? (plot.x, plot.y) : (plot.y, plot.x)
            let (value, place) = mark.isHorizontal ? (mark.x, mark.y) : (mark.y, mark.x)
            guard let at = along.center(of: value.datum), let room = across.extent(of: .at(place)) else { continue }
            let (from, to) = room.from == room.to ? (room.from - 6, room.to + 6) : (room.from, room.to)
            let text = mark.isHorizontal ? plot.xText(value.datum) : plot.yText(value.datum)
            canvas.scene.add(
                mark.isHorizontal ? .line(x1: at, y1: from, x2: at, y2: to) : .line(x1: from, y1: at, x2: to, y2: at), "tick",
                tooltip: plot.tooltip(mark.attributes, place.datum, text))
        }
    }
}
