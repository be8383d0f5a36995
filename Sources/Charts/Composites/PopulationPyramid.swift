/// Two groups by age or another order, back to back, as shares or counts.
public struct PopulationPyramid: ChartContent {
    public struct Row: Sendable {
        public var name: String
        public var left: Double?, right: Double?

        public init(_ name: String, left: Double?, right: Double?) {
            self.name = name
            (self.left, self.right) = (left, right)
        }
    }

    private let rows: [Row]
    private let names: (left: String, right: String)

    /// - Parameter rows: from the top, the oldest first as usual.
    public init(_ rows: [Row], names: (left: String, right: String)) {
        self.rows = rows
        self.names = names
    }

    public func marks(in context: ChartContext) -> [any Mark] {
        rows.flatMap { row in
            [(names.left, row.left, -1.0), (names.right, row.right, 1.0)].map { name, value, sign -> any Mark in
                let text = context.text(value)
                return BarMark(x: .value("", value.map { $0.magnitude * sign }), y: .value("", row.name), stacking: .unstacked)
                    .foregroundStyle(by: .value("", name)).label(value: value?.magnitude).tooltip("\(row.name) · \(name): \(text)")
            }
        }
    }

    public func prepare(_ options: inout ChartOptions) {
        options.rowHeight = 24
        options.xAxis.isSymmetric = true
    }
}
