/// A mean freed of what was known before the experiment: y − θ (x − mean of x), with the θ that both groups share.
///
/// A. Deng, Y. Xu, R. Kohavi and T. Walker, "Improving the sensitivity of online controlled experiments by utilizing
/// pre-experiment data", WSDM 2013. The variance falls by the square of the correlation of y and x.
public struct CUPED: Sendable {
    public struct Group: Sendable {
        public var outcome: Moments
        public var before: Moments
        /// Sum of outcome × before.
        public var products: Double

        public init(outcome: Moments, before: Moments, products: Double) {
            self.outcome = outcome
            self.before = before
            self.products = products
        }

        fileprivate var covariance: Double { (products - outcome.sum * before.sum / outcome.count) / (outcome.count - 1) }

        /// Moments of y − θ (x − centre).
        fileprivate func adjusted(_ theta: Double, centre: Double) -> Moments {
            let n = outcome.count
            let mean = outcome.mean - theta * (before.mean - centre)
            let variance = (outcome.variance ?? 0) - 2 * theta * covariance + theta * theta * (before.variance ?? 0)
            return Moments(count: n, sum: mean * n, squares: max(0, variance) * (n - 1) + mean * mean * n)
        }
    }

    public let theta: Double
    /// The correlation of outcome and before, within groups.
    public let correlation: Double
    public let control: Moments
    public let treatment: Moments

    /// nil where a group has fewer than two people or nobody's past differs from another's.
    public init?(control: Group, treatment: Group) {
        let groups = [control, treatment]
        guard groups.allSatisfy({ $0.outcome.variance != nil && $0.before.variance != nil && $0.products.isFinite }) else { return nil }
        func pooled(_ part: (Group) -> Double) -> Double { groups.reduce(0) { $0 + part($1) * ($1.outcome.count - 1) } }
        let xx = pooled { $0.before.variance ?? 0 }, xy = pooled(\.covariance), yy = pooled { $0.outcome.variance ?? 0 }
        guard xx > 0, yy > 0 else { return nil }
        theta = xy / xx
        correlation = xy / (xx * yy).squareRoot()
        let centre = (control.before.sum + treatment.before.sum) / (control.before.count + treatment.before.count)
        self.control = control.adjusted(xy / xx, centre: centre)
        self.treatment = treatment.adjusted(xy / xx, centre: centre)
    }
}
