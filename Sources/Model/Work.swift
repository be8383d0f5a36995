/// What the engine must do, in a fixed order: the plan of a build.
public struct Work: Sendable {
    /// Campaigns whose tables are read, those that serve only as a baseline included.
    public var campaigns: [String]
    /// One per campaign and table that metrics need: all its measures, periods and breakdowns in one scan.
    public var aggregates: [AggregateQuery]
    public var queries: [NamedQuery]
    public var checks: [DataCheck]
    /// The values that stand in texts, scorecards and tables.
    public var values: [ValueRequest]
    public var charts: [(campaign: String, block: ChartBlock)]
    public var tables: [(campaign: String, block: TableBlock)]
    public var analyses: [PlannedAnalysis]

    public init() {
        campaigns = []
        aggregates = []
        queries = []
        checks = []
        values = []
        charts = []
        tables = []
        analyses = []
    }
}

/// All that is needed of one table.
public struct AggregateQuery: Sendable {
    public struct Column: Sendable {
        /// The metric whose measure this is.
        public var metric: String
        public var measure: Measure

        public init(metric: String, measure: Measure) {
            self.metric = metric
            self.measure = measure
        }
    }

    public var campaign: String
    public var table: String
    /// Foreign keys of the table that must be followed, by index.
    public var joins: [Int]
    /// nil stands for rows of any date.
    public var periods: [Period?]
    public var dimensions: [Dimension]
    /// Breakdowns: indices into `dimensions`; the empty one is the total.
    public var sets: [[Int]]
    public var measures: [Column]

    public init(
        campaign: String, table: String, joins: [Int], periods: [Period?], dimensions: [Dimension], sets: [[Int]],
        measures: [Column]
    ) {
        self.campaign = campaign
        self.table = table
        self.joins = joins
        self.periods = periods
        self.dimensions = dimensions
        self.sets = sets
        self.measures = measures
    }
}

/// An author's `sql` block.
public struct NamedQuery: Sendable {
    public var campaign: String
    public var block: QueryBlock

    public init(campaign: String, block: QueryBlock) {
        self.campaign = campaign
        self.block = block
    }
}

/// An analysis block with the rows that its method asked for.
public struct PlannedAnalysis: Sendable {
    public var campaign: String
    public var block: AnalysisBlock
    public var uses: [MetricUse]
    public var queries: [String]

    public init(campaign: String, block: AnalysisBlock, uses: [MetricUse], queries: [String]) {
        self.campaign = campaign
        self.block = block
        self.uses = uses
        self.queries = queries
    }
}

/// A metric value that something shows.
public struct ValueRequest: Sendable {
    public var key: ValueKey
    /// Where it is asked for; nil for totals that nobody typed.
    public var terms: [SliceTerm]
    public var place: Place?

    public init(key: ValueKey, terms: [SliceTerm] = [], place: Place? = nil) {
        self.key = key
        self.terms = terms
        self.place = place
    }
}

/// A rule of tables.yaml that the data must obey.
public struct DataCheck: Sendable, Codable {
    public var campaign: String
    public var table: String
    /// All tables that it reads.
    public var tables: [String]
    public var rule: Rule
    /// Holds for a row that breaks the rule; nil where one row alone can't tell.
    public var condition: String?
    /// The rows that break the rule, as a SELECT of one column `example`.
    public var offending: String
    public var place: Place

    public init(
        campaign: String, table: String, tables: [String], rule: Rule, condition: String? = nil, offending: String, place: Place
    ) {
        self.campaign = campaign
        self.table = table
        self.tables = tables
        self.rule = rule
        self.condition = condition
        self.offending = offending
        self.place = place
    }
}

extension DataCheck {
    /// What a rule demands.
    public enum Rule: Hashable, Sendable, Codable {
        case unique(key: [String])
        case present(key: [String])
        case required(column: String)
        case allowed(column: String)
        case atLeast(column: String, String)
        case atMost(column: String, String)
        case exists(key: [String], table: String)
        case condition(String)
        case fresh(column: String, to: Day)
        case covers(column: String, period: Period)
        case sum(of: String, equals: String, by: [String])
        case distinct
        case near(column: String, times: String)

        /// Rows that break it may be right all the same: a person must look.
        public var isSuspicion: Bool {
            switch self {
            case .distinct, .near: true
            default: false
            }
        }
    }
}

public struct DataCheckResult: Sendable, Codable {
    public var check: DataCheck
    public var offending: Int
    public var examples: [String]

    public init(check: DataCheck, offending: Int, examples: [String]) {
        self.check = check
        self.offending = offending
        self.examples = examples
    }
}
