import Foundation

/// What would have come without the event: a regression on trend, season and control series, fitted before it and carried on.
///
/// Interrupted time series: J. Lopez Bernal, S. Cummins and A. Gasparrini, International Journal of Epidemiology 46 (2017), 348–355. The
/// interval of the sum adds the coefficients' uncertainty, common to all days, to each day's own error; it takes errors to be independent,
/// which `autocorrelation` lets one check.
public struct Counterfactual: Sendable {
    /// What was expected on each day after the event.
    public let expected: [Estimate]
    /// Actual less expected, over all days after.
    public let effect: Estimate
    /// Actual ÷ expected − 1.
    public let relative: Estimate
    /// Of neighbouring residuals before the event; above 0.4 the interval is too narrow.
    public let autocorrelation: Double
    public let rSquared: Double

    /// - Parameters:
    ///   - before, after: values, evenly spaced, `after` following `before` directly.
    ///   - period: places in a season, 7 for days of the week; 1 for none.
    ///   - controls: series that the event did not touch, over both spans.
    ///   - hasTrend: whether to carry a straight trend on; over many days it is a bold assumption.
    /// nil where there are too few values before, a control follows from the season, or so little was expected that its interval reaches 0.
    public init?(before: [Double], after: [Double], period: Int, controls: [[Double]] = [], hasTrend: Bool = false) {
        let count = before.count
        func row(_ index: Int) -> [Double] {
            var row = [1.0] + (hasTrend ? [Double(index - count)] : [])
            for place in 1..<max(2, period) where period > 1 { row.append(index % period == place ? 1 : 0) }
            return row + controls.map { $0[index] }
        }
        guard !after.isEmpty, after.allSatisfy(\.isFinite), controls.allSatisfy({ $0.count == count + after.count }) else { return nil }
        guard let model = LinearModel((0..<count).map(row), before), model.degrees >= 3 else { return nil }
        let rows = after.indices.map { row(count + $0) }
        expected = rows.map { model.predictedSum([$0]) }
        let total = model.predictedSum(rows), actual = after.reduce(0, +)
        effect = Estimate(value: actual - total.value, low: actual - total.high, high: actual - total.low, count: Double(count + after.count))
        guard total.low > 0 else { return nil }
        let ends = [actual / total.high - 1, actual / total.low - 1].sorted()
        relative = Estimate(value: actual / total.value - 1, low: ends[0], high: ends[1], count: effect.count)
        let residuals = model.residuals, squares = residuals.reduce(0) { $0 + $1 * $1 }
        autocorrelation = squares > 0 ? zip(residuals, residuals.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 } / squares : 0
        rSquared = model.rSquared
    }
}
