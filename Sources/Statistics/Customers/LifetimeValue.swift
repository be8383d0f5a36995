/// The simple formulas that stand beside a model.
public enum LifetimeValue {
    /// Margin of one period, kept with probability `retention` and discounted: margin × Σ (r ÷ (1 + d))^t from t = 0 to periods − 1.
    public static func annuity(margin: Double, retention: Double, discount: Double, periods: Int) -> Double {
        let factor = retention / (1 + discount)
        return (0..<max(0, periods)).reduce((sum: 0.0, part: margin)) { result, _ in (result.sum + result.part, result.part * factor) }.sum
    }

    /// Periods until the cost of winning a customer is earned back; nil where it never is.
    public static func payback(cost: Double, marginPerPeriod: Double) -> Double? {
        marginPerPeriod > 0 ? cost / marginPerPeriod : nil
    }
}
