/// How two things go together in the same baskets.
///
/// R. Agrawal and R. Srikant, "Fast algorithms for mining association rules", VLDB 1994; lift after S. Brin et al. 1997.
public struct AssociationRule: Sendable {
    /// Baskets with both ÷ all.
    public let support: Double
    /// Baskets with both ÷ those with the first; with Wilson's interval.
    public let confidence: Estimate
    /// Confidence ÷ the share of baskets with the second: above 1 they attract each other.
    public let lift: Double
    /// Support beyond what chance would give.
    public let leverage: Double

    /// - Parameters: baskets with both, with the first, with the second, and all of them. nil where these can't be.
    public init?(both: Double, first: Double, second: Double, all: Double) {
        guard all.isFinite, first > 0, first <= all, second > 0, second <= all, both <= second, let bounds = wilsonInterval(successes: both, trials: first) else { return nil }
        support = both / all
        confidence = Estimate(value: both / first, low: bounds.low, high: bounds.high, count: first)
        lift = both * all / (first * second)
        leverage = both / all - first / all * (second / all)
    }
}
