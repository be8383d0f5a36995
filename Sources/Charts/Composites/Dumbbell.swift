/// Two values of each category as dots on one line: before and after, ours and theirs.
public struct Dumbbell: ChartContent {
    public struct Row: Sendable {
        public var name: String
        public var first: Double?, second: Double?
        public var firstLabel: String?, secondLabel: String?

        public init(_ name: String, _ first: Double?, _ second: Double?, firstLabel: String? = nil, secondLabel: String? = nil) {
            self.name = name
            (self.first, self.second) = (first, second)
            (self.firstLabel, self.secondLabel) = (firstLabel, secondLabel)
        }
    }

    private let rows: [Row]
    private let names: (first: String, second: String)

    /// - Parameter names: what the first and the second values are.
    public init(_ rows: [Row], names: (first: String, second: String)) {
        self.rows = rows
        self.names = names
    }

    public func marks(in context: ChartContext) -> [any Mark] {
        rows.flatMap { row -> [any Mark] in
            let place = PlottableValue.value("", row.name)
            let link = LinkMark(xStart: .value("", row.first), yStart: place, xEnd: .value("", row.second), yEnd: place)
            let isRising = (row.first ?? 0) <= (row.second ?? 0)
            let first = PointMark(x: .value("", row.first), y: place).foregroundStyle(by: .value("", names.first))
            let second = PointMark(x: .value("", row.second), y: place).foregroundStyle(by: .value("", names.second))
            return [
                link, Self.labelled(first, row.firstLabel, row.first, on: isRising ? .left : .right),
                Self.labelled(second, row.secondLabel, row.second, on: isRising ? .right : .left),
            ]
        }
    }

    private static func labelled(_ point: PointMark, _ text: String?, _ value: Double?, on side: LabelSide) -> PointMark {
        text.map { point.label($0, on: side) } ?? point.label(value: value, on: side)
    }

    public func prepare(_ options: inout ChartOptions) {
        options.roles[names.first] = .muted
        options.roles[names.second] = .accent
    }
}
