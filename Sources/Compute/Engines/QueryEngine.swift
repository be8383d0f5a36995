import Model

/// What runs SQL over a campaign's tables.
///
/// An engine is one file here and one line in `engines`. It gets portable SQL, which Recap and authors write, brings a dialect
/// for what it says otherwise, and gives typed rows.
protocol QueryEngine: Sendable {
    /// Makes the declared tables readable by their names, and says how many rows each has and which cells do not fit
    /// their column's type. A table with such a cell has no count: its numbers would be wrong.
    func open(_ campaign: Campaign, files: [String: [DataFile]]) async throws -> (rows: [String: Int], problems: [Problem])

    /// All campaigns are open: from here on nothing but queries comes.
    func ready() async throws

    /// The rows of SELECTs over a campaign's tables. An engine that can sends them all before it awaits the first answer.
    /// - Returns: an answer for each query, in their order; `QueryError` where the engine refuses one.
    /// - Throws: `EngineError` where the engine is gone.
    func rows(ofAll queries: [EngineQuery], in campaign: String) async throws -> [Result<ResultTable, QueryError>]
}

/// One SELECT.
struct EngineQuery: Sendable {
    var sql: String
    /// Of the columns, where the caller knows them; asking the engine costs as much as a small query.
    var types: [ResultType]?
}

extension QueryEngine {
    /// - Throws: `QueryError`, `EngineError`
    func rows(of sql: String, in campaign: String, types: [ResultType]? = nil) async throws -> ResultTable {
        try await rows(ofAll: [EngineQuery(sql: sql, types: types)], in: campaign)[0].get()
    }
}

/// What a caller may know of a result's column.
enum ResultType: Sendable {
    case text, boolean, day, moment
    /// Whole, decimal or double, as the engine's own notation tells.
    case number

    init(_ type: ColumnType) {
        switch type {
        case .text: self = .text
        case .integer, .double, .decimal: self = .number
        case .boolean: self = .boolean
        case .date: self = .day
        case .timestamp: self = .moment
        }
    }
}

/// A kind of engine, by the name that campaign.yaml gives.
protocol EngineKind: Sendable {
    static var name: String { get }
    /// Tells this engine, in its version, from any other that might answer differently, where its answers depend on nothing but
    /// the SQL and the campaign's data files: they may then be kept. nil where the data can change unseen, as in a warehouse.
    static var identity: String? { get }
    /// What `engine:` may say besides the name.
    static var options: [EngineOption] { get }
    /// Whether it has tables of its own, which `relation:` names.
    static var readsRelations: Bool { get }
    /// Starts the engine, lends it to `body`, and ends it, also when `body` fails.
    static func withEngine<Result: Sendable>(
        _ settings: EngineSettings, _ body: @escaping @Sendable (any QueryEngine) async throws -> Result
    ) async throws -> Result
}

extension EngineKind {
    static var identity: String? { nil }
}

/// The engines that Recap knows.
let engines: [any EngineKind.Type] = [DuckDB.self, PostgreSQL.self, Spark.self]

/// How an engine is to run.
public struct EngineSettings: Sendable {
    /// Threads that it may use.
    public var jobs: Int
    /// Seconds after which a query counts as hung.
    public var timeLimit: Int
    /// Data files that it may read: absolute paths.
    public var readable: [String]
    /// A folder that it may write to; nil for none.
    public var writable: String?
    /// What campaign.yaml says of the engine besides its name.
    public var options: [String: String]

    public init(jobs: Int, timeLimit: Int, readable: [String] = [], options: [String: String] = [:]) {
        self.jobs = jobs
        self.timeLimit = timeLimit
        self.readable = readable
        self.options = options
    }
}

/// A key of `engine:` in campaign.yaml.
struct EngineOption: Sendable {
    var name: String
    /// How a value looks: `1GB`.
    var example: String
    var fits: @Sendable (String) -> Bool
}

/// A query that the engine refused, in its words.
struct QueryError: Error {
    var message: String
}

/// An engine that could not be started, died or hung.
struct EngineError: Error {
    var message: String
    var notes: [String] = []

    var problem: Problem { Problem(.failedEngine, message, kind: .engine, notes: notes) }
}

/// One data file of a table: its address on this machine and the name that messages use.
struct DataFile: Sendable {
    var path: String
    /// `content/2025-618/data/orders.csv`
    var shown: String
    /// Relative to the campaign's folder, as pages print it.
    var relative: String
}
