/// A ratio of two quantities measured on the same people, such as revenue per session, with its standard error.
///
/// By the delta method: A. Deng, U. Knoblich and J. Lu, "Applying the delta method in metric analytics", KDD 2018, formula 2.
public struct RatioOfMeans: Sendable {
    public var top: Moments
    public var bottom: Moments
    /// Sum of the products of the two.
    public var products: Double

    public init(top: Moments, bottom: Moments, products: Double) {
        self.top = top
        self.bottom = bottom
        self.products = products
    }

    public var value: Double { top.sum / bottom.sum }

    /// The variance of the ratio.
    public var variance: Double? {
        guard let v = top.variance, let w = bottom.variance, bottom.mean != 0 else { return nil }
        let n = top.count
        let covariance = (products - top.sum * bottom.sum / n) / (n - 1)
        let m = bottom.mean, result = (v - 2 * value * covariance + value * value * w) / (m * m * n)
        return result.isFinite ? max(0, result) : nil
    }

    public var estimate: Estimate? {
        variance.map { let half = z95 * $0.squareRoot(); return Estimate(value: value, low: value - half, high: value + half, count: top.count) }
    }

    /// The treatment's ratio less the control's, with its p-value.
    public static func difference(control: RatioOfMeans, treatment: RatioOfMeans) -> (estimate: Estimate, pValue: Double)? {
        guard let a = control.variance, let b = treatment.variance, a + b > 0 else { return nil }
        let error = (a + b).squareRoot(), value = treatment.value - control.value
        let estimate = Estimate(value: value, low: value - z95 * error, high: value + z95 * error, count: control.top.count + treatment.top.count)
        return (estimate, Normal.twoSided(value / error))
    }
}
