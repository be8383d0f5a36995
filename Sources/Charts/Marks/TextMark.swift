/// A text at a place of the plot: the name of a quadrant, a note.
public struct TextMark: Mark {
    public var attributes = MarkAttributes()
    let x: PlottableValue
    let y: PlottableValue
    let text: String

    public init(_ text: String, x: PlottableValue, y: PlottableValue) {
        self.text = text
        self.x = x
        self.y = y
    }

    public static var layer: MarkLayer { .above }

    public var transposed: TextMark? {
        var mark = TextMark(text, x: y, y: x)
        mark.attributes = attributes
        return mark
    }

    public static func extents(of marks: [TextMark], _ options: ChartOptions) -> Extents {
        var extents = Extents()
        extents.x = marks.map(\.x.datum)
        extents.y = marks.map(\.y.datum)
        return extents
    }

    public static func draw(_ marks: [TextMark], on plot: Plot, into canvas: inout Canvas) {
        for mark in marks {
            guard let x = plot.x.center(of: mark.x.datum), let y = plot.y.center(of: mark.y.datum) else { continue }
            canvas.around(mark.text, x: x, y: y, distance: 2, mark.attributes.role == .strong ? "strong" : "label")
        }
    }
}
