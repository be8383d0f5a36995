/// Which rows a chart or a table shows.
public enum RowSource: Sendable, Codable {
    /// Metrics by dimensions.
    case metrics([Located<String>], by: [Located<String>])
    /// A named `sql` block.
    case query(Located<String>)
    /// A named `analysis` block.
    case analysis(Located<String>)
}

extension Located<String> {
    /// Of `analysis: paths.transitions`, the analysis.
    public var analysis: String { String(value.prefix { $0 != "." }) }
    /// The table of its result; nil for the first.
    public var part: String? { value.firstIndex(of: ".").map { String(value[value.index(after: $0)...]) } }
}

/// A fenced `table` block.
public struct TableBlock: Sendable {
    public var id: String
    public var rows: RowSource
    public var slice: [SliceTerm]
    /// Besides the value: change, points, share, target, attainment, verdict, baseline, interval.
    public var columns: [Located<Reference.Form>]
    /// Of a query: what its columns are called and counted in.
    public var labels: [String: ColumnLabel]
    public var order: ChartBlock.Order
    public var limit: Int?
    public var total: Bool
    public var title: [Inline]
    public var note: [Inline]
    public var place: Place

    public init(
        id: String, rows: RowSource, slice: [SliceTerm] = [], columns: [Located<Reference.Form>] = [],
        labels: [String: ColumnLabel] = [:], order: ChartBlock.Order = .auto, limit: Int? = nil, total: Bool = false,
        title: [Inline] = [], note: [Inline] = [], place: Place
    ) {
        self.id = id
        self.rows = rows
        self.slice = slice
        self.columns = columns
        self.labels = labels
        self.order = order
        self.limit = limit
        self.total = total
        self.title = title
        self.note = note
        self.place = place
    }
}

/// How a query's column is shown.
public struct ColumnLabel: Sendable, Codable {
    public var label: String
    public var unit: Unit?

    public init(label: String, unit: Unit? = nil) {
        self.label = label
        self.unit = unit
    }
}

/// A fenced `scorecard` block: metrics as cards.
public struct ScorecardBlock: Sendable {
    public struct Item: Sendable {
        public var metric: Located<String>
        public var slice: [SliceTerm]
        /// In place of the metric's name.
        public var label: String?

        public init(metric: Located<String>, slice: [SliceTerm] = [], label: String? = nil) {
            self.metric = metric
            self.slice = slice
            self.label = label
        }
    }

    public var items: [Item]
    public var place: Place

    public init(items: [Item], place: Place) {
        self.items = items
        self.place = place
    }
}

/// A fenced `analysis` block: a named method with parameters.
public struct AnalysisBlock: Sendable {
    public var id: String
    public var method: Located<String>
    /// All other keys, as written.
    public var parameters: [(key: Located<String>, value: ParameterValue)]
    public var title: [Inline]
    public var place: Place

    public init(
        id: String, method: Located<String>, parameters: [(key: Located<String>, value: ParameterValue)],
        title: [Inline] = [], place: Place
    ) {
        self.id = id
        self.method = method
        self.parameters = parameters
        self.title = title
        self.place = place
    }
}

public indirect enum ParameterValue: Sendable {
    case scalar(Located<String>)
    case list([ParameterValue])
    case map([(key: Located<String>, value: ParameterValue)])
}

/// A fenced `sql` block: `~~~sql top_products`. It shows nothing itself; charts, tables and references use its rows.
public struct QueryBlock: Sendable {
    public var id: String
    public var sql: String
    public var place: Place

    public init(id: String, sql: String, place: Place) {
        self.id = id
        self.sql = sql
        self.place = place
    }
}
