/// How far forecasts were from what came.
///
/// R. J. Hyndman and A. B. Koehler, "Another look at measures of forecast accuracy", International Journal of Forecasting 22 (2006), 679–688.
public struct ForecastErrors: Sendable {
    /// Sum of absolute errors ÷ sum of actual values.
    public let wape: Double
    /// Sum of forecasts ÷ sum of actual values − 1: above 0 too much was expected.
    public let bias: Double
    /// Mean absolute error ÷ that of the naive forecast (a season ago) in the training data; nil without training data.
    public let mase: Double?
    public let count: Double

    /// nil where nothing came or nothing was forecast.
    public init?(actual: [Double], forecast: [Double], training: [Double] = [], period: Int = 1) {
        let total = actual.reduce(0, +)
        guard actual.count == forecast.count, !actual.isEmpty, total > 0 else { return nil }
        let errors = zip(actual, forecast).reduce(0) { $0 + ($1.0 - $1.1).magnitude }
        guard errors.isFinite else { return nil }
        wape = errors / total
        bias = forecast.reduce(0, +) / total - 1
        count = Double(actual.count)
        guard period > 0, training.count > period else { mase = nil; return }
        let naive = (period..<training.count).reduce(0) { $0 + (training[$1] - training[$1 - period]).magnitude } / Double(training.count - period)
        mase = naive > 0 ? errors / count / naive : nil
    }
}
