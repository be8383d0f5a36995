public import OrderedCollections

/// All that the pages show, computed: no later stage computes a number.
public struct Answers: Sendable, Codable {
    /// Each metric value that stands in a text, a scorecard or a table, and the total of every metric.
    public var values: OrderedDictionary<ValueKey, MetricValue>
    /// The rows behind each chart and table block, by campaign and block id.
    public var rowSets: [BlockKey: RowSet]
    public var analyses: [BlockKey: AnalysisResult]
    /// Results of named `sql` blocks.
    public var queries: [BlockKey: ResultTable]
    /// The data files that were read, by campaign and table.
    public var sources: [BlockKey: TableSource]
    /// What stands in the text for each reference, by the place where it is written.
    public var references: [ReferenceKey: ReferenceAnswer]
    /// The days of the period, for the scorecards' small lines; nil where a day has no value.
    public var dailyValues: [ValueKey: [Number?]]
    /// What the checks of the data found, one entry per check that ran.
    public var dataChecks: [DataCheckResult]
    /// The same files would give the same answers at any time: no query asked for the clock, no table lies in a warehouse.
    public var isRepeatable = false

    public init() {
        values = [:]
        rowSets = [:]
        analyses = [:]
        queries = [:]
        sources = [:]
        references = [:]
        dailyValues = [:]
        dataChecks = []
    }
}

/// A block or a table of one campaign.
public struct BlockKey: Hashable, Sendable, Codable {
    public var campaign: String
    public var id: String

    public init(campaign: String, id: String) {
        self.campaign = campaign
        self.id = id
    }
}

/// One number: a metric, of a campaign, for a slice.
public struct ValueKey: Hashable, Sendable, Codable {
    public var campaign: String
    public var metric: String
    /// Dimension to value as the data has it; `period` and `phase` count as dimensions. Sorted by dimension.
    public var slice: [SliceEntry]

    public struct SliceEntry: Hashable, Sendable, Codable {
        public var dimension: String
        public var value: String

        public init(dimension: String, value: String) {
            self.dimension = dimension
            self.value = value
        }
    }

    public init(campaign: String, metric: String, slice: [(dimension: String, value: String)] = []) {
        self.campaign = campaign
        self.metric = metric
        self.slice = slice.map { SliceEntry(dimension: $0.dimension, value: $0.value) }
            .sorted { ($0.dimension, $0.value) < ($1.dimension, $1.value) }
    }

    /// The key of a reference or a scorecard's item as its author wrote it.
    public init(campaign: String, metric: String, terms: [SliceTerm]) {
        self.init(
            campaign: campaign, metric: metric,
            slice: terms.map { (dimension: $0.dimension.value, value: $0.value.value) })
    }

    /// A stable anchor for the value: `gmv`, `gmv.channel-wechat`.
    public var anchor: String {
        ([metric] + slice.map { "\($0.dimension)-\($0.value)" }).joined(separator: ".")
    }
}

/// What a reference in the text shows.
public struct ReferenceAnswer: Hashable, Sendable, Codable {
    public var text: String
    /// The entry of the data dictionary that explains it; nil where it has none (a query's column).
    public var anchor: String?
    /// In a few words what the number is, for a pointer that rests on it: name and definition.
    public var title: String
    /// The value is missing: the text is "—".
    public var isMissing: Bool
    /// What a claim is held against; nil where the reference shows words.
    public var number: Number?
    /// nil for a query's column, which may be claimed in any unit.
    public var unit: Unit?

    public init(
        text: String, anchor: String? = nil, title: String, isMissing: Bool = false, number: Number? = nil,
        unit: Unit? = nil
    ) {
        self.text = text
        self.anchor = anchor
        self.title = title
        self.isMissing = isMissing
        self.number = number
        self.unit = unit
    }
}

/// A metric's value with all that belongs to it.
public struct MetricValue: Sendable, Codable {
    public var key: ValueKey
    public var name: String
    public var unit: Unit
    public var direction: Direction
    /// nil: missing, shown as "—".
    public var value: Number?
    /// The value with its unit, in the campaign's language.
    public var text: String
    /// What it is compared with, in the same period or per day as the baseline says.
    public var baseline: Number?
    public var baselineText: String?
    /// Where the baseline comes from, in words: a period's name, a campaign's title, a source.
    public var baselineName: String?
    /// Whether value and baseline were compared per day.
    public var comparedPerDay: Bool
    /// Relative change against the baseline: 0.235 is +23.5 %.
    public var change: Number?
    public var changeText: String?
    /// Absolute change of a rate, as a fraction: 0.032 is +3.2 points.
    public var points: Number?
    public var pointsText: String?
    public var target: Target?
    public var targetText: String?
    /// Value ÷ target, or target ÷ value where lower is better.
    public var attainment: Number?
    public var attainmentText: String?
    public var verdict: Verdict?
    /// 95 % interval, of ratios of counts.
    public var interval: Interval?
    public var intervalText: String?
    /// The worst threshold that the value is beyond.
    public var warning: Threshold.Level?
    /// Of a slice: the extremes of what it is a slice of, for each of its dimensions.
    public var peers: [Peers] = []
    /// Why there is no value: it was never set.
    public var notSet: String?
    /// A query that returns this value alone.
    public var sql: String
    /// Ids of the tables it was computed from.
    public var tables: [String]

    public init(
        key: ValueKey, name: String, unit: Unit, direction: Direction, value: Number?, text: String, sql: String,
        tables: [String]
    ) {
        self.key = key
        self.name = name
        self.unit = unit
        self.direction = direction
        self.value = value
        self.text = text
        self.sql = sql
        self.tables = tables
        comparedPerDay = false
    }
}

/// The slices beside one: its metric's values for all of a dimension, the slice's other terms held.
public struct Peers: Sendable, Codable {
    public struct Extreme: Sendable, Codable {
        public var name: String
        public var value: Number
        public var text: String

        public init(name: String, value: Number, text: String) { (self.name, self.value, self.text) = (name, value, text) }
    }

    public var dimension: String
    public var lowest: Extreme
    public var highest: Extreme

    public init(dimension: String, lowest: Extreme, highest: Extreme) { (self.dimension, self.lowest, self.highest) = (dimension, lowest, highest) }
}

public enum Verdict: String, Sendable, Codable {
    case met, missed
    /// The interval contains the target: the data cannot tell.
    case undecided
}

public struct Interval: Hashable, Sendable, Codable {
    public var low: Number
    public var high: Number
    /// How many observations it rests on.
    public var count: Number

    public init(low: Number, high: Number, count: Number) {
        self.low = low
        self.high = high
        self.count = count
    }
}

/// A data file that was read.
public struct SourceFile: Hashable, Sendable, Codable {
    /// Relative to the campaign's folder: `data/orders.csv`.
    public var path: String
    public var bytes: Int
    public var sha256: String

    public init(path: String, bytes: Int, sha256: String) {
        self.path = path
        self.bytes = bytes
        self.sha256 = sha256
    }
}

/// A table as it was read: its files and how many rows they hold together.
public struct TableSource: Sendable, Codable {
    public var files: [SourceFile]
    public var rows: Int
    /// The days of its first and last row, by the column that dates a row.
    public var days: ClosedRange<Day>?

    public init(files: [SourceFile], rows: Int) {
        self.files = files
        self.rows = rows
    }
}

/// A reference by where it stands, and the edition in whose language it is answered: editions share files.
public struct ReferenceKey: Hashable, Sendable, Codable {
    public var campaign: String
    public var place: Place

    public init(campaign: String, place: Place) { (self.campaign, self.place) = (campaign, place) }
}

extension Answers {
    public func answer(to reference: Reference, in campaign: Campaign) -> ReferenceAnswer? {
        references[ReferenceKey(campaign: campaign.id, place: reference.place)]
    }
}
