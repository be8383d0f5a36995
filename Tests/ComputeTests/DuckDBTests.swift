import Foundation
import Model
import Testing

@testable import Compute

/// The engine alone: typed rows, bad cells with their places, nothing readable but the data.
struct DuckDBTests {
    /// Opens the fixture's tables and lends the engine.
    private func open<Result: Sendable>(
        _ fixture: Fixture, timeLimit: Int = 60,
        _ body: @escaping @Sendable (any QueryEngine, [String: Int], [Problem]) async throws -> Result
    ) async throws -> Result {
        let inputs = Inputs(campaigns: [fixture.campaign], granted: [:])
        #expect(inputs.problems.isEmpty)
        let campaign = fixture.campaign
        let settings = EngineSettings(jobs: 2, timeLimit: timeLimit, readable: inputs.paths)
        return try await DuckDB.withEngine(settings) { engine in
            let (rows, problems) = try await engine.open(campaign, files: inputs.files[campaign.id] ?? [:])
            try await engine.ready()
            return try await body(engine, rows, problems)
        }
    }

    private func types() throws -> Fixture {
        try Fixture(
            files: ["t.csv": "b,a,at,ok,x,note,d\n1.50,9007199254740993,2025-06-01T23:30:00+08:00,true,0.1,\"a,\"\"b\"\"\n<script>\",2025-06-01\n,,,,,,\n"],
            tables: [
                Fixture.table(
                    "t", file: "t.csv",
                    [
                        ("a", .integer), ("b", .decimal(precision: 18, scale: 2)), ("at", .timestamp), ("ok", .boolean),
                        ("x", .double), ("note", .text), ("d", .date),
                    ])
            ])
    }

    @Test func `cells come back in their types, whatever the file's order of columns`() async throws {
        let fixture = try types()
        defer { fixture.remove() }
        let (rows, result) = try await open(fixture) { engine, rows, problems in
            #expect(problems.isEmpty)
            return (rows, try await engine.rows(of: "SELECT * FROM t ORDER BY a", in: "c-1"))
        }
        #expect(rows == ["t": 2])
        #expect(result.columns == ["a", "b", "at", "ok", "x", "note", "d"])
        #expect(result.rows[0][0] == .integer(9_007_199_254_740_993))
        #expect(result.rows[0][1] == .decimal(Decimal(string: "1.50") ?? 0))
        #expect(result.rows[0][2] == .moment("2025-06-01 23:30:00"))
        #expect(result.rows[0][3] == .boolean(true))
        #expect(result.rows[0][4] == .double(0.1))
        #expect(result.rows[0][5] == .text("a,\"b\"\n<script>"))
        #expect(result.rows[0][6] == .day(Day("2025-06-01") ?? Day(number: 0)))
        #expect(result.rows[1].allSatisfy { $0 == .missing })
    }

    @Test func `each bad cell is named with file, line and column, all at once`() async throws {
        let fixture = try Fixture(
            files: ["t.csv": "id,amount,day\na,1.5,2025-06-01\nb,much,2025-02-30\nc,2\n"],
            tables: [Fixture.table("t", file: "t.csv", [("id", .text), ("amount", .decimal(precision: 18, scale: 2)), ("day", .date)])])
        defer { fixture.remove() }
        let problems = try await open(fixture) { _, _, problems in problems }
        let found = problems.map { "\($0.place?.line ?? 0):\($0.place?.column ?? 0) \($0.message)" }
        #expect(
            found == [
                "3:3 'much' is no decimal(18,2), the type of column 'amount'", "3:8 '2025-02-30' is no date, the type of column 'day'",
                "4:1 the line has 2 cells where the header has more; \(fixture.folder.path)/data/t.csv is torn here",
            ])
    }

    @Test func `a column that the file lacks is named, with the nearest that it has`() async throws {
        let fixture = try Fixture(
            files: ["t.csv": "id,amuont\na,1\n"],
            tables: [Fixture.table("t", file: "t.csv", [("id", .text), ("amount", .integer)])])
        defer { fixture.remove() }
        let problems = try await open(fixture) { _, _, problems in problems }
        #expect(problems.map(\.message) == ["no column 'amount', which tables.yaml declares for table 't'; the file has 'amuont'"])
    }

    @Test func `JSON Lines are read, and a torn line is named`() async throws {
        let columns: [(String, ColumnType)] = [("id", .text), ("n", .integer)]
        let good = try Fixture(files: ["t.jsonl": "{\"id\":\"a\",\"n\":1}\n{\"id\":\"b\"}\n"], tables: [Fixture.table("t", file: "t.jsonl", columns)])
        defer { good.remove() }
        let rows = try await open(good) { engine, _, _ in try await engine.rows(of: "SELECT id, n FROM t ORDER BY id", in: "c-1").rows }
        #expect(rows == [[.text("a"), .integer(1)], [.text("b"), .missing]])
        let torn = try Fixture(files: ["t.jsonl": "{\"id\":\"a\",\"n\":1}\n{\"id\":\n"], tables: [Fixture.table("t", file: "t.jsonl", columns)])
        defer { torn.remove() }
        let problems = try await open(torn) { _, _, problems in problems }
        #expect(problems.count == 1)
        #expect(problems.first?.place?.file.hasSuffix("data/t.jsonl") == true)
    }

    @Test(arguments: [
        "SELECT * FROM read_csv('/etc/passwd')", "COPY t TO '/tmp/out.csv'", "SELECT 1; SELECT 2", "ATTACH 'x.db'",
        "SET enable_external_access = true", "INSTALL httpfs", "DROP TABLE t", "SELECT 1;\n.shell touch escaped",
        "'; DROP TABLE t; --", "SELECT * FROM read_text('/etc/hostname')",
    ])
    func `content reaches nothing but its data`(sql: String) async throws {
        let fixture = try types()
        defer { fixture.remove() }
        try await open(fixture) { engine, _, _ in
            await #expect(throws: QueryError.self) { try await engine.rows(of: sql, in: "c-1") }
            // The table still stands, and the engine still answers.
            let count = try await engine.rows(of: "SELECT count(*) FROM t", in: "c-1").rows
            #expect(count == [[.integer(2)]])
        }
        #expect(!FileManager.default.fileExists(atPath: "escaped"))
    }

    @Test func `an engine that hangs is stopped and named`() async throws {
        let fixture = try types()
        defer { fixture.remove() }
        let error = await #expect(throws: EngineError.self) {
            try await open(fixture, timeLimit: 1) { engine, _, _ in
                try await engine.rows(of: "SELECT count(*) FROM range(100000000) a, range(100000000) b", in: "c-1")
            }
        }
        #expect(error?.message == "the engine gave no answer within 1 s and was stopped; give it longer with --timeout")
    }

    @Test func `a program that dies is an error, not a wait`() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("recap-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let program = folder.appendingPathComponent("duckdb")
        try Data("#!/bin/sh\necho broken >&2\nexit 3\n".utf8).write(to: program)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
        let error = await #expect(throws: EngineError.self) {
            try await DuckDBSession.run(program: program.path, timeLimit: 5) { session in try await session.version() }
        }
        #expect(error?.message == "the engine ended unexpectedly")
        #expect(error?.notes == ["broken"])
    }

    @Test func `a program that is not there is an error`() async throws {
        await #expect(throws: EngineError.self) {
            try await DuckDBSession.run(program: "/nowhere/duckdb", timeLimit: 5) { session in try await session.version() }
        }
    }
}
