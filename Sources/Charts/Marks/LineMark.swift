/// A point of a line. Points of a series are joined in the axis's order; a missing value leaves a gap.
public struct LineMark: Mark {
    /// How points are joined.
    public enum Interpolation: Sendable {
        case linear
        /// A smooth line that overshoots no point (Steffen 1990).
        case monotone
        /// The value holds until the next point.
        case step
    }

    public var attributes = MarkAttributes()
    let x: PlottableValue
    let y: PlottableValue
    let interpolation: Interpolation

    public init(x: PlottableValue, y: PlottableValue, interpolation: Interpolation = .linear) {
        self.x = x
        self.y = y
        self.interpolation = interpolation
    }

    /// A line in ink is derived from what else is drawn: a cumulative share.
    public var statement: MarkStatement? { attributes.role == .strong ? nil : MarkStatement(place: x.datum, value: y.datum.number, series: attributes.series) }

    public var transposed: LineMark? {
        var line = LineMark(x: y, y: x, interpolation: interpolation)
        line.attributes = attributes
        return line
    }

    public static func extents(of marks: [LineMark], _ options: ChartOptions) -> Extents {
        var extents = Extents()
        extents.x = marks.map(\.x.datum)
        extents.y = marks.map(\.y.datum).filter { !$0.isNumber || $0.number != nil }
        extents.hasValues = !extents.y.isEmpty
        return extents
    }

    public static func draw(_ marks: [LineMark], on plot: Plot, into canvas: inout Canvas) {
        var seen = Set<String?>()
        let names = marks.map(\.attributes.series).filter { seen.insert($0).inserted }
        let lines = names.map { name in marks.filter { $0.attributes.series == name } }
        // Quiet lines first, so that the others lie upon them.
        let order = lines.filter { plot.colours.isMuted($0[0].attributes) } + lines.filter { !plot.colours.isMuted($0[0].attributes) }
        var ends: [(name: String, y: Double, style: String)] = []
        for line in order {
            let attributes = line[0].attributes
            let last = path(line, on: plot, &canvas)
            if let name = attributes.series, let last { ends.append((name, last, plot.colours.text(attributes))) }
        }
        guard plot.labelsEnds else { return }
        let places = Spread.positions(ends.map(\.y), height: 15, low: plot.top - 6, high: plot.bottom + 6)
        for (end, y) in zip(ends, places) { canvas.scene.text(end.name, x: plot.right + 6, y: y + 4, end.style) }
    }

    /// One path per stretch without gaps; a point alone is a dot. Returns the height of the last point.
    private static func path(_ marks: [LineMark], on plot: Plot, _ canvas: inout Canvas) -> Double? {
        let style = plot.colours.stroke(marks[0].attributes)
        var path = PathBuilder(), run: [(x: Double, y: Double)] = [], last: (x: Double, y: Double)?
        func flush() {
            if run.count == 1, let only = run.first {
                canvas.scene.add(.circle(x: only.x, y: only.y, radius: 2.5), plot.colours.fill(marks[0].attributes))
            }
            if run.count > 1 { path.curve(run, marks[0].interpolation) }
            run = []
        }
        for point in points(of: marks, on: plot) {
            guard let y = point.y else { flush(); continue }
            run.append((point.x, y))
            last = (point.x, y)
        }
        flush()
        if !path.data.isEmpty { canvas.scene.add(.path(path.data), style, tooltip: marks[0].attributes.tooltip) }
        for mark in marks {
            guard let label = mark.attributes.label, let x = plot.x.center(of: mark.x.datum), let y = plot.y.center(of: mark.y.datum) else { continue }
            canvas.scene.add(.circle(x: x, y: y, radius: 3), plot.colours.fill(mark.attributes))
            canvas.around(label, x: x, y: y, distance: 6, prefers: mark.attributes.labelSide)
        }
        return last?.y
    }

    /// Pixels along the axis; nil heights are gaps.
    private static func points(of marks: [LineMark], on plot: Plot) -> [(x: Double, y: Double?)] {
        if let rows = plot.y.bands?.domain {
            let places = Dictionary(marks.map { ($0.y.datum, $0.x.datum) }, uniquingKeysWith: { first, _ in first })
            return rows.compactMap { row in
                guard let y = plot.y.center(of: row), let x = places[row].flatMap({ plot.x.center(of: $0) }) else { return nil }
                return (x, y)
            }
        }
        guard let bands = plot.x.bands else {
            let inOrder = marks.sorted { ($0.x.datum.number ?? 0) < ($1.x.datum.number ?? 0) }
            return inOrder.compactMap { mark in plot.x.center(of: mark.x.datum).map { ($0, plot.y.center(of: mark.y.datum)) } }
        }
        var heights = [Double?](repeating: nil, count: bands.domain.count)
        for mark in marks {
            if let rank = bands.rank(of: mark.x.datum), heights[rank] == nil { heights[rank] = plot.y.center(of: mark.y.datum) }
        }
        let middle = bands.start + bands.bandwidth / 2
        return heights.enumerated().map { (middle + Double($0) * bands.step, $1) }
    }
}
