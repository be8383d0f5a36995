import Cache
import Model

/// DuckDB as a child process: the `duckdb` program, one for a whole build, SQL in, JSON lines out.
///
/// It may read the campaigns' data files and nothing else: external access is off but for those paths, and the
/// configuration is locked before the first query. An author's SQL reaches it as the text argument of `query()`, which
/// takes one SELECT, so neither a second statement nor a command of the program can follow.
struct DuckDB: QueryEngine, EngineKind {
    static let name = "duckdb"
    /// The version that `make engine` installs; an older one on the PATH is passed over.
    static let oldestVersion = [1, 5, 6]

    /// The programs that may be run, in their order: which of them is new enough is not asked, that takes longer than all the rest.
    static var identity: String? { DuckDBProgram.candidates().map { "\($0) \(FileStamp(of: $0)?.description ?? "")" }.joined(separator: "\n") }

    let session: DuckDBSession

    static func withEngine<Result: Sendable>(
        _ settings: EngineSettings, _ body: @escaping @Sendable (any QueryEngine) async throws -> Result
    ) async throws -> Result {
        var refused: [String] = []
        for program in DuckDBProgram.candidates() {
            let outcome = try await DuckDBSession.run(program: program, timeLimit: settings.timeLimit) {
                session -> Result? in
                let version = try await session.version()
                guard !version.lexicographicallyPrecedes(oldestVersion) else {
                    return nil
                }
                try await session.lockDown(jobs: settings.jobs, readable: settings.readable)
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

    func ready() async throws { try await session.lockConfiguration() }

    func rows(ofAll queries: [EngineQuery], in campaign: String) async throws -> [Result<ResultTable, QueryError>] {
        try await session.use(campaign)
        return try await session.rows(ofAll: queries.map { ($0.sql, $0.types?.map(DuckDBType.init)) })
    }
}
