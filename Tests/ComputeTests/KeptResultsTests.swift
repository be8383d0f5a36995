import Cache
import Foundation
import Model
import Testing

@testable import Compute

/// What is kept is asked for no more; what is asked for opens the tables that it names and no others.
struct KeptResultsTests {
    /// Answers with the query's own text, and remembers what it was asked.
    private actor Recorder: QueryEngine {
        var opened: [String] = []
        var asked: [String] = []
        /// What happens while it answers.
        private let meanwhile: @Sendable () throws -> Void

        init(_ meanwhile: @escaping @Sendable () throws -> Void = {}) { self.meanwhile = meanwhile }

        func open(_ campaign: Campaign, files: [String: [DataFile]]) -> (rows: [String: Int], problems: [Problem]) {
            opened += campaign.tables.keys
            return (Dictionary(uniqueKeysWithValues: campaign.tables.keys.map { ($0, $0.count) }), [])
        }

        func ready() {}

        func rows(ofAll queries: [EngineQuery], in campaign: String) throws -> [Result<ResultTable, QueryError>] {
            try meanwhile()
            asked += queries.map(\.sql)
            return queries.map { $0.sql.contains("bad") ? .failure(QueryError(message: "bad")) : .success(ResultTable(columns: ["sql"], rows: [[.text($0.sql)]])) }
        }
    }

    private let fixture: Fixture
    private let cache: Cache

    init() throws {
        fixture = try Fixture(
            files: ["sales.csv": "a\n1\n", "people.csv": "b\n2\n"],
            tables: [Fixture.table("sales", file: "sales.csv", [("a", .integer)]), Fixture.table("people", file: "people.csv", [("b", .integer)])])
        cache = Cache(folder: fixture.folder.appendingPathComponent("cache").path, program: "test")
    }

    private var files: [String: [DataFile]] { Inputs(campaigns: [fixture.campaign], granted: [:]).files["c-1"] ?? [:] }

    /// Asks as a run does: first what is kept, then an engine.
    /// - Returns: what the engine was asked; nil where it was not started.
    private func ask(_ queries: [String], identity: String = "one", of recorder: Recorder = Recorder()) async throws -> (opened: [String], asked: [String])? {
        func answers(_ kept: KeptResults) async throws -> [Result<ResultTable, QueryError>] {
            let (rows, _) = try await kept.open(fixture.campaign, files: files)
            #expect(Set(rows.keys) == ["sales", "people"])
            for file in files.values.joined() { _ = try cache.files.hash(of: file.path) }
            return try await kept.rows(ofAll: queries.map { EngineQuery(sql: $0) }, in: "c-1")
        }
        let trial = KeptResults(nil, identity: identity, needs: nil, cache: cache)
        let first = try await answers(trial)
        let missing = await trial.missing
        if missing.isEmpty {
            for (query, answer) in zip(queries, first) { #expect(try answer.get().rows == [[.text(query)]]) }
            return nil
        }
        let kept = KeptResults(recorder, identity: identity, needs: missing, cache: cache)
        let second = try await answers(kept)
        for (query, answer) in zip(queries, second) where !query.contains("bad") { #expect(try answer.get().rows == [[.text(query)]]) }
        await kept.keep()
        return (await recorder.opened.sorted(), await recorder.asked)
    }

    @Test func `a query is asked once`() async throws {
        defer { fixture.remove() }
        let first = try #require(try await ask(["select a from sales"]))
        #expect(first.opened == ["people", "sales"] && first.asked == ["select a from sales"])
        #expect(try await ask(["select a from sales"]) == nil)
        let more = try #require(try await ask(["select a from sales", "select b from PEOPLE"]))
        #expect(more.opened == ["people"] && more.asked == ["select b from PEOPLE"])
        #expect(try await ask(["select a from sales"], identity: "two") != nil)
    }

    @Test func `a refusal is not kept`() async throws {
        defer { fixture.remove() }
        _ = try await ask(["bad", "select a from sales"])
        let again = try #require(try await ask(["bad", "select a from sales"]))
        #expect(again.asked == ["bad"])
    }

    @Test func `another content of one table leaves what rests on the others`() async throws {
        defer { fixture.remove() }
        let queries = ["select a from sales", "select b from people", "select * from sales, people"]
        _ = try await ask(queries)
        try Data("a\n3\n".utf8).write(to: fixture.folder.appendingPathComponent("data/sales.csv"))
        let again = try #require(try await ask(queries))
        #expect(again.opened == ["people", "sales"] && again.asked == [queries[0], queries[2]])
        #expect(try await ask(queries) == nil)
    }

    @Test func `nothing is kept about a file that changed while the engine read it`() async throws {
        defer { fixture.remove() }
        let file = fixture.folder.appendingPathComponent("data/sales.csv")
        let recorder = Recorder { try Data("a\n9\n".utf8).write(to: file) }
        let queries = ["select a from sales", "select b from people"]
        _ = try await ask(queries, of: recorder)
        try Data("a\n1\n".utf8).write(to: file)
        let again = try #require(try await ask(queries))
        #expect(again.asked == ["select a from sales"])
    }

    @Test(arguments: ["select now()", "SELECT current_date FROM sales", "select \"random\" () from sales", "from sales using sample 3", "select age (a) from sales"])
    func `what asks for the time or for chance is never kept`(_ sql: String) { #expect(!SQLReads(sql).isRepeatable) }

    @Test(arguments: ["select age, sample, random, now from sales", "select 'now' || ')' from sales", "select average(a) from sales"])
    func `columns may have any names`(_ sql: String) { #expect(SQLReads(sql).isRepeatable) }

    @Test func `SQL that puts names together reads all tables`() {
        func tables(_ sql: String) -> [String] { SQLReads(sql).tables(of: fixture.campaign).map(\.id) }
        #expect(tables("select 1") == [])
        #expect(tables("select count(*) from presales") == [])
        #expect(tables("select count(*) from \"Sales\"") == ["sales"])
        #expect(tables("from query_table('sal' || 'es')") == ["sales", "people"])
        #expect(tables("from query ('from sal' || 'es')") == ["sales", "people"])
        #expect(tables("select * from duckdb_tables()") == ["sales", "people"])
    }
}
