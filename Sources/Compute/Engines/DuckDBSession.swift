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
    private let output: LineStream
    private let errors: LineStream
    private var marker = 0
    private var schema: String?
    private let timeLimit: Int
    private let kill: @Sendable () -> Void
    private var hung = false

    private init(
        writer: StandardInputWriter, output: LineStream, errors: LineStream, timeLimit: Int,
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
                let output = LineStream(), errors = LineStream()
                return try await withThrowingTaskGroup(of: Void.self) { pumps in
                    pumps.addTask { await output.pump(execution.standardOutput) }
                    pumps.addTask { await errors.pump(execution.standardError) }
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
        for await chunk in output.chunks {
            // The program ends some of its answers with an empty line.
            lines += chunk.filter { !$0.isEmpty }
            // Nothing follows the marker: the next statement is not written before this one has been answered.
            if lines.last == mark { return Array(lines.dropLast()) }
        }
        throw await ended()
    }

    private func takeErrors(until mark: String) async throws -> String {
        var lines: [String] = []
        for await chunk in errors.chunks {
            lines += chunk
            if let end = lines.lastIndex(where: { $0.hasSuffix(mark) }) {
                return lines[..<end].drop { $0.isEmpty }.reversed().drop { $0.isEmpty }.reversed().joined(separator: "\n")
            }
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
    /// - Parameter types: where they are known; else the program is asked.
    func rows(of sql: String, types known: [DuckDBType]? = nil) async throws -> ResultTable {
        let wrapped = "SELECT * FROM query(\(SQLText.literal(sql)))"
        var names: [String] = []
        var types = known ?? []
        if known == nil {
            for line in try await execute("DESCRIBE \(wrapped)") {
                let fields = try DuckDBRow.fields(of: line)
                names.append(fields.first { $0.name == "column_name" }?.text ?? "")
                types.append(DuckDBType(fields.first { $0.name == "column_type" }?.text ?? ""))
            }
        }
        let rows = try await execute(wrapped).map { line in
            let fields = try DuckDBRow.fields(of: line)
            if names.isEmpty { names = fields.map(\.name) }
            return zip(fields, types).map { field, type in type.scalar(field) }
        }
        return ResultTable(columns: names, rows: rows)
    }
}
