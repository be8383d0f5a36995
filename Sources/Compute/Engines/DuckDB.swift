import Cache
import Foundation
import Model

/// DuckDB as a child process: the `duckdb` program, one for a whole build, SQL in, JSON lines out.
///
/// It may read the campaigns' data files and nothing else: external access is off but for those paths, and the
/// configuration is locked before the first query. An author's SQL reaches it as the text argument of `query()`, which
/// takes one SELECT, so neither a second statement nor a command of the program can follow.
struct DuckDB: QueryEngine, EngineKind {
    static let name = "duckdb"
    static let readsRelations = false
    static let options = [
        EngineOption(name: "memory", example: "4GB") { $0.wholeMatch(of: /[1-9][0-9]{0,6} ?(MB|GB|MiB|GiB)/) != nil }
    ]
    /// The version that `make engine` installs; an older one on the PATH is passed over.
    static let oldestVersion = [1, 5, 6]

    /// The programs that may be run, in their order: which of them is new enough is not asked, that takes longer than all the rest.
    static var identity: String? { DuckDBProgram.candidates().map { "\($0) \(FileStamp(of: $0)?.description ?? "")" }.joined(separator: "\n") }

    /// Its own median of decimals has no more digits than they have.
    private static let dialect = SQLDialect(calls: [.init("median", 1, "median(CAST($1 AS DOUBLE))")], ordersNullsLast: false)

    let session: DuckDBSession

    static func withEngine<Result: Sendable>(
        _ settings: EngineSettings, _ body: @escaping @Sendable (any QueryEngine) async throws -> Result
    ) async throws -> Result {
        try await TemporaryFolder.with { folder in try await withEngine(settings, spillingTo: folder.path, body) }
    }

    private static func withEngine<Result: Sendable>(
        _ settings: EngineSettings, spillingTo scratch: String, _ body: @escaping @Sendable (any QueryEngine) async throws -> Result
    ) async throws -> Result {
        var refused: [String] = []
        for program in DuckDBProgram.candidates() {
            let outcome = try await DuckDBSession.run(program: program, timeLimit: settings.timeLimit) {
                session -> Result? in
                let version = try await session.version()
                guard !version.lexicographicallyPrecedes(oldestVersion) else {
                    return nil
                }
                try await session.lockDown(settings, spillingTo: scratch)
                return try await body(DuckDB(session: session))
            }
            if let outcome { return outcome }
            refused.append("\(program) is too old")
        }
        let wanted = oldestVersion.map(String.init).joined(separator: ".")
        throw EngineError(
            message: "no duckdb program of version \(wanted) or newer; install it with `make engine`, or put "
                + "one on the PATH",
            notes: refused)
    }

    /// Writes a table's rows as CSV, an empty cell for null and `""` for an empty text.
    func write(_ table: Table, of campaign: String, to path: String) async throws {
        try await session.use(campaign)
        try await session.execute("COPY (SELECT * FROM \(SQLText.quoted(table.id))) TO \(SQLText.literal(path)) (FORMAT csv, HEADER false, NULLSTR '')")
    }

    func ready() async throws { try await session.lockConfiguration() }

    func rows(ofAll queries: [EngineQuery], in campaign: String) async throws -> [Result<ResultTable, QueryError>] {
        try await session.use(campaign)
        return try await session.rows(
            ofAll: queries.map { query in
                let hasMedian = query.sql.range(of: "median", options: .caseInsensitive) != nil
                return (hasMedian ? Self.dialect.written(query.sql) : query.sql, query.types?.map(DuckDBType.init))
            })
    }
}
