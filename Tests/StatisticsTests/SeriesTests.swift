import Foundation
import Statistics
import Testing

/// Against statsmodels, NumPy and SciPy.
struct SeriesTests {
    @Test func `smoothing with given parameters is that of statsmodels`() throws {
        for (given, expected) in Reference.cases("HoltWinters") {
            let p = given["parameters"]
            let model = HoltWinters(
                given["values"].numbers, period: given["period"].int, trend: try trend(given),
                parameters: .init(level: p["level"].number, trend: p["trend"].number, season: p["season"].number, damping: p["damping"].number),
                level: given["level"].number, slope: given["slope"].number, seasons: given["seasons"].numbers)
            expectNear(model.fitted, expected["fitted"].numbers)
            expectNear(model.squares, expected["squares"].number)
            let forecast = model.forecast(given["steps"].int)
            expectNear(forecast.map(\.value), expected["forecast"].numbers)
            expectNear(forecast.map { pow(($0.high - $0.value) / z95, 2) / model.variance }, expected["spread"].numbers, given)
            let sum = model.forecastSum(given["steps"].int)
            expectNear(sum.value, expected["forecast"].numbers.reduce(0, +))
            expectNear(pow((sum.value - sum.low) / z95, 2) / model.variance, expected["sumSpread"].number, given)
        }
    }

    @Test(arguments: Reference.cases("HoltWinters.fitted").indices)
    func `the fit is at least as close as that of statsmodels`(index: Int) throws {
        let (given, expected) = Reference.cases("HoltWinters.fitted")[index]
        let model = try #require(HoltWinters(given["values"].numbers, period: given["period"].int, trend: try trend(given)))
        #expect(model.squares <= expected["squares"].number * (1 + 1e-4), "\(model.parameters)")
    }

    private func trend(_ given: Reference) throws -> HoltWinters.Trend { try #require(HoltWinters.Trend(rawValue: given["trend"].text)) }

    @Test func `errors of forecasts are those of NumPy`() throws {
        for (given, expected) in Reference.cases("ForecastErrors") {
            let errors = try #require(ForecastErrors(
                actual: given["actual"].numbers, forecast: given["forecast"].numbers, training: given["training"].numbers, period: given["period"].int))
            expectNear(errors.wape, expected["wape"].number)
            expectNear(errors.bias, expected["bias"].number)
            expectNear(errors.mase, expected["mase"].number)
        }
    }

    @Test func `robust scores are those of SciPy's deviation`() {
        for (given, expected) in Reference.cases("robustScores") {
            let scores = robustScores(given["values"].list.map(\.optional), period: given["period"].int)
            #expect(scores.count == expected["usual"].list.count)
            for (index, score) in scores.enumerated() {
                #expect((score == nil) == expected["usual"][index].isNothing)
                guard let score else { continue }
                expectNear(score.usual, expected["usual"][index].number)
                expectNear(score.score, expected["score"][index].number)
            }
        }
    }

    @Test func `quantiles are NumPy's`() {
        for (given, expected) in Reference.cases("quantile") { expectNear(quantile(given["values"].numbers, given["p"].number), expected["value"].number, given) }
    }

    @Test func `a quantile lies between Conover's order statistics`() {
        for (given, expected) in Reference.cases("quantileEstimate") {
            let found = quantileEstimate(given["values"].numbers, given["p"].number)
            if expected["value"].isNothing { #expect(found == nil) } else { expectNear(found, expected, given["p"]) }
        }
    }
}
