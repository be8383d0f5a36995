/// Things by two measures, parted by a line in each into four fields with names: what to keep, mend, try and stop.
public struct QuadrantChart: ChartContent {
    public struct Point: Sendable {
        public var name: String
        public var x: Double?, y: Double?
        /// Its weight, for the symbol's area.
        public var size: Double?
        public var group: String?

        public init(_ name: String, x: Double?, y: Double?, size: Double? = nil, group: String? = nil) {
            self.name = name
            (self.x, self.y) = (x, y)
            self.size = size
            self.group = group
        }
    }

    private let points: [Point]
    private let middle: (x: Double?, y: Double?)
    private let formats: (x: ValueFormat?, y: ValueFormat?)
    private let isNamed: Bool

    /// - Parameters:
    ///   - middle: where the lines stand; nil is the median.
    ///   - formats: of the two axes.
    ///   - isNamed: whether points bear their names; a crowd has neither names nor lines.
    public init(_ points: [Point], middle: (x: Double?, y: Double?) = (nil, nil), formats: (x: ValueFormat?, y: ValueFormat?) = (nil, nil), isNamed: Bool = true) {
        self.isNamed = isNamed
        self.points = points
        self.middle = middle
        self.formats = formats
    }

    public func marks(in context: ChartContext) -> [any Mark] {
        let largest = points.compactMap(\.size).filter(\.isFinite).max() ?? 0
        var marks: [any Mark] = []
        if isNamed, let x = middle.x ?? Self.median(points.compactMap(\.x)) { marks.append(RuleMark(x: .value("", x)).foregroundStyle(.muted)) }
        if isNamed, let y = middle.y ?? Self.median(points.compactMap(\.y)) { marks.append(RuleMark(y: .value("", y)).foregroundStyle(.muted)) }
        // The heaviest first, so that small ones lie upon them and large ones are named first.
        for point in points.sorted(by: { ($0.size ?? 0) > ($1.size ?? 0) }) {
            let xText = point.x.map { (formats.x ?? context.format).text($0, context.locale) } ?? context.locale.missing
            let yText = point.y.map { (formats.y ?? context.format).text($0, context.locale) } ?? context.locale.missing
            var mark = PointMark(x: .value("", point.x), y: .value("", point.y)).label(isNamed ? point.name : nil).tooltip("\(point.name): \(xText), \(yText)")
            if let group = point.group { mark = mark.foregroundStyle(by: .value("", group)) }
            if largest > 0, let size = point.size { mark = mark.symbolSize(size / largest) }
            marks.append(mark)
        }
        return marks
    }

    private static func median(_ values: [Double]) -> Double? { Quantile.value(0.5, ofSorted: values.filter(\.isFinite).sorted()) }

    public func prepare(_ options: inout ChartOptions) {
        options.xAxis.format = formats.x
        options.yAxis.format = formats.y
    }
}
