import Foundation
import Model

/// A PostgreSQL server, or what speaks its protocol, through libpq: tables of a warehouse, read where they are.
///
/// A table declared with `relation:` is a relation of the server, read in one read-only transaction. A table declared with `file:`
/// is read and checked by DuckDB, which knows CSV, JSON Lines and Parquet, and becomes a temporary table of the session.
struct PostgreSQL: QueryEngine, EngineKind {
    static let name = "postgresql"
    static let options: [EngineOption] = []
    static let readsRelations = true

    static let dialect = SQLDialect(
        words: [
            (["as", "double", "precision"], "AS DOUBLE PRECISION"),
            (["as", "double"], "AS DOUBLE PRECISION"),
        ],
        // PostgreSQL's own answers are decimals, with more or fewer digits than a double has.
        calls: ["avg", "sqrt", "ln", "exp", "stddev", "stddev_samp", "stddev_pop", "variance", "var_samp", "var_pop"].map {
            .init($0, 1, "\($0)(CAST($1 AS DOUBLE PRECISION))")
        } + [
            .init("median", 1, "percentile_cont(0.5) WITHIN GROUP (ORDER BY CAST($1 AS DOUBLE PRECISION))"),
            .init("power", 2, "power(CAST($1 AS DOUBLE PRECISION), CAST($2 AS DOUBLE PRECISION))"),
            .init("round", 2, "round(CAST($1 AS NUMERIC), $2)"),
            .init("date_diff", 3, first: "'day'", "(CAST($3 AS DATE) - CAST($2 AS DATE))"),
        ],
        division: " * 1e0::double precision ")

    let sessions: PostgreSQLSessions
    /// Reads the data files; nil where there are none.
    let reader: DuckDB?
    let scratch: URL?

    static func withEngine<Result: Sendable>(
        _ settings: EngineSettings, _ body: @escaping @Sendable (any QueryEngine) async throws -> Result
    ) async throws -> Result {
        let sessions = PostgreSQLSessions(timeLimit: settings.timeLimit)
        guard !settings.readable.isEmpty else { return try await body(PostgreSQL(sessions: sessions, reader: nil, scratch: nil)) }
        // A server that is not there is told before the files are read.
        try await sessions.tryOut()
        return try await TemporaryFolder.with { folder in
            var reading = settings
            reading.writable = folder.path
            return try await DuckDB.withEngine(reading) { engine in
                try await body(PostgreSQL(sessions: sessions, reader: engine as? DuckDB, scratch: folder))
            }
        }
    }

    func ready() async throws { try await reader?.ready() }

    func rows(ofAll queries: [EngineQuery], in campaign: String) async throws -> [Result<ResultTable, QueryError>] {
        let session = try await sessions.session(of: campaign)
        var results: [Result<ResultTable, QueryError>] = []
        for query in queries {
            do {
                results.append(.success(try await session.answer(Self.dialect.written(query.sql)).table))
            } catch let error as QueryError {
                results.append(.failure(error))
            }
        }
        return results
    }
}

/// A connection for each campaign: their tables may have the same names.
actor PostgreSQLSessions {
    private let timeLimit: Int
    private var sessions: [String: PostgreSQLSession] = [:]

    init(timeLimit: Int) { self.timeLimit = timeLimit }

    func session(of campaign: String) throws -> PostgreSQLSession {
        if let session = sessions[campaign] { return session }
        let session = try PostgreSQLSession(timeLimit: timeLimit)
        sessions[campaign] = session
        return session
    }

    /// - Throws: `EngineError` where no connection can be had.
    func tryOut() throws { _ = try PostgreSQLConnection(timeLimit: timeLimit) }
}
