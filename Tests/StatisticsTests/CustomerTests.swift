import Foundation
import Statistics
import Testing

/// Against lifetimes, and the parameters that were published for the customers of CDNOW.
struct CustomerTests {
    /// Frequency, recency, age, mean value, people.
    private func cdnow() throws -> [[Double]] {
        let text = try String(contentsOf: Reference.fixture("cdnow.csv"), encoding: .utf8)
        return text.split(separator: "\n").dropFirst().map { $0.split(separator: ",").compactMap { Double($0) } }
    }

    @Test func `buyers of CDNOW have the published parameters`() throws {
        let histories = try cdnow().map { BetaGeometric.History(frequency: $0[0], recency: $0[1], age: $0[2], weight: $0[4]) }
        #expect(histories.reduce(0) { $0 + $1.weight } == 2357)
        // Those whose histories are alike count together.
        let grouped = Dictionary(grouping: histories) { [$0.frequency, $0.recency, $0.age] }.values.map { alike in
            var history = alike[0]
            history.weight = alike.reduce(0) { $0 + $1.weight }
            return history
        }.sorted { ($0.age, $0.recency, $0.frequency) < ($1.age, $1.recency, $1.frequency) }
        let model = try #require(BetaGeometric(grouped))
        for (found, published) in [(model.r, 0.243), (model.alpha, 4.414), (model.a, 0.793), (model.b, 2.426)] {
            #expect((found * 1000).rounded() / 1000 == published)
        }
        for (_, expected) in Reference.cases("BetaGeometric.fitted") {
            expectNear([model.r, model.alpha, model.a, model.b], ["r", "alpha", "a", "b"].map { expected[$0].number }, within: 1e-4)
        }
        // The paper's table 2.
        #expect((model.logLikelihood * 10).rounded() / 10 == -9582.4)
    }

    @Test func `purchases expected are those of lifetimes`() {
        for (given, expected) in Reference.cases("BetaGeometric") {
            let model = BetaGeometric(r: given["r"].number, alpha: given["alpha"].number, a: given["a"].number, b: given["b"].number)
            let history = BetaGeometric.History(frequency: given["frequency"].number, recency: given["recency"].number, age: given["age"].number)
            expectNear(model.probabilityAlive(history), expected["alive"].number, given)
            expectNear(model.expectedPurchases(history, next: given["time"].number), expected["next"].number, given)
            expectNear(model.expectedPurchases(in: given["time"].number), expected["new"].number, given)
        }
    }

    @Test func `the worth of CDNOW's orders is that of lifetimes`() throws {
        let customers = try cdnow().map { (frequency: $0[0], mean: $0[3], weight: $0[4]) }
        let model = try #require(GammaGamma(customers))
        for (_, expected) in Reference.cases("GammaGamma.fitted") {
            expectNear([model.p, model.q, model.v], ["p", "q", "v"].map { expected[$0].number }, within: 1e-4)
        }
        for (given, expected) in Reference.cases("GammaGamma") {
            let given = (model: GammaGamma(p: given["p"].number, q: given["q"].number, v: given["v"].number), x: given["frequency"].number, mean: given["mean"].number)
            expectNear(given.model.expectedValue(frequency: given.x, mean: given.mean), expected["value"].number, given)
        }
    }

    @Test func `an annuity is the sum of its periods`() {
        for (given, expected) in Reference.cases("LifetimeValue.annuity") {
            let value = LifetimeValue.annuity(
                margin: given["margin"].number, retention: given["retention"].number, discount: given["discount"].number, periods: given["periods"].int)
            expectNear(value, expected["value"].number, given)
        }
        #expect(LifetimeValue.payback(cost: 30, marginPerPeriod: 12) == 2.5)
        #expect(LifetimeValue.payback(cost: 30, marginPerPeriod: 0) == nil)
    }

    @Test func `concentration is that of all pairs`() {
        for (given, expected) in Reference.cases("Concentration") {
            expectNear(Concentration.gini(given["values"].numbers), expected["gini"].number, given)
            expectNear(Concentration.herfindahl(given["values"].numbers), expected["herfindahl"].number, given)
        }
    }
}
