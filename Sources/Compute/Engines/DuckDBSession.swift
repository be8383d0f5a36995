import Model
import Subprocess

/// A running `duckdb` program: statements in, lines out, one at a time.
///
/// Each statement is followed by a marker on both of the program's streams, so that what it printed and what it
/// complained of are told apart without waiting and without guessing.
actor DuckDBSession {
    private let writer: StandardInputWriter
    private let output: LineStream
    private let errors: LineStream
    private var marker = 0
    /// Lines that came with an answer and belong to the next.
    private var pendingOutput: [String] = []
    private var pendingErrors: [String] = []
    private var schema: String?
    private let timeLimit: Int
    private let kill: @Sendable () -> Void
    private var hung = false

    private init(program: LineProgram, timeLimit: Int) {
        (writer, output, errors, kill) = (program.writer, program.output, program.errors, program.kill)
        self.timeLimit = timeLimit
    }

    /// Starts the program, lends a session to `body` and ends the program.
    /// - Throws: `EngineError` where it can't be started; whatever `body` throws.
    static func run<Result: Sendable>(
        program: String, timeLimit: Int, _ body: @Sendable @escaping (DuckDBSession) async throws -> Result
    ) async throws -> Result {
        try await LineProgram.run(program, ["-no-init", "-batch", "-jsonlines"]) { try await body(DuckDBSession(program: $0, timeLimit: timeLimit)) }
    }

    /// Runs one statement; its output lines.
    /// - Throws: `QueryError` with the program's complaint, `EngineError` where the program ended or hung.
    @discardableResult
    func execute(_ statement: String) async throws -> [String] {
        try await executeAll([statement]) { _, answer in answer }[0].get()
    }

    /// Runs statements one after the other. All are sent before the first answer is awaited, so that the program never
    /// waits for this one to read.
    /// - Parameter read: turns an answer into what is wanted of it, while the program works on the next.
    /// - Throws: `EngineError` where the program ended or hung.
    func executeAll<Reading>(
        _ statements: [String], _ read: (Int, Result<[String], QueryError>) throws -> Reading
    ) async throws -> [Reading] {
        guard !statements.isEmpty else { return [] }
        let watch = Task { [timeLimit] in
            try await Task.sleep(for: .seconds(timeLimit))
            self.giveUp()
        }
        defer { watch.cancel() }
        let first = marker + 1
        marker += statements.count
        let text = zip(first..., statements).map { number, statement in
            "\(statement)\n;\n.print \(mark(number))\nSELECT error('\(mark(number))');\n"
        }.joined()
        // What is sent is longer than a pipe holds; the answers are read meanwhile by the pumps.
        do {
            _ = try await writer.write(text)
        } catch {
            throw EngineError(message: "the engine ended unexpectedly", notes: await remainingErrors())
        }
        var results: [Reading] = []
        for number in first..<(first + statements.count) {
            let (lines, moreOutput) = try await take(until: mark(number), from: output, pendingOutput)
            let (complaint, moreErrors) = try await take(until: mark(number), from: errors, pendingErrors)
            (pendingOutput, pendingErrors) = (moreOutput, moreErrors)
            let answer: Result<[String], QueryError> =
                complaint.isEmpty ? .success(lines) : .failure(QueryError(message: complaint.joined(separator: "\n")))
            results.append(try read(number - first, answer))
        }
        return results
    }

    private func mark(_ number: Int) -> String { "recap-marker-\(number)." }

    /// The lines before the marker that are not empty (the program ends some of its answers with an empty line), and
    /// those that came after it.
    private func take(
        until mark: String, from stream: LineStream, _ pending: [String]
    ) async throws -> (lines: [String], rest: [String]) {
        var pending = pending, searched = 0
        while true {
            if let end = pending[searched...].firstIndex(where: { $0.hasSuffix(mark) }) {
                return (pending[..<end].filter { !$0.isEmpty }, Array(pending[(end + 1)...]))
            }
            searched = pending.count
            var chunks = stream.chunks.makeAsyncIterator()
            guard let chunk = await chunks.next(isolation: self) else { throw await ended() }
            pending += chunk
        }
    }

    private func ended() async -> EngineError {
        hung
            ? EngineError(message: "the engine gave no answer within \(timeLimit) s and was stopped; give it longer with --timeout")
            : EngineError(message: "the engine ended unexpectedly", notes: await remainingErrors())
    }

    private func remainingErrors() async -> [String] {
        var lines: [String] = []
        for await chunk in errors.chunks { lines += chunk.filter { !$0.isEmpty } }
        return Array(lines.suffix(5))
    }

    private func giveUp() {
        hung = true
        kill()
    }
}

extension DuckDBSession {
    /// The program's version: `[1, 5, 6]`.
    func version() async throws -> [Int] {
        let rows = try await rows(of: "SELECT version() AS version")
        let text = rows.rows.first?.first?.text ?? ""
        return text.drop { !$0.isNumber }.split(separator: ".").map { Int($0.prefix { $0.isNumber }) ?? 0 }
    }

    /// Grants the data files and locks the door.
    func lockDown(_ settings: EngineSettings, spillingTo scratch: String) async throws {
        let paths = settings.readable.map(SQLText.literal).joined(separator: ", ")
        var statements = [
            "SET threads = \(max(1, settings.jobs))", "SET temp_directory = \(SQLText.literal(scratch))",
            "SET enable_progress_bar = false", "SET allowed_paths = [\(paths)]",
        ]
        if let folder = settings.writable { statements.append("SET allowed_directories = [\(SQLText.literal(folder))]") }
        if let memory = settings.options["memory"] { statements.append("SET memory_limit = \(SQLText.literal(memory))") }
        statements += [
            "SET enable_external_access = false",
            "SET autoinstall_known_extensions = false", "SET autoload_known_extensions = false",
        ]
        _ = try await executeAll(statements) { _, answer in try answer.get() }
    }

    /// Nothing can be configured any more; called when all campaigns are open.
    func lockConfiguration() async throws { try await execute("SET lock_configuration = true") }

    /// Makes a campaign's tables the ones that plain names mean.
    func use(_ campaign: String) async throws {
        guard schema != campaign else { return }
        try await execute("USE \(SQLText.quoted(campaign))")
        schema = campaign
    }

    /// The typed rows of one SELECT.
    func rows(of sql: String, types: [DuckDBType]? = nil) async throws -> ResultTable { try await rows(ofAll: [(sql, types)])[0].get() }

    /// The typed rows of several SELECTs; the program is asked for the types that are not known.
    func rows(ofAll queries: [(sql: String, types: [DuckDBType]?)]) async throws -> [Result<ResultTable, QueryError>] {
        let unknown = queries.indices.filter { queries[$0].types == nil }
        let described = try await executeAll(unknown.map { "DESCRIBE \(Self.wrapped(queries[$0].sql))" }) { _, answer in try answer.map(Self.columns) }
        let heads = Dictionary(zip(unknown, described), uniquingKeysWith: { first, _ in first })
        // What can't be described is refused in the same words when it is run.
        return try await executeAll(queries.map { Self.wrapped($0.sql) }) { index, answer in
            let columns = try? heads[index]?.get()
            let types = queries[index].types ?? columns?.map(\.type) ?? []
            return try answer.map { lines in
                let rows = try lines.map { try zip(DuckDBRow.fields(of: $0), types).map { field, type in type.scalar(field) } }
                let names = try columns?.map(\.name) ?? lines.first.map { try DuckDBRow.fields(of: $0).map(\.name) } ?? []
                return ResultTable(columns: names, rows: rows)
            }
        }
    }

    private static func columns(_ lines: [String]) throws -> [(name: String, type: DuckDBType)] {
        try lines.map { line in
            let fields = try DuckDBRow.fields(of: line)
            return (
                name: fields.first { $0.name == "column_name" }?.text ?? "",
                type: DuckDBType(fields.first { $0.name == "column_type" }?.text ?? "")
            )
        }
    }

    /// One SELECT and nothing else, as the text argument of `query()`.
    private static func wrapped(_ sql: String) -> String { "SELECT * FROM query(\(SQLText.literal(sql)))" }
}

extension Result where Failure == QueryError {
    fileprivate func map<New>(_ change: (Success) throws -> New) throws -> Result<New, QueryError> {
        switch self {
        case .success(let value): .success(try change(value))
        case .failure(let error): .failure(error)
        }
    }
}
