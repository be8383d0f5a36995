/// A named measure: defined once, computed from data, shown anywhere.
public struct Metric: Sendable {
    public var id: String
    public var name: String
    /// Its names in the languages that this edition is not in: a search finds them too.
    public var otherNames: [String] = []
    public var description: String?
    public var kind: Kind
    public var unit: Unit
    /// Decimals to show, where the unit's own rule is not wanted.
    public var decimals: Int?
    public var direction: Direction
    public var target: Target?
    public var baseline: Baseline?
    /// Values at which pages warn, worst last.
    public var thresholds: [Threshold]
    /// The period it is taken over; the campaign's own where none is named, `all` for rows of any date.
    public var period: Located<String>?
    public var place: Place

    /// How a metric comes about.
    public enum Kind: Sendable {
        case measure(Measure)
        /// One metric divided by another; broken down as the ratio of the parts' sums.
        case ratio(numerator: Located<String>, denominator: Located<String>)
        case formula(Formula)
        /// One number taken from a metric's values by a dimension: the largest day, the mean week.
        case rollup(take: Rollup, of: Located<String>, by: Located<String>)
        /// A number that is computed elsewhere under a name of its own: a slice, a change, a result of an analysis or a query.
        case shows(Reference)
        /// A number that nobody set, and why it stands here.
        case notSet(String)
    }

    /// Whether it has rows of its own, which can be sliced, broken down and calculated with.
    public var hasRows: Bool {
        switch kind {
        case .shows, .notSet: false
        default: true
        }
    }

    public init(
        id: String, name: String, description: String? = nil, kind: Kind, unit: Unit, decimals: Int? = nil,
        direction: Direction = .none, target: Target? = nil, baseline: Baseline? = nil, thresholds: [Threshold] = [],
        period: Located<String>? = nil, place: Place
    ) {
        self.id = id
        self.name = name
        self.description = description
        self.kind = kind
        self.unit = unit
        self.decimals = decimals
        self.direction = direction
        self.target = target
        self.baseline = baseline
        self.thresholds = thresholds
        self.period = period
        self.place = place
    }
}

public enum Rollup: String, Sendable, CaseIterable { case max, min, mean, median, first, last }

/// An aggregate over one table: `sum(amount)`, `count(*)`, `count_distinct(user_id)`.
public struct Measure: Sendable {
    public enum Function: String, Sendable, CaseIterable {
        case sum, count, avg, min, max, median
        case countDistinct = "count_distinct"

        /// Whether it grows with the number of rows: then a sample's figure is divided by the sample's rate, and a
        /// longer period gives a larger figure.
        public var isAdditive: Bool { self == .sum || self == .count || self == .countDistinct }
    }

    public var function: Function
    /// What is aggregated; nil for `count(*)`.
    public var argument: Expression?
    public var table: Located<String>
    /// Only rows for which this holds.
    public var filter: Expression?

    public init(function: Function, argument: Expression?, table: Located<String>, filter: Expression? = nil) {
        self.function = function
        self.argument = argument
        self.table = table
        self.filter = filter
    }
}

/// An SQL expression over a table's columns, with the names in it found.
public struct Expression: Sendable {
    public var sql: String
    /// Each column named, as `column` or `table.column`, in order.
    public var columns: [Located<String>]
    public var place: Place

    public init(sql: String, columns: [Located<String>], place: Place) {
        self.sql = sql
        self.columns = columns
        self.place = place
    }
}

/// Arithmetic over metrics: `gmv - refunds`, `(a + b) / 2`.
public indirect enum Formula: Sendable {
    case metric(Located<String>)
    case number(Number)
    case add(Formula, Formula), subtract(Formula, Formula), multiply(Formula, Formula), divide(Formula, Formula)
    case negate(Formula)

    /// The metrics named, in order.
    public var metrics: [Located<String>] {
        switch self {
        case .metric(let name): [name]
        case .number: []
        case .add(let a, let b), .subtract(let a, let b), .multiply(let a, let b), .divide(let a, let b):
            a.metrics + b.metrics
        case .negate(let inner): inner.metrics
        }
    }
}

/// What a metric was meant to reach: a value, or a range whose lower end counts as reached.
public struct Target: Sendable, Codable {
    public var low: Number
    /// The upper end of a range.
    public var high: Number?
    public var source: String?

    public init(low: Number, high: Number? = nil, source: String? = nil) {
        self.low = low
        self.high = high
        self.source = source
    }
}

public struct Threshold: Sendable {
    public enum Level: String, Sendable, Codable { case warn, alert }
    public var level: Level
    public var value: Number

    public init(level: Level, value: Number) {
        self.level = level
        self.value = value
    }
}

/// What a value is compared with.
public enum Baseline: Sendable {
    /// The same metric in another period of this campaign's tables.
    case period(Located<String>, compare: Comparison?)
    /// The same metric of another campaign, over that campaign's own period.
    case campaign(Located<String>, compare: Comparison?)
    /// A figure from outside, with where it comes from.
    case literal(Number, source: String)
}

/// How an additive metric is compared when the two periods differ in length.
public enum Comparison: String, Sendable, CaseIterable {
    case total
    case perDay = "per_day"
}
