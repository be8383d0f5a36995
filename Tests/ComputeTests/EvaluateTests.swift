import Foundation
import Model
import Testing

@testable import Compute
@testable import Plan

/// Metrics of every kind over a little table, with numbers that can be added up by hand.
struct EvaluateTests {
    /// Day 20240 is 2025-06-01. Two channels; one row lies before the campaign, one after it.
    private static let sales = """
        at,channel,amount,visitors,buyers
        2025-05-29T10:00:00+08:00,a,100.00,50,5
        2025-06-01T00:30:00+08:00,a,10.10,100,10
        2025-06-01T23:59:59+08:00,b,20.20,100,20
        2025-06-02T12:00:00+08:00,a,30.30,200,10
        2025-06-04T12:00:00+08:00,b,40.40,100,30
        2025-06-05T00:00:00+08:00,b,999.00,100,30
        """

    private func fixture(sampleRate: Decimal? = nil, baseline: Baseline? = nil) throws -> Fixture {
        try Fixture(
            files: ["sales.csv": Self.sales, "channels.csv": "id,kind\na,paid\nb,own\n"],
            tables: [
                Fixture.table(
                    "sales", file: "sales.csv",
                    [("at", .timestamp), ("channel", .text), ("amount", .decimal(precision: 18, scale: 2)), ("visitors", .integer), ("buyers", .integer)],
                    time: "at", foreignKeys: [ForeignKey(columns: ["channel"], table: Fixture.named("channels"))], sampleRate: sampleRate),
                Fixture.table("channels", file: "channels.csv", [("id", .text), ("kind", .text)], key: ["id"]),
            ],
            metrics: [
                Fixture.sum("gmv", "amount", of: "sales", baseline: baseline),
                Fixture.sum("rows", nil, of: "sales", unit: .count(noun: "")),
                Fixture.sum("gmv_a", "amount", of: "sales", filter: ("channel = 'a'", "channel")),
                Fixture.sum("gmv_ever", "amount", of: "sales", period: "all"),
                Fixture.sum("visitors", "visitors", of: "sales", unit: .count(noun: "")),
                Fixture.sum("buyers", "buyers", of: "sales", unit: .count(noun: "")),
                Fixture.metric("rate", .ratio(numerator: Fixture.named("buyers"), denominator: Fixture.named("visitors")), unit: .percent),
                Fixture.metric("per_day", .ratio(numerator: Fixture.named("gmv"), denominator: Fixture.named("days")), unit: .money),
                Fixture.metric("peak", .rollup(take: .max, of: Fixture.named("gmv"), by: Fixture.named("day")), unit: .money),
                Fixture.metric(
                    "other", .formula(.subtract(.metric(Fixture.named("gmv")), .metric(Fixture.named("gmv_a")))), unit: .money),
            ])
    }

    /// Runs uses through the planner's own queries.
    private func evaluate(_ fixture: Fixture, _ uses: [MetricUse]) async throws -> MetricEvaluator {
        var needs = Needs(campaigns: [fixture.campaign.id: fixture.campaign])
        for use in uses { needs.add(use) }
        let aggregates = needs.merged()
        let inputs = Inputs(campaigns: [fixture.campaign], granted: [:])
        let campaign = fixture.campaign
        return try await DuckDB.withEngine(EngineSettings(jobs: 2, timeLimit: 60, readable: inputs.paths)) { engine in
            let (_, problems) = try await engine.open(campaign, files: inputs.files[campaign.id] ?? [:])
            #expect(problems.isEmpty)
            var cubes = Cubes()
            for query in aggregates {
                let rate = campaign.tables[query.table]?.sampleRate.map { Number.exact($0) }
                cubes.add(try await engine.rows(of: AggregateSQL(query: query, campaign: campaign).text, in: campaign.id), of: query, sampleRate: rate)
            }
            return MetricEvaluator(campaigns: [campaign.id: campaign], cubes: cubes)
        }
    }

    @Test(arguments: [
        ("gmv", "101"), ("rows", "4"), ("gmv_a", "40.4"), ("gmv_ever", "1200"), ("rate", "0.14"), ("per_day", "25.25"),
        ("peak", "40.4"), ("other", "60.6"),
    ])
    func `totals are those of the campaign's days in its own time zone`(metric: String, expected: String) async throws {
        let fixture = try fixture()
        defer { fixture.remove() }
        let use = MetricUse(campaign: "c-1", metric: metric)
        let total = try await evaluate(fixture, [use]).total(of: use)
        #expect(total?.plainText == expected)
    }

    @Test func `a sample's sums and counts are scaled up, its rates are not`() async throws {
        let fixture = try fixture(sampleRate: Decimal(string: "0.01"))
        defer { fixture.remove() }
        let gmv = MetricUse(campaign: "c-1", metric: "gmv"), rate = MetricUse(campaign: "c-1", metric: "rate")
        let evaluator = try await evaluate(fixture, [gmv, rate])
        #expect(evaluator.total(of: gmv)?.plainText == "10100")
        #expect(evaluator.total(of: rate)?.plainText == "0.14")
    }

    @Test func `a breakdown of a ratio is the ratio of the sums`() async throws {
        let fixture = try fixture()
        defer { fixture.remove() }
        let use = MetricUse(campaign: "c-1", metric: "rate", dimensions: ["channel"])
        let rows = try await evaluate(fixture, [use]).rows(of: use)
        #expect(rows.map { "\($0.key[0].text) \($0.value?.plainText ?? "—")" } == ["a 0.0666666666666667", "b 0.25"])
    }

    @Test func `a foreign key leads to the other table's columns`() async throws {
        let fixture = try fixture()
        defer { fixture.remove() }
        let use = MetricUse(campaign: "c-1", metric: "gmv", slice: [ValueKey.SliceEntry(dimension: "kind", value: "own")])
        let total = try await evaluate(fixture, [use]).total(of: use)
        #expect(total?.plainText == "60.6")
    }

    @Test func `a phase of another period lies as far from its start`() async throws {
        let fixture = try fixture()
        defer { fixture.remove() }
        let slice = [ValueKey.SliceEntry(dimension: "period", value: "before"), ValueKey.SliceEntry(dimension: "phase", value: "early")]
        let use = MetricUse(campaign: "c-1", metric: "gmv", slice: slice)
        let total = try await evaluate(fixture, [use]).total(of: use)
        #expect(total?.plainText == "100")
    }

    @Test func `days without rows are missing, not zero`() async throws {
        let fixture = try fixture()
        defer { fixture.remove() }
        let use = MetricUse(campaign: "c-1", metric: "gmv", dimensions: ["day"])
        let rows = try await evaluate(fixture, [use]).rows(of: use)
        #expect(rows.map { "\($0.key[0].text) \($0.value?.plainText ?? "—")" } == ["2025-06-01 30.3", "2025-06-02 30.3", "2025-06-04 40.4"])
    }
}
