import Foundation
import Statistics
import Testing

/// Against statsmodels and SciPy.
struct LineTests {
    @Test func `least squares are those of statsmodels`() throws {
        for (given, expected) in Reference.cases("LinearModel") {
            let model = try #require(LinearModel(given["rows"].table, given["outcomes"].numbers))
            let places = model.coefficients.indices
            expectNear(model.coefficients, expected["coefficients"].numbers)
            expectNear(places.map(model.standardError), expected["errors"].numbers)
            expectNear(places.map(model.pValue), expected["pValues"].numbers)
            expectNear(places.map { model.estimate($0).low }, expected["bounds"].list.map { $0[0].number })
            expectNear(places.map { model.estimate($0).high }, expected["bounds"].list.map { $0[1].number })
            expectNear(model.rSquared, expected["rSquared"].number)
            expectNear(model.variance, expected["variance"].number)
            expectNear(model.degrees, expected["degrees"].number)
            expectNear(model.inverse.flatMap(\.self), expected["inverse"].table.flatMap(\.self))
            let size = expected["variance"].number.squareRoot()
            expectNear(model.residuals, expected["residuals"].numbers, absolute: 1e-10 * size)
            for (row, prediction) in zip(given["new"].table, expected["predictions"].list) {
                expectNear(model.predictedSum([row]), prediction)
                expectNear(model.prediction(row), prediction["value"].number)
            }
            expectNear(model.predictedSum(given["new"].table), expected["sum"])
        }
    }

    @Test func `a regressor that follows from others has no model`() {
        #expect(LinearModel([[1, 2, 3], [1, 4, 5], [1, 6, 7], [1, 1, 2], [1, 9, 10]], [1, 2, 3, 4, 5]) == nil)
        #expect(LinearModel([[1, 2], [1, 3]], [1, 2]) == nil)
    }

    @Test func `what does not vary has no effect`() throws {
        let model = try #require(LinearModel([[1, 2], [1, 3], [1, 5], [1, 4]], [0, 0, 0, 0]))
        #expect(model.pValue(1) == 1)
    }

    @Test func `decay is a line through logarithms`() throws {
        for (given, expected) in Reference.cases("Decay") {
            let decay = try #require(Decay(days: given["days"].numbers, values: given["values"].numbers))
            expectNear(decay.start, expected["start"].number)
            // The exact curve's errors are those of its four decimals.
            expectNear(decay.rate, expected["rate"], within: 1e-8)
            expectNear(decay.halfLife, expected["halfLife"], within: 1e-8)
            expectNear(decay.rSquared, expected["rSquared"].number)
        }
        #expect(Decay(days: [0, 1, 2, 3], values: [1, 2, 3, 4]) == nil)
    }

    @Test func `what would have come is the regression of statsmodels`() throws {
        for (given, expected) in Reference.cases("Counterfactual") {
            let found = try #require(Counterfactual(
                before: given["before"].numbers, after: given["after"].numbers, period: given["period"].int, controls: given["controls"].table,
                hasTrend: given["hasTrend"].number == 1))
            for (estimate, reference) in zip(found.expected, expected["expected"].list) { expectNear(estimate, reference) }
            expectNear(found.effect, expected["effect"])
            expectNear(found.relative, expected["relative"])
            expectNear(found.autocorrelation, expected["autocorrelation"].number)
            expectNear(found.rSquared, expected["rSquared"].number)
        }
    }

    @Test func `the least value is SciPy's`() {
        for (given, expected) in Reference.cases("minimize") {
            let found = minimize(given["start"].numbers, given["function"].text == "booth" ? booth : rosenbrock)
            expectNear(found.point, expected["point"].numbers, within: 1e-4, absolute: 1e-4, given)
            expectNear(found.value, expected["value"].number, within: 0, absolute: 1e-8, given)
        }
    }

    private func rosenbrock(_ p: [Double]) -> Double {
        zip(p, p.dropFirst()).reduce(0) { $0 + 100 * pow($1.1 - $1.0 * $1.0, 2) + pow(1 - $1.0, 2) }
    }

    private func booth(_ p: [Double]) -> Double {
        pow(p[0] + 2 * p[1] - 7, 2) + pow(2 * p[0] + p[1] - 5, 2)
    }
}
