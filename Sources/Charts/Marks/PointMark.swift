/// A symbol at a place: a dot of a scatter plot, a milestone.
public struct PointMark: Mark {
    public enum Symbol: Sendable { case circle, diamond, square }

    public var attributes = MarkAttributes()
    let x: PlottableValue
    let y: PlottableValue
    let symbol: Symbol

    public init(x: PlottableValue, y: PlottableValue, symbol: Symbol = .circle) {
        self.x = x
        self.y = y
        self.symbol = symbol
    }

    public static func extents(of marks: [PointMark], _ options: ChartOptions) -> Extents {
        var extents = Extents()
        extents.x = marks.map(\.x.datum).filter { !$0.isNumber || $0.number != nil }
        extents.y = marks.map(\.y.datum).filter { !$0.isNumber || $0.number != nil }
        extents.xIsContinuous = marks.contains { if case .moment = $0.x.datum { true } else { false } }
        extents.hasValues = !extents.x.isEmpty && !extents.y.isEmpty
        return extents
    }

    public static var layer: MarkLayer { .above }

    /// Points without words of their own are one path, so that a thousand stay small.
    public static func draw(_ marks: [PointMark], on plot: Plot, into canvas: inout Canvas) {
        let isCrowd = marks.count > 200
        var crowds: [String: PathBuilder] = [:], order: [String] = []
        for mark in marks {
            guard let x = plot.x.center(of: mark.x.datum), let y = plot.y.center(of: mark.y.datum) else { continue }
            let radius = mark.attributes.size.map { 3 + 15 * max(0, min(1, $0)).squareRoot() } ?? (mark.symbol == .circle ? 4 : 5)
            if isCrowd, mark.attributes.label == nil, mark.attributes.size == nil {
                let style = plot.colours.stroke(mark.attributes) + " crowd"
                if crowds[style] == nil { order.append(style) }
                crowds[style, default: PathBuilder()].dot(x, y)
                continue
            }
            let place = mark.y.datum.isNumber ? plot.tooltip(mark.attributes, mark.x.datum, plot.yText(mark.y.datum)) : plot.tooltip(mark.attributes, mark.y.datum, plot.xText(mark.x.datum))
            canvas.scene.add(shape(mark.symbol, x, y, radius), plot.colours.fill(mark.attributes) + (mark.attributes.size == nil ? "" : " bubble"), tooltip: place)
            if let label = mark.attributes.label { canvas.around(label, x: x, y: y, distance: radius + 3) }
        }
        for style in order { canvas.scene.add(.path(crowds[style]?.data ?? ""), style) }
    }

    private static func shape(_ symbol: Symbol, _ x: Double, _ y: Double, _ radius: Double) -> Scene.Shape {
        switch symbol {
        case .circle: return .circle(x: x, y: y, radius: radius)
        case .square: return .rect(x: x - radius, y: y - radius, width: radius * 2, height: radius * 2)
        case .diamond:
            var path = PathBuilder()
            path.polygon([(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)])
            return .path(path.data)
        }
    }
}
