import Foundation

/// How probable it is that one rate is really above another: beta posteriors under Jeffreys' prior Beta(½, ½).
///
/// ∫ f(p) F(p) dp over the narrower one's posterior, by Gauss–Legendre quadrature over twelve standard deviations on either side
/// of its middle. nil where the counts describe no proportions.
public func probabilityOfBeing(
    _ treatment: (successes: Double, trials: Double), above control: (successes: Double, trials: Double)
) -> Double? {
    guard [treatment, control].allSatisfy({ $0.trials > 0 && $0.trials.isFinite && $0.successes >= 0 && $0.successes <= $0.trials }) else { return nil }
    // The other's distribution is then smooth at the scale of the steps.
    let isTreatmentNarrow = treatment.trials >= control.trials
    let (narrow, wide) = isTreatmentNarrow ? (treatment, control) : (control, treatment)
    let (a, b) = (narrow.successes + 0.5, narrow.trials - narrow.successes + 0.5)
    let (c, d) = (wide.successes + 0.5, wide.trials - wide.successes + 0.5)
    // Under the substitution p = sin²θ the integrand stays bounded where a or b is ½, and θ has the same deviation for every rate.
    let middle = asin((a / (a + b)).squareRoot()), reach = 12 / (2 * (a + b).squareRoot())
    let total = integrate(max(0, middle - reach), min(.pi / 2, middle + reach), pieces: 64) { angle in
        let p = sin(angle) * sin(angle), rest = cos(angle) * cos(angle)
        let other = isTreatmentNarrow ? Beta.cdf(p, rest, c, d) : Beta.cdf(rest, p, d, c)
        return 2 * Beta.front(p, rest, a, b) / (sin(angle) * cos(angle)) * other
    }
    return min(1, max(0, total))
}

/// Composite Gauss–Legendre quadrature with five points a piece.
func integrate(_ low: Double, _ high: Double, pieces: Int, _ function: (Double) -> Double) -> Double {
    let nodes = [-0.906179845938664, -0.5384693101056831, 0, 0.5384693101056831, 0.906179845938664]
    let weights = [0.23692688505618908, 0.47862867049936647, 0.5688888888888889, 0.47862867049936647, 0.23692688505618908]
    let half = (high - low) / Double(pieces) / 2
    return (0..<pieces).reduce(0) { sum, piece in
        let middle = low + half * Double(2 * piece + 1)
        return sum + half * zip(nodes, weights).reduce(0) { $0 + $1.1 * function(middle + half * $1.0) }
    }
}
