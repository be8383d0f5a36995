import Dispatch
import Model

/// One campaign's connection: its temporary tables, its time zone, and one read-only transaction for all its queries, so that
/// every number of a build is of the same moment, even while others write.
actor PostgreSQLSession {
    private let connection: PostgreSQLConnection
    private let timeLimit: Int
    /// A little longer than the server itself waits, for it to say so.
    private var patience: Int { timeLimit + 5 }
    private var isReading = false
    /// The tables that stand for a relation of the warehouse, each as a SELECT that gives its declared columns.
    private var relations: [(table: String, select: String)] = []
    private let queue = BlockingQueue()

    /// libpq waits on its socket, which must not hold one of the few threads that everything else runs on.
    nonisolated var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

    init(timeLimit: Int) throws {
        connection = try PostgreSQLConnection(timeLimit: timeLimit)
        self.timeLimit = timeLimit
    }

    /// Makes results read alike on every server.
    func prepare(timeZone: String) throws {
        for statement in [
            "SET statement_timeout = '\(timeLimit)s'", "SET lock_timeout = '\(timeLimit)s'", "SET idle_in_transaction_session_timeout = 0",
            "SET datestyle = 'ISO, YMD'", "SET intervalstyle = 'postgres'", "SET extra_float_digits = 1", "SET bytea_output = 'hex'",
            "SET standard_conforming_strings = on",
            // Few large scans: memory for sorting helps, compiling each does not; and of a table expression's rows the planner
            // knows nothing, so that it takes a loop in a loop where a hash table takes a hundredth of the time.
            "SET work_mem = '64MB'", "SET jit = off", "SET enable_nestloop = off",
            "SET timezone = \(SQLText.literal(timeZone))",
        ] { _ = try connection.run(statement, seconds: patience) }
    }

    /// A temporary table of this session, with the rows of a CSV file that DuckDB wrote.
    func load(_ table: Table, from path: String) throws {
        let name = SQLText.quoted(table.id)
        let columns = table.columns.values.map { "\(SQLText.quoted($0.name)) \($0.type.postgreSQLType)" }.joined(separator: ", ")
        _ = try connection.run("CREATE TEMPORARY TABLE \(name) (\(columns))", seconds: patience)
        try connection.copy("COPY pg_temp.\(name) FROM STDIN (FORMAT csv)", from: path, seconds: patience)
        _ = try connection.run("ANALYZE pg_temp.\(name)", seconds: patience)
    }

    /// From here on nothing is written.
    private func beginReading() throws {
        guard !isReading else { return }
        _ = try connection.run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", seconds: patience)
        _ = try connection.run("SAVEPOINT question", seconds: patience)
        isReading = true
    }

    /// Makes a table's name stand for a relation in every later query.
    func add(_ table: String, as select: String) { relations.append((table, select)) }

    /// - Throws: `QueryError` where the server refuses; the transaction goes on all the same.
    func answer(_ sql: String) throws -> PostgreSQLAnswer {
        try beginReading()
        do {
            return try connection.run(wrapped(sql), seconds: patience)
        } catch let error as QueryError {
            _ = try connection.run("ROLLBACK TO question", seconds: patience)
            throw error
        }
    }

    /// One SELECT and nothing else: inside the parentheses the server takes no other statement. A relation that the text names
    /// is a table expression in front of it, which the server's planner looks through.
    private func wrapped(_ sql: String) -> String {
        let words = Set(SQLToken.tokens(of: sql).filter { $0.kind == .word || $0.kind == .quotedName }.map { $0.text.filter { $0 != "\"" } })
        let named = relations.filter { words.contains($0.table) }.map { "\(SQLText.quoted($0.table)) AS NOT MATERIALIZED (\($0.select))" }
        return (named.isEmpty ? "" : "WITH \(named.joined(separator: ",\n"))\n") + "SELECT * FROM (\n\(sql.trimmingStatementEnd)\n) AS answer"
    }
}

extension ColumnType {
    /// The type that a temporary table keeps. Text is compared by code point, as in every engine.
    var postgreSQLType: String {
        switch self {
        case .text: "text COLLATE \"C\""
        case .integer: "bigint"
        case .double: "double precision"
        case .boolean: "boolean"
        case .date: "date"
        case .timestamp: "timestamp"
        case .decimal(let precision, let scale): "numeric(\(precision),\(scale))"
        }
    }
}

/// A thread of its own for work that waits.
final class BlockingQueue: SerialExecutor {
    private let queue = DispatchQueue(label: "recap.blocking")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }
}
