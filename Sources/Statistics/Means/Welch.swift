import Foundation

/// Two means, the second held against the first, with unequal variances.
///
/// B. L. Welch, "The generalization of 'Student's' problem when several different population variances are involved",
/// Biometrika 34 (1947), 28–35.
public struct Welch: Sendable {
    public let difference: Estimate
    public let pValue: Double
    public let degrees: Double
    /// Relative difference with the interval of a ratio of means by the delta method on its logarithm; nil unless both means are positive.
    public let lift: Estimate?

    /// nil for fewer than two observations on a side, or where none vary.
    public init?(control: Moments, treatment: Moments) {
        guard let v = control.variance, let w = treatment.variance, v + w > 0 else { return nil }
        let a = v / control.count, b = w / treatment.count
        let error = (a + b).squareRoot(), count = control.count + treatment.count
        let share = a / (a + b)
        degrees = 1 / (share * share / (control.count - 1) + (1 - share) * (1 - share) / (treatment.count - 1))
        let value = treatment.mean - control.mean, half = StudentT.quantile(0.975, degrees: degrees) * error
        difference = Estimate(value: value, low: value - half, high: value + half, count: count)
        pValue = StudentT.twoSided(value / error, degrees: degrees)
        guard control.mean > 0, treatment.mean > 0 else { lift = nil; return }
        let relative = (a / (control.mean * control.mean) + b / (treatment.mean * treatment.mean)).squareRoot()
        let ratio = treatment.mean / control.mean
        lift = Estimate(value: ratio - 1, low: ratio * exp(-z95 * relative) - 1, high: ratio * exp(z95 * relative) - 1, count: count)
    }
}
