import Statistics
import Testing

/// Against statsmodels.
struct SurvivalTests {
    private func rows(_ table: Reference) -> [(time: Double, events: Double, censored: Double)] {
        table.table.map { (time: $0[0], events: $0[1], censored: $0[2]) }
    }

    @Test func `survival is that of statsmodels`() throws {
        for (given, expected) in Reference.cases("KaplanMeier") {
            let curve = try #require(KaplanMeier(rows(given["rows"])))
            expectNear(curve.steps.map(\.time), expected["times"].numbers)
            expectNear(curve.steps.map(\.atRisk), expected["atRisk"].numbers)
            expectNear(curve.steps.map(\.events), expected["events"].numbers)
            for (step, reference) in zip(curve.steps, expected["survival"].list) {
                expectNear(step.survival, reference)
                #expect(curve.survival(at: step.time) == step.survival)
            }
            #expect(curve.survival(at: -1).value == 1)
            for quantile in expected["quantiles"].list { expectNear(curve.timeEstimate(of: quantile["p"].number), quantile) }
            for p in expected["absent"].numbers { #expect(curve.time(of: p) == nil) }
        }
    }

    @Test func `the order of rows and how they are counted together do not matter`() throws {
        for (given, _) in Reference.cases("KaplanMeier") {
            let table = rows(given["rows"])
            let single = table.flatMap { row in
                Array(repeating: (time: row.time, events: 1.0, censored: 0.0), count: Int(row.events))
                    + Array(repeating: (time: row.time, events: 0.0, censored: 1.0), count: Int(row.censored))
            }
            let a = try #require(KaplanMeier(table)), b = try #require(KaplanMeier(single.reversed()))
            #expect(a.steps.map(\.survival) == b.steps.map(\.survival))
        }
    }

    @Test func `the log-rank test is that of statsmodels`() {
        for (given, expected) in Reference.cases("logRankTest") {
            let test = logRankTest(rows(given["a"]), rows(given["b"]))
            expectNear(test?.statistic, expected["statistic"].number)
            expectNear(test?.pValue, expected["pValue"].number)
        }
    }
}
