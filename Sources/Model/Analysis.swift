public import OrderedCollections

/// A named method that answers a question from metrics: a funnel, a retention curve, an attribution.
///
/// A method is one file under `Compute/Analyses/` and one line in its list.
public protocol AnalysisMethod: Sendable {
    /// What `method:` says.
    var name: String { get }
    /// The keys that the block may have besides `method`, `id` and `title`.
    var parameters: [AnalysisParameter] { get }
    /// Which metric values it needs, so that they are computed together with all others.
    func uses(of block: AnalysisBlock, in campaign: Campaign) -> (uses: [MetricUse], problems: [Problem])
    /// The answer, from those values.
    func run(_ block: AnalysisBlock, in campaign: Campaign, reading metrics: any MetricReader) -> AnalysisResult
}

public struct AnalysisParameter: Sendable {
    public var name: String
    public var isRequired: Bool

    public init(_ name: String, isRequired: Bool = false) {
        self.name = name
        self.isRequired = isRequired
    }
}

/// A metric, by some dimensions, held at a slice, over a period.
public struct MetricUse: Hashable, Sendable {
    public var campaign: String
    public var metric: String
    public var dimensions: [String]
    public var slice: [ValueKey.SliceEntry]

    public init(campaign: String, metric: String, dimensions: [String] = [], slice: [ValueKey.SliceEntry] = []) {
        self.campaign = campaign
        self.metric = metric
        self.dimensions = dimensions
        self.slice = slice
    }
}

/// What a method reads its numbers through.
public protocol MetricReader: Sendable {
    /// The metric's rows by the use's dimensions, sorted by them; one row with no key for a total.
    func rows(of use: MetricUse) -> [(key: [Scalar], value: Number?)]
    /// One value with its target, verdict and the rest.
    func value(of key: ValueKey) -> MetricValue?
    /// What pages call a value of a dimension.
    func label(of value: Scalar, dimension: String, metric: String, campaign: String) -> String
}

public struct AnalysisResult: Sendable {
    /// Quotable in the prose as `{{id.result}}`.
    public var values: OrderedDictionary<String, AnalysisValue>
    public var rows: RowSet
    /// Sentences with numbers in them, most important first, in the campaign's language.
    public var findings: [Finding]
    /// The chart that shows it best; nil where a table does.
    public var mark: ChartBlock.Mark?

    public init(
        values: OrderedDictionary<String, AnalysisValue> = [:], rows: RowSet, findings: [Finding] = [],
        mark: ChartBlock.Mark? = nil
    ) {
        self.values = values
        self.rows = rows
        self.findings = findings
        self.mark = mark
    }
}

public struct AnalysisValue: Sendable {
    public var number: Number?
    public var unit: Unit
    public var text: String
    public var interval: Interval?

    public init(number: Number?, unit: Unit, text: String, interval: Interval? = nil) {
        self.number = number
        self.unit = unit
        self.text = text
        self.interval = interval
    }
}

/// A sentence with numbers in it, written by the program.
public struct Finding: Sendable {
    public var text: String

    public init(_ text: String) { self.text = text }
}
