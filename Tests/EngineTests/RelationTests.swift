import Cache
import Foundation
import Load
import Model
import Testing

@testable import Compute
@testable import Plan

/// The conformance suite's rows once more, as tables that the warehouse itself holds.
struct RelationTests {
    @Test(.enabled(if: EnginesAtHand.hasPostgreSQL)) func `tables of PostgreSQL give the answers of the files`() async throws {
        let schema = Self.newName, connection = try PostgreSQLConnection(timeLimit: 10)
        _ = try connection.run("CREATE SCHEMA \(schema)", seconds: 10)
        defer { _ = try? connection.run("DROP SCHEMA \(schema) CASCADE", seconds: 10) }
        try await check(PostgreSQL.self, namedBy: { "\(schema).\($0)" }) { engine, table, campaign in
            let engine = try #require(engine as? PostgreSQL), reader = try #require(engine.reader), scratch = try #require(engine.scratch)
            let file = scratch.appendingPathComponent("rows.csv").path, name = "\(schema).\(SQLText.quoted(table.id))"
            try await reader.write(table, of: campaign.id, to: file)
            let connection = try PostgreSQLConnection(timeLimit: 10)
            // Of the database's own collation, which sorts as English does.
            let columns = table.columns.values.map { "\(SQLText.quoted($0.name)) \($0.type == .text ? "varchar" : $0.type.postgreSQLType)" }
            _ = try connection.run("CREATE TABLE \(name) (\(columns.joined(separator: ", ")))", seconds: 10)
            try connection.copy("COPY \(name) FROM STDIN (FORMAT csv)", from: file, seconds: 10)
        }
    }

    @Test(.enabled(if: EnginesAtHand.hasSpark)) func `tables of Spark's catalog give the answers of the files`() async throws {
        let prefix = Self.newName
        try await check(Spark.self, namedBy: { "default.\(prefix)_\($0)" }) { engine, table, campaign in
            let engine = try #require(engine as? Spark)
            let statement = "CREATE TABLE default.\(prefix)_\(table.id) USING parquet AS SELECT * FROM \(SQLText.quoted(table.id))"
            _ = try await engine.session.run([.init(sql: statement)], in: campaign.id)[0].get()
        }
    }

    private static var newName: String { "shop_\(UUID().uuidString.prefix(8).lowercased())" }

    /// Opens the files, has `copy` make a relation of each table, and computes everything from those.
    private func check(
        _ kind: any EngineKind.Type, namedBy name: @escaping @Sendable (String) -> String,
        _ copy: @escaping @Sendable (any QueryEngine, Table, Campaign) async throws -> Void
    ) async throws {
        let (campaigns, _) = Load.campaigns(in: ConformanceTests.fixtures.appendingPathComponent("content").path, only: [])
        var filed = try #require(campaigns.first), related = filed
        filed.id = "files"
        for table in related.tables.keys { related.tables[table]?.relation = Located(name(table), at: filed.tables[table]?.place ?? filed.engine.place) }
        let files = Inputs(campaigns: [filed], granted: [:])
        let source = filed, campaign = related
        let (answers, problems) = try await kind.withEngine(EngineSettings(jobs: 2, timeLimit: 120, readable: files.paths)) { engine in
            _ = try await engine.open(source, files: files.files[source.id] ?? [:])
            for table in source.tables.values { try await copy(engine, table, source) }
            let (work, _) = Plan.work(for: [campaign], shown: [campaign.id], methods: analysisMethods)
            let inputs = Inputs(campaigns: [campaign], granted: [:])
            let fetched = try await Run(engine: engine, work: work, campaigns: [campaign], inputs: inputs, hashes: Cache.none.files).fetched()
            return Evaluation(work: work, campaigns: [campaign], jobs: 2).answers(from: fetched)
        }
        #expect(problems.map { $0.rendered() } == [])
        let expected = try String(contentsOf: ConformanceTests.fixtures.appendingPathComponent("expected.txt"), encoding: .utf8).split(separator: "\n").map(String.init)
        let lines = Transcript(answers).lines
        for (line, wanted) in zip(lines, expected) where line != wanted { Issue.record("\(line)\nexpected: \(wanted)") }
        #expect(lines.count == expected.count)
    }
}
