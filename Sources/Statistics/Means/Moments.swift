/// Count, sum and sum of squares of a quantity: all that means and their tests need, and what an engine can add up.
public struct Moments: Sendable {
    public var count: Double
    public var sum: Double
    public var squares: Double

    public init(count: Double, sum: Double, squares: Double) {
        self.count = count
        self.sum = sum
        self.squares = squares
    }

    public init(_ values: [Double]) {
        self.init(count: Double(values.count), sum: values.reduce(0, +), squares: values.reduce(0) { $0 + $1 * $1 })
    }

    public var mean: Double { sum / count }
    /// With n − 1 in the denominator; nil for fewer than two, or sums that are not finite.
    public var variance: Double? {
        let rest = squares - sum * sum / count
        return count > 1 && count.isFinite && rest.isFinite ? max(0, rest / (count - 1)) : nil
    }

    /// The mean with Student's interval.
    public var estimate: Estimate? {
        guard let variance else { return nil }
        let half = StudentT.quantile(0.975, degrees: count - 1) * (variance / count).squareRoot()
        return Estimate(value: mean, low: mean - half, high: mean + half, count: count)
    }
}
