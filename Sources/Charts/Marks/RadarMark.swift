/// A value on one of a radar's axes, which all begin at the centre. The points of a series are joined.
///
/// Areas and angles are hard to compare: for five to eight axes of one scale, with two or three series at most.
public struct RadarMark: Mark {
    public var attributes = MarkAttributes()
    let axis: PlottableValue
    let value: PlottableValue

    public init(axis: PlottableValue, value: PlottableValue) {
        self.axis = axis
        self.value = value
    }

    private var name: String { if case .text(let name) = axis.datum { name } else { axis.label } }

    public var statement: MarkStatement? { MarkStatement(place: .text(name), value: value.datum.number, series: attributes.series) }

    public static func extents(of marks: [RadarMark], _ options: ChartOptions) -> Extents {
        var extents = Extents()
        extents.hasValues = marks.contains { $0.value.datum.number != nil }
        return extents
    }

    public static func freeHeight(of marks: [RadarMark], width: Double, _ options: ChartOptions) -> Double? { min(380, width) }

    public static func draw(_ marks: [RadarMark], on plot: Plot, into canvas: inout Canvas) {
        var seen = Set<String>(), known = Set<String?>()
        let axes = marks.map(\.name).filter { seen.insert($0).inserted }
        let series = marks.map(\.attributes.series).filter { known.insert($0).inserted }
        let largest = marks.compactMap(\.value.datum.number).max() ?? 1
        let (_, high) = Ticks.nice(0, largest > 0 ? largest : 1, 4)
        let centre = (x: (plot.left + plot.right) / 2, y: (plot.top + plot.bottom) / 2)
        let widest = axes.map { TextMeasure.width($0, size: 12) }.max() ?? 0
        let radius = max(40, min((plot.right - plot.left) / 2 - min(widest, (plot.right - plot.left) / 4) - 14, (plot.bottom - plot.top) / 2 - 30))
        func point(_ index: Int, _ value: Double) -> (x: Double, y: Double) {
            let (sine, cosine) = Trigonometry.sineCosine(turns: Double(index) / Double(axes.count))
            let distance = radius * max(0, min(1, value / high))
            return (centre.x + distance * sine, centre.y - distance * cosine)
        }
        for tick in Ticks.ticks(0, high, 4) where tick > 0 {
            var ring = PathBuilder()
            ring.polygon(axes.indices.map { point($0, tick) })
            canvas.scene.add(.path(ring.data), "grid")
            guard tick < high else { continue }
            canvas.label(.value, [Canvas.Label.Place(x: centre.x + 4, y: point(0, tick).y + 4, anchor: .start, rows: [plot.yFormat.text(tick, plot.locale)])])
        }
        for (index, name) in axes.enumerated() {
            let end = point(index, high), (sine, cosine) = Trigonometry.sineCosine(turns: Double(index) / Double(axes.count))
            canvas.scene.add(.line(x1: centre.x, y1: centre.y, x2: end.x, y2: end.y), "grid")
            let anchor: Scene.Anchor = sine.magnitude < 0.2 ? .middle : sine > 0 ? .start : .end
            let text = TextMeasure.fitted(name, size: 12, width: anchor == .middle ? (plot.right - plot.left) * 0.8 : anchor == .start ? plot.right - end.x - 10 : end.x - plot.left - 10)
            canvas.label(.band, [Canvas.Label.Place(x: end.x + sine * 10, y: end.y - cosine * 12 + 4, anchor: anchor, rows: [text])])
        }
        for name in series {
            let own = marks.filter { $0.attributes.series == name }
            guard let attributes = own.first?.attributes else { continue }
            let values = Dictionary(own.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
            var path = PathBuilder(), isOpen = false, isWhole = true
            for (index, axis) in axes.enumerated() {
                guard let mark = values[axis], let value = mark.value.datum.number else { isOpen = false; isWhole = false; continue }
                let at = point(index, value)
                isOpen ? path.line(at.x, at.y) : path.move(at.x, at.y)
                isOpen = true
                canvas.scene.add(.circle(x: at.x, y: at.y, radius: 3), plot.colours.fill(attributes), tooltip: plot.tooltip(mark.attributes, mark.axis.datum, plot.yText(mark.value.datum)))
            }
            if isWhole { path.close() }
            canvas.scene.add(.path(path.data), plot.colours.stroke(attributes))
        }
    }
}
