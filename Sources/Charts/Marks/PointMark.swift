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

    /// A point in ink stands beside the data: an outlier, a milestone.
    public var statement: MarkStatement? {
        if attributes.role == .strong || x.datum.isTime && !y.datum.isNumber { return nil }
        return y.datum.isNumber
            ? MarkStatement(place: x.datum, value: y.datum.number, series: attributes.series)
            : MarkStatement(place: y.datum, value: x.datum.number, series: attributes.series, isHorizontal: true)
    }

    public var transposed: PointMark? {
        var point = PointMark(x: y, y: x, symbol: symbol)
        point.attributes = attributes
        return point
    }

    public static func extents(of marks: [PointMark], _ options: ChartOptions) -> Extents {
        var extents = Extents()
        extents.x = marks.map(\.x.datum).filter { !$0.isNumber || $0.number != nil }
        extents.y = marks.map(\.y.datum).filter { !$0.isNumber || $0.number != nil }
        extents.xIsContinuous = marks.contains { if case .moment = $0.x.datum { true } else { false } }
        let beside = marks.filter { $0.x.datum.isNumber && !$0.y.datum.isNumber }.filter { $0.attributes.labelSide == .left || $0.attributes.labelSide == .right }
        // A number is at most as wide as this, whatever its scale.
        extents.labelRoom = beside.map { TextMeasure.width($0.attributes.label ?? "00.00%", size: 12) + 9 }.max() ?? 0
        extents.padding = marks.contains { $0.attributes.size != nil } ? 0.06 : marks.contains { $0.x.datum.isTime } ? 0.02 : 0
        extents.hasValues = !extents.x.isEmpty && !extents.y.isEmpty
        return extents
    }

    public static var layer: MarkLayer { .above }

    /// Points without words of their own are one path, so that a thousand stay small.
    public static func draw(_ marks: [PointMark], on plot: Plot, into canvas: inout Canvas) {
        let isCrowd = marks.count > 200
        var crowds: [(series: String?, role: MarkRole?, style: String, path: PathBuilder)] = []
        for mark in marks {
            guard let x = plot.x.center(of: mark.x.datum), let y = plot.y.center(of: mark.y.datum) else { continue }
            let radius = mark.attributes.size.map { 3 + 15 * max(0, min(1, $0)).squareRoot() } ?? (mark.symbol == .circle ? 4 : 5)
            if isCrowd, mark.attributes.label == nil, mark.attributes.size == nil {
                let (series, role) = (mark.attributes.series, mark.attributes.role), isPlain = mark.attributes.colour?.datum.isNumber != true
                // The look of a series is asked for once; numbers that colour may each have another.
                var index = isPlain && crowds.count <= 64 ? crowds.firstIndex { $0.role == role && $0.series == series } : nil
                if index == nil {
                    let style = plot.colours.stroke(mark.attributes) + " crowd"
                    index = isPlain && crowds.count <= 64 ? nil : crowds.firstIndex { $0.style == style }
                    if index == nil { crowds.append((series, role, style, PathBuilder())) }
                }
                crowds[index ?? crowds.count - 1].path.dot(x, y)
                continue
            }
            let place = mark.y.datum.isNumber ? plot.tooltip(mark.attributes, mark.x.datum, plot.yText(mark.y.datum)) : plot.tooltip(mark.attributes, mark.y.datum, plot.xText(mark.x.datum))
            canvas.scene.add(shape(mark.symbol, x, y, radius), plot.colours.fill(mark.attributes) + (mark.attributes.size == nil ? "" : " bubble"), tooltip: place)
            canvas.keepFree(x: x - radius, y: y - radius, width: radius * 2, height: radius * 2)
            let label = mark.attributes.labelValue.map { plot.label(mark.attributes, $0, mark.y.datum.isNumber ? plot.yFormat : plot.xFormat) } ?? mark.attributes.label
            if let label { canvas.around(label, x: x, y: y, distance: radius + 3, prefers: mark.attributes.labelSide) }
        }
        for crowd in crowds { canvas.scene.add(.path(crowd.path.data), crowd.style) }
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
