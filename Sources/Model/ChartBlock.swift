/// A fenced `chart` block.
public struct ChartBlock: Sendable, Codable {
    /// How rows become a drawing. What each takes stands in `Draw`, one file a mark.
    public enum Mark: String, Sendable, CaseIterable, Codable {
        case auto, line, area, bar, bullet, donut
        case funnel, waterfall, pareto, slope, dumbbell, likert, pyramid, radar
        case heatmap, calendar, cohort, map, treemap, sankey
        case scatter, curve, histogram, box, violin, beeswarm, gantt
    }

    /// `stream` is for areas.
    public enum Position: String, Sendable, CaseIterable, Codable { case group, stack, percent, stream }
    public enum Order: String, Sendable, CaseIterable, Codable { case auto, value, name, data }
    /// How an axis of numbers is bent.
    public enum Scale: String, Sendable, CaseIterable, Codable { case linear, log, sqrt, symlog }

    /// What a query's column is drawn as.
    public enum Encoding: String, Sendable, CaseIterable, Codable {
        /// Along, and up: the number.
        case x, y
        /// The symbol's area.
        case size
        /// The ends of an interval around `y`.
        case low, high
        /// A bar of a timeline lasts from `x` to `end`.
        case end
        /// The name of a point or a task.
        case label
    }

    /// Unique in the campaign; file names and anchors come from it.
    public var id: String
    public var mark: Located<Mark>
    public var rows: RowSource
    /// The second dimension, whose values become series.
    public var series: Located<String>?
    /// A dimension whose values get a small chart each.
    public var facet: Located<String>?
    public var slice: [SliceTerm] = []
    /// Of a query: which column is drawn as what.
    public var encodings: [Encoding: Located<String>] = [:]
    /// Of an analysis that draws itself: several columns of numbers, each a series.
    public var values: [String] = []
    /// Of a query: what its columns are called and counted in.
    public var labels: [String: ColumnLabel] = [:]
    public var position = Position.group
    public var horizontal = false
    public var order = Order.auto
    /// How many categories at most; the rest is added up as "other" where the metric is additive.
    public var limit: Int?
    public var scale = Scale.linear
    public var showsTarget = false
    public var showsPhases = false
    public var showsBaseline = false
    public var showsInterval = false
    /// The highest point bears its value.
    public var showsPeak = false
    /// A query of moments and names, drawn across the chart.
    public var events: Located<String>?
    public var highlight: String?
    /// Colours part at this number.
    public var middle: Double?
    /// Of a waterfall: which rows are levels and not changes.
    public var totals: [String] = []
    public var title: [Inline]
    public var subtitle: [Inline] = []
    public var note: [Inline] = []
    public var source: String?
    public var place: Place

    public init(id: String, mark: Located<Mark>, rows: RowSource, title: [Inline], subtitle: [Inline] = [], note: [Inline] = [], place: Place) {
        self.id = id
        self.mark = mark
        self.rows = rows
        self.title = title
        self.subtitle = subtitle
        self.note = note
        self.place = place
    }
}

extension ChartBlock.Mark {
    /// The encodings that hold numbers; the others hold names and times.
    public var numericEncodings: Set<ChartBlock.Encoding> {
        switch self {
        case .scatter, .curve: [.x, .y, .size, .low, .high]
        case .gantt: [.size]
        default: [.y, .size, .low, .high]
        }
    }

    /// What a chart over a query must name.
    public var queryKeys: [ChartBlock.Encoding] {
        switch self {
        case .gantt: [.label, .x]
        case .histogram: [.y]
        default: [.x, .y]
        }
    }
}
