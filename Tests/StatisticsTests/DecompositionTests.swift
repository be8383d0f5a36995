import Statistics
import Testing

/// Against formulas written a second time in Python, and numbers worked out by hand.
struct DecompositionTests {
    @Test func `factors' effects are those of the log-mean index`() {
        for (given, expected) in Reference.cases("logMeanDivisia") {
            let before = given["before"].numbers, after = given["after"].numbers
            expectNear(logMeanDivisia(from: before, to: after) ?? [], expected["effects"].numbers, absolute: 1e-15, given)
        }
    }

    /// Visitors 1.0 m to 1.1 m, conversion 2.5 % to 3.0 %, order value 1600 to 1669.
    @Test func `effects on revenue are those worked out by hand`() throws {
        let effects = try #require(logMeanDivisia(from: [1e6, 0.025, 1600], to: [1.1e6, 0.03, 1669]))
        for (effect, known) in zip(effects, [4_492_665.99, 8_594_148.70, 1_990_185.31]) { #expect((effect - known).magnitude < 0.006) }
        expectNear(effects.reduce(0, +), 15_077_000)
    }

    @Test func `Shapley's shares are the mean over all orders`() {
        for (given, expected) in Reference.cases("shapleyValues") {
            let worths = given["worths"].numbers
            expectNear(shapleyValues(players: given["players"].int) { worths[Int($0)] }, expected["values"].numbers, given)
        }
        for (given, expected) in Reference.cases("shapleyFactors") {
            let size = given["after"].numbers.reduce(1, *)
            expectNear(shapleyFactors(from: given["before"].numbers, to: given["after"].numbers), expected["effects"].numbers, absolute: 1e-12 * size, given)
        }
        expectNear(shapleyValues(players: 2) { [0, 0.05, 0.03, 0.1][Int($0)] }, [0.06, 0.04])
        #expect(shapleyValues(players: 0) { _ in 1 }.isEmpty)
    }

    @Test func `mix and rate are those of NumPy`() throws {
        for (given, expected) in Reference.cases("MixAndRate") {
            let found = try #require(MixAndRate(zip(given["before"].list, given["after"].list).map { (before: $0.pair, after: $1.pair) }))
            expectNear(found.parts.map(\.rate), expected["rate"].numbers)
            expectNear(found.parts.map(\.mix), expected["mix"].numbers, absolute: 1e-12)
            expectNear(found.change, expected["change"].number)
        }
    }

    @Test func `price, volume and mix are those of NumPy`() throws {
        for (given, expected) in Reference.cases("PriceVolumeMix") {
            let items = zip(given["plan"].list, given["actual"].list).map { (plan: (quantity: $0.pair.0, price: $0.pair.1), actual: (quantity: $1.pair.0, price: $1.pair.1)) }
            let lines = try #require(PriceVolumeMix(items)).lines
            expectNear(lines.map(\.price), expected["price"].numbers, absolute: 1e-9)
            expectNear(lines.map(\.volume), expected["volume"].numbers, absolute: 1e-9)
            expectNear(lines.map(\.mix), expected["mix"].numbers, absolute: 1e-9)
        }
    }
}
