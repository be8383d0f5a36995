/// A line from one value to another, named and numbered at both ends: what rose and what fell between two times.
public struct SlopeMark: Mark {
    public var attributes = MarkAttributes()
    let start: PlottableValue
    let end: PlottableValue
    let startText: String?
    let endText: String?

    /// - Parameters:
    ///   - start: its label heads the left side.
    ///   - end: its label heads the right side.
    public init(start: PlottableValue, end: PlottableValue, startText: String? = nil, endText: String? = nil) {
        self.start = start
        self.end = end
        self.startText = startText
        self.endText = endText
    }

    private var name: String { attributes.label ?? attributes.series ?? "" }

    public var statement: MarkStatement? { MarkStatement(place: .text(name), value: end.datum.number, series: end.label) }

    public static func extents(of marks: [SlopeMark], _ options: ChartOptions) -> Extents {
        var extents = Extents()
        extents.hasValues = marks.contains { $0.start.datum.number != nil && $0.end.datum.number != nil }
        return extents
    }

    public static func freeHeight(of marks: [SlopeMark], width: Double, _ options: ChartOptions) -> Double? {
        max(220, min(420, Double(marks.count) * 26 + 60))
    }

    public static func draw(_ marks: [SlopeMark], on plot: Plot, into canvas: inout Canvas) {
        let known = marks.filter { $0.start.datum.number != nil && $0.end.datum.number != nil }
        guard let first = known.first else { return }
        let numbers = known.flatMap { [$0.start.datum.number, $0.end.datum.number] }.compactMap { $0 }
        guard let low = numbers.min(), let high = numbers.max() else { return }
        let scale = ContinuousScale(kind: .linear, low: low, high: high, from: plot.bottom - 16, to: plot.top + 34)
        func text(_ value: PlottableValue, _ own: String?) -> String { own ?? plot.yText(value.datum) }
        let room = (plot.right - plot.left) * 0.36
        // The name is cut where there is no room for both, never the number.
        func name(_ mark: SlopeMark, beside number: String) -> String { fitted(mark.name, room - TextMeasure.width(number + "  ", size: 12)) }
        let left = known.map { mark -> String in
            let number = text(mark.start, mark.startText)
            return "\(name(mark, beside: number))  \(number)"
        }
        let right = known.map { mark -> String in
            let number = text(mark.end, mark.endText)
            return "\(number)  \(name(mark, beside: number))"
        }
        let x1 = plot.left + (left.map { TextMeasure.width($0, size: 12) }.max() ?? 0) + 10
        let x2 = plot.right - (right.map { TextMeasure.width($0, size: 12) }.max() ?? 0) - 10
        let y1 = known.map { scale.position(of: $0.start.datum.number ?? 0) ?? 0 }, y2 = known.map { scale.position(of: $0.end.datum.number ?? 0) ?? 0 }
        for (index, mark) in known.enumerated() {
            let words = "\(mark.name): \(text(mark.start, mark.startText)) → \(text(mark.end, mark.endText))"
            canvas.scene.add(.line(x1: x1, y1: y1[index], x2: x2, y2: y2[index]), plot.colours.stroke(mark.attributes), tooltip: mark.attributes.tooltip ?? words)
            for (x, y) in [(x1, y1[index]), (x2, y2[index])] {
                canvas.scene.add(.circle(x: x, y: y, radius: 3.5), plot.colours.fill(mark.attributes))
            }
        }
        write(left, at: y1, x: x1 - 9, .end, known, plot, &canvas.scene)
        write(right, at: y2, x: x2 + 9, .start, known, plot, &canvas.scene)
        canvas.scene.text(fitted(first.start.label, x1 - plot.left), x: x1, y: plot.top + 12, anchor: .end, "title")
        canvas.scene.text(fitted(first.end.label, plot.right - x2), x: x2, y: plot.top + 12, anchor: .start, "title")
    }

    private static func fitted(_ text: String, _ room: Double) -> String { TextMeasure.fitted(text, size: 12, width: room) }

    /// Labels beside the ends, moved apart where they would meet; left out from the smallest room on where they can't.
    private static func write(
        _ texts: [String], at wanted: [Double], x: Double, _ anchor: Scene.Anchor, _ marks: [SlopeMark], _ plot: Plot, _ scene: inout Scene
    ) {
        let room = plot.bottom - plot.top - 22
        guard Double(texts.count) * 15 <= room else { return }
        let places = Spread.positions(wanted, height: 15, low: plot.top + 22, high: plot.bottom)
        for (index, text) in texts.enumerated() {
            scene.text(text, x: x, y: places[index] + 4, anchor: anchor, plot.colours.text(marks[index].attributes))
        }
    }
}
