import Foundation

/// Attention that fades by the same share each day: value = start × e^(−rate × day), fitted to logarithms by least squares.
///
/// The half-life is ln 2 ÷ rate; its interval is that of the rate. nil where fewer than four values are positive or nothing fades.
public struct Decay: Sendable {
    public let start: Double
    public let rate: Estimate
    public let halfLife: Estimate
    public let rSquared: Double

    public init?(days: [Double], values: [Double]) {
        let points = zip(days, values).filter { $0.1 > 0 }
        guard points.count > 3, let model = LinearModel(points.map { [1, $0.0] }, points.map { log($0.1) }) else { return nil }
        let slope = model.estimate(1)
        guard slope.value < 0 else { return nil }
        start = exp(model.coefficients[0])
        rate = Estimate(value: -slope.value, low: -slope.high, high: -slope.low, count: slope.count)
        let half = log(2.0)
        halfLife = Estimate(
            value: half / rate.value, low: half / rate.high, high: rate.low > 0 ? half / rate.low : .infinity, count: slope.count)
        rSquared = model.rSquared
    }
}
