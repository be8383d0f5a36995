/// A named method that answers a question: a funnel, a test, an attribution.
///
/// A method is one file under `Compute/Analyses/` and one line in its list.
public protocol AnalysisMethod: Sendable {
    /// What `method:` says.
    var name: String { get }
    /// The keys that the block may have besides `method`, `id` and `title`. They are checked before the method sees them.
    var parameters: [AnalysisParameter] { get }
    /// Whether it reads the findings of the other analyses, and so runs after them.
    var readsOthers: Bool { get }
    /// Which metric values and rows it needs, so that they are computed together with all others.
    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds
    /// The answer, from those.
    func run(_ input: AnalysisInput) -> AnalysisResult
}

extension AnalysisMethod {
    public var readsOthers: Bool { false }
}

/// A key of an analysis block, and what may stand there.
public struct AnalysisParameter: Sendable {
    public enum Kind: Sendable {
        case metric, metrics
        /// A dimension of the metrics that another parameter names.
        case dimension(of: String)
        /// A table or an sql block; brings `where:` and `period:` along.
        case source
        /// A column of the source, or of a table that it leads to.
        case column, columns
        case number(ClosedRange<Double>)
        case whole(ClosedRange<Int>)
        case choice([String])
        case flag
        case words
        /// A declared period.
        case period
        /// `{column: value}`, of the source.
        case slice
        /// The id of another analysis.
        case analysis
        /// Anything; the method checks it.
        case free
    }

    public var name: String
    public var kind: Kind
    public var isRequired: Bool

    public init(_ name: String, _ kind: Kind, isRequired: Bool = false) {
        self.name = name
        self.kind = kind
        self.isRequired = isRequired
    }
}

/// What a method asks for.
public struct AnalysisNeeds: Sendable {
    public var uses: [MetricUse]
    /// SELECTs over the campaign's tables; their rows come in the same order.
    public var queries: [String]
    public var problems: [Problem]

    public init(uses: [MetricUse] = [], queries: [String] = [], problems: [Problem] = []) {
        self.uses = uses
        self.queries = queries
        self.problems = problems
    }
}

/// What a method answers from.
public struct AnalysisInput: Sendable {
    public let block: AnalysisBlock
    public let campaign: Campaign
    public let metrics: any MetricReader
    /// One for each query that it asked for.
    public let tables: [ResultTable]
    /// Of methods that read the others: all that ran before.
    public let others: [OtherAnalysis]

    public init(block: AnalysisBlock, campaign: Campaign, metrics: any MetricReader, tables: [ResultTable] = [], others: [OtherAnalysis] = []) {
        self.block = block
        self.campaign = campaign
        self.metrics = metrics
        self.tables = tables
        self.others = others
    }
}

public struct OtherAnalysis: Sendable {
    public var id: String
    public var chapter: Chapter
    public var result: AnalysisResult

    public init(id: String, chapter: Chapter, result: AnalysisResult) {
        self.id = id
        self.chapter = chapter
        self.result = result
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

/// What a method reads its metrics through.
public protocol MetricReader: Sendable {
    /// The metric's rows by the use's dimensions, sorted by them; one row with no key for a total.
    func rows(of use: MetricUse) -> [(key: [Scalar], value: Number?)]
    /// One value with its target, verdict and the rest.
    func value(of key: ValueKey) -> MetricValue?
    /// What pages call a value of a dimension.
    func label(of value: Scalar, dimension: String, metric: String, campaign: String) -> String
}
