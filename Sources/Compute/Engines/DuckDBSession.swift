import Model
import Subprocess
#if canImport(System)
import System
#else
import SystemPackage
#endif

/// A running `duckdb` program: statements in, lines out, one at a time.
///
/// Each statement is followed by a marker on both of the program's streams, so that what it printed and what it
/// complained of are told apart without waiting and without guessing.
actor DuckDBSession {
    private let writer: StandardInputWriter
    private let output: AsyncStream<String>
    private let errors: AsyncStream<String>
    private var marker = 0
    private var schema: String?
    private let timeLimit: Int
    private let kill: @Sendable () -> Void
    private var hung = false

    private init(
        writer: StandardInputWriter, output: AsyncStream<String>, errors: AsyncStream<String>, timeLimit: Int,
        kill: @escaping @Sendable () -> Void
    ) {
        self.writer = writer
        self.output = output
        self.errors = errors
        self.timeLimit = timeLimit
        self.kill = kill
    }

    /// Starts the program, lends a session to `body` and ends the program.
    /// - Throws: `EngineError` where it can't be started; whatever `body` throws.
    static func run<Result: Sendable>(
        program: String, timeLimit: Int, _ body: @Sendable @escaping (DuckDBSession) async throws -> Result
    ) async throws -> Result {
        _ = BrokenPipe.isIgnored
        // A group of its own, so that a launcher and the program it launches end together.
        var platform = PlatformOptions()
        platform.processGroupID = 0
        do {
            return try await Subprocess.run(
                .path(FilePath(program)), arguments: ["-no-init", "-batch", "-jsonlines"], platformOptions: platform,
                input: .inputWriter, output: .sequence, error: .sequence
            ) { execution in
                // It fails only where the program has ended by itself.
                let kill: @Sendable () -> Void = { try? execution.send(signal: .kill, toProcessGroup: true) }
                let (output, outputFeed) = AsyncStream.makeStream(of: String.self)
                let (errors, errorFeed) = AsyncStream.makeStream(of: String.self)
                return try await withThrowingTaskGroup(of: Void.self) { pumps in
                    pumps.addTask { await pump(execution.standardOutput, into: outputFeed) }
                    pumps.addTask { await pump(execution.standardError, into: errorFeed) }
                    let session = DuckDBSession(
                        writer: execution.standardInputWriter, output: output, errors: errors, timeLimit: timeLimit,
                        kill: kill)
                    do {
                        let result = try await body(session)
                        try await execution.standardInputWriter.finish()
                        try await pumps.waitForAll()
                        return result
                    } catch {
                        kill()
                        throw error
                    }
                }
            }.closureResult
        } catch let error as SubprocessError {
            throw EngineError(message: "the engine \(program) could not be run: \(error)")
        }
    }

    /// Reads a stream to its end, also when nobody asks for its lines, so that the program never waits on a full pipe.
    private static func pump(_ stream: SubprocessOutputSequence, into feed: AsyncStream<String>.Continuation) async {
        do {
            for try await line in stream.strings(bufferingPolicy: .unbounded) { feed.yield(line) }
        } catch {
            feed.yield("reading from the engine failed: \(error)")
        }
        feed.finish()
    }

    /// Runs one statement; its output lines.
    /// - Throws: `QueryError` with the program's complaint, `EngineError` where the program ended or hung.
    @discardableResult
    func execute(_ statement: String) async throws -> [String] {
        marker += 1
        let mark = "recap-marker-\(marker)"
        let watch = Task { [timeLimit] in
            try await Task.sleep(for: .seconds(timeLimit))
            self.giveUp()
        }
        defer { watch.cancel() }
        do {
            _ = try await writer.write(statement + "\n;\n.print \(mark)\nSELECT error('\(mark)');\n")
        } catch {
            throw EngineError(message: "the engine ended unexpectedly", notes: await remainingErrors())
        }
        let lines = try await take(until: mark)
        let complaint = try await takeErrors(until: mark)
        guard complaint.isEmpty else { throw QueryError(message: complaint) }
        return lines
    }

    private func take(until mark: String) async throws -> [String] {
        var lines: [String] = []
        for await line in output {
            if line == mark { return lines }
            // The program ends some of its answers with an empty line.
            if !line.isEmpty { lines.append(line) }
        }
        throw await ended()
    }

    private func takeErrors(until mark: String) async throws -> String {
        var lines: [String] = []
        for await line in errors {
            if line.hasSuffix(mark) {
                return lines.drop { $0.isEmpty }.reversed().drop { $0.isEmpty }.reversed().joined(separator: "\n")
            }
            lines.append(line)
        }
        throw await ended()
    }

    private func ended() async -> EngineError {
        hung
            ? EngineError(message: "the engine gave no answer within \(timeLimit) s and was stopped; give it longer with --timeout")
            : EngineError(message: "the engine ended unexpectedly", notes: await remainingErrors())
    }

    private func remainingErrors() async -> [String] {
        var lines: [String] = []
        for await line in errors {
            if !line.isEmpty { lines.append(line) }
        }
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
    func lockDown(jobs: Int, readable: [String]) async throws {
        let paths = readable.map(SQLText.literal).joined(separator: ", ")
        for statement in [
            "SET threads = \(max(1, jobs))", "SET enable_progress_bar = false",
            "SET allowed_paths = [\(paths)]", "SET enable_external_access = false",
            "SET autoinstall_known_extensions = false", "SET autoload_known_extensions = false",
        ] {
            try await execute(statement)
        }
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
    func rows(of sql: String) async throws -> ResultTable {
        let wrapped = "SELECT * FROM query(\(SQLText.literal(sql)))"
        let described = try await execute("DESCRIBE \(wrapped)")
        let columns = try described.map { line -> (name: String, type: DuckDBType) in
            let fields = try DuckDBRow.fields(of: line)
            return (
                name: fields.first { $0.name == "column_name" }?.text ?? "",
                type: DuckDBType(fields.first { $0.name == "column_type" }?.text ?? "")
            )
        }
        let rows = try await execute(wrapped).map { line in
            zip(try DuckDBRow.fields(of: line), columns).map { field, column in column.type.scalar(field) }
        }
        return ResultTable(columns: columns.map(\.name), rows: rows)
    }
}
