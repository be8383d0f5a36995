/// The rows behind one chart or table: labelled, typed, in the order in which they are shown.
public struct RowSet: Sendable, Codable {
    public struct Column: Sendable, Codable {
        public enum Role: Hashable, Sendable, Codable {
            case dimension(isTime: Bool, isOrdered: Bool)
            /// A number: the metric's value or one of its companions.
            case value(Reference.Form)
        }

        /// For the CSV header: `channel`, `gmv`, `gmv_change`.
        public var id: String
        /// For people: 渠道, 成交总额.
        public var label: String
        public var role: Role
        /// nil for text.
        public var unit: Unit?
        public var decimals: Int?
        /// Of a query's column: what a chart draws it as.
        public var encoding: ChartBlock.Encoding?

        public init(id: String, label: String, role: Role, unit: Unit? = nil, decimals: Int? = nil) {
            self.id = id
            self.label = label
            self.role = role
            self.unit = unit
            self.decimals = decimals
        }

        public var isDimension: Bool { if case .dimension = role { true } else { false } }
    }

    /// A cell: its value, and the words for it where they are not the value's own (a label, a verdict, an interval).
    public struct Cell: Sendable, Codable {
        public var scalar: Scalar
        public var text: String

        public init(_ scalar: Scalar, text: String) {
            self.scalar = scalar
            self.text = text
        }

        public var number: Number? { scalar.number }
    }

    /// Something that happened; `moment` in days since 1970.
    public struct Event: Sendable, Codable {
        public var moment: Double
        public var name: String

        public init(moment: Double, name: String) { (self.moment, self.name) = (moment, name) }
    }

    public var columns: [Column]
    public var rows: [[Cell]]
    /// The row of totals, recomputed from the data (a ratio's total is the ratio of the sums).
    public var total: [Cell]?
    /// The direction of the first value column, for good and bad colours.
    public var direction: Direction
    /// The target of the first value column, where it has one.
    public var target: Number?
    public var targetText: String?
    /// The same rows at the baseline, aligned by day or by dimension: one number per row, nil where there is none.
    public var baseline: [Number?]?
    public var baselineName: String?
    /// Moments with names, drawn across a chart.
    public var events: [Event] = []
    /// Of rows that stand for something on another page: chapter and block, `conversion#steps`; empty for none.
    public var links: [String] = []
    /// 95 % intervals of the first value column.
    public var intervals: [Interval?]?

    /// The first rows, where a block shows no more.
    public func first(_ limit: Int?) -> RowSet {
        guard let limit, limit < rows.count else { return self }
        var cut = self
        cut.rows = Array(rows.prefix(limit))
        cut.baseline = baseline.map { Array($0.prefix(limit)) }
        cut.intervals = intervals.map { Array($0.prefix(limit)) }
        cut.links = Array(links.prefix(limit))
        return cut
    }

    public init(columns: [Column], rows: [[Cell]], direction: Direction = .none) {
        self.columns = columns
        self.rows = rows
        self.direction = direction
    }
}
