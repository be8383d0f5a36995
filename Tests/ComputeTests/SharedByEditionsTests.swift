import Model
import Testing

@testable import Compute

/// Editions of one campaign in several languages ask the engine once.
struct SharedByEditionsTests {
    /// Answers anything with the query's own text, and remembers what it was asked.
    private actor Recorder: QueryEngine {
        var opened: [String] = []
        var asked: [String] = []

        func open(_ campaign: Campaign, files: [String: [DataFile]]) -> (rows: [String: Int], problems: [Problem]) {
            opened.append(campaign.id)
            return (["sales": 3], [])
        }

        func ready() {}

        func rows(ofAll queries: [EngineQuery], in campaign: String) -> [Result<ResultTable, QueryError>] {
            asked += queries.map { "\(campaign): \($0.sql)" }
            return queries.map { .failure(QueryError(message: $0.sql)) }
        }
    }

    private func campaign(_ id: String, of original: String) throws -> Campaign {
        let fixture = try Fixture(files: [:], tables: [])
        defer { fixture.remove() }
        var campaign = fixture.campaign
        (campaign.id, campaign.original) = (id, original)
        return campaign
    }

    @Test func `a query of two editions runs once, those of other campaigns each`() async throws {
        let campaigns = try [campaign("a", of: "a"), campaign("a/en", of: "a"), campaign("b", of: "b")]
        let recorder = Recorder(), engine = SharedByEditions(recorder, campaigns: campaigns)
        for campaign in campaigns {
            let answer = try await engine.open(campaign, files: [:])
            #expect(answer.rows == ["sales": 3])
        }
        #expect(await recorder.opened == ["a", "b"])
        let both = [EngineQuery(sql: "one"), EngineQuery(sql: "two")]
        for (id, queries) in [("a", both), ("a/en", [both[1], both[0], EngineQuery(sql: "three")]), ("b", both)] {
            let answers = try await engine.rows(ofAll: queries, in: id)
            let said = answers.map { if case .failure(let error) = $0 { error.message } else { "" } }
            #expect(said == queries.map(\.sql))
        }
        #expect(await recorder.asked == ["a: one", "a: two", "a: three", "b: one", "b: two"])
    }
}
