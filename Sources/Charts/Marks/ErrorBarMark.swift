/// An interval around a value, drawn upon its bar or point.
public struct ErrorBarMark: Mark {
    public var attributes = MarkAttributes()
    let category: Datum
    private let low: Double
    private let high: Double
    private let isHorizontal: Bool

    public init(x: PlottableValue, yStart: PlottableValue, yEnd: PlottableValue) { self.init(x, yStart, yEnd, isHorizontal: false) }
    public init(xStart: PlottableValue, xEnd: PlottableValue, y: PlottableValue) { self.init(y, xStart, xEnd, isHorizontal: true) }

    private init(_ category: PlottableValue, _ start: PlottableValue, _ end: PlottableValue, isHorizontal: Bool) {
        self.category = category.datum
        low = start.datum.number ?? .nan
        high = end.datum.number ?? .nan
        self.isHorizontal = isHorizontal
    }

    /// nil where an end is missing.
    var values: ClosedRange<Double>? { low <= high && low.isFinite && high.isFinite ? low...high : nil }

    public static var layer: MarkLayer { .above }

    public var transposed: ErrorBarMark? {
        let place = PlottableValue(label: "", datum: category), ends = [low, high].map { PlottableValue(label: "", datum: .number($0)) }
        var mark = ErrorBarMark(place, ends[0], ends[1], isHorizontal: !isHorizontal)
        mark.attributes = attributes
        return mark
    }

    public static func extents(of marks: [ErrorBarMark], _ options: ChartOptions) -> Extents {
        var extents = Extents()
        for mark in marks {
            let ends = mark.values.map { [Datum.number($0.lowerBound), .number($0.upperBound)] } ?? []
            extents.x += mark.isHorizontal ? ends : [mark.category]
            extents.y += mark.isHorizontal ? [mark.category] : ends
        }
        return extents
    }

    public static func draw(_ marks: [ErrorBarMark], on plot: Plot, into canvas: inout Canvas) {
        var seen = Set<String>()
        let positions = marks.compactMap(\.attributes.position).filter { seen.insert($0).inserted }
        for mark in marks {
            let (along, across) = mark.isHorizontal ? (plot.x, plot.y) : (plot.y, plot.x)
            guard let values = mark.values, let room = across.extent(of: .at(PlottableValue(label: "", datum: mark.category))), let scale = along.values else { continue }
            let slot = (room.to - room.from) / Double(max(1, positions.count))
            let index = mark.attributes.position.flatMap(positions.firstIndex) ?? 0
            let centre = room.from + (Double(index) + 0.5) * slot, cap = slot == 0 ? 4 : min(4, slot / 4)
            let from = scale.clamped(values.lowerBound), to = scale.clamped(values.upperBound)
            var path = PathBuilder()
            for (a, b) in mark.isHorizontal
                ? [((from, centre), (to, centre)), ((from, centre - cap), (from, centre + cap)), ((to, centre - cap), (to, centre + cap))]
                : [((centre, from), (centre, to)), ((centre - cap, from), (centre + cap, from)), ((centre - cap, to), (centre + cap, to))]
            {
                path.move(a.0, a.1)
                path.line(b.0, b.1)
            }
            let format = mark.isHorizontal ? plot.xFormat : plot.yFormat
            canvas.scene.add(
                .path(path.data), "error",
                tooltip: "\(format.text(values.lowerBound, plot.locale))–\(format.text(values.upperBound, plot.locale))")
        }
    }
}
