import Statistics
import Testing

/// Values of statsmodels 0.15: `proportion_confint(successes, trials, method="wilson")`.
struct WilsonTests {
    @Test(arguments: [
        (4350.0, 5000.0, 0.860394, 0.879038), (0, 20, 0, 0.161125), (20, 20, 0.838875, 1), (1, 10, 0.017876, 0.404150),
        (50, 100, 0.403832, 0.596168),
    ])
    func `bounds are those of statsmodels`(successes: Double, trials: Double, low: Double, high: Double) throws {
        let interval = try #require(wilsonInterval(successes: successes, trials: trials))
        #expect((interval.low - low).magnitude < 5e-7)
        #expect((interval.high - high).magnitude < 5e-7)
    }

    @Test(arguments: [(1.0, 0.0), (-1, 10), (11, 10), (.nan, 10), (1, .infinity)])
    func `what is no proportion has no interval`(successes: Double, trials: Double) {
        #expect(wilsonInterval(successes: successes, trials: trials) == nil)
    }
}
