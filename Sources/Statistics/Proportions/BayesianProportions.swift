import Foundation

/// How probable it is that one rate is really above another: beta posteriors under Jeffreys' prior Beta(½, ½).
///
/// ∫ f(p) F(p) dp over the better one's posterior, by Gauss–Legendre quadrature over ten standard deviations on either side
/// of its mean.
public func probabilityOfBeing(
    _ treatment: (successes: Double, trials: Double), above control: (successes: Double, trials: Double)
) -> Double? {
    guard treatment.trials > 0, control.trials > 0, treatment.successes <= treatment.trials, control.successes <= control.trials else { return nil }
    let (a, b) = (treatment.successes + 0.5, treatment.trials - treatment.successes + 0.5)
    let (c, d) = (control.successes + 0.5, control.trials - control.successes + 0.5)
    let mean = a / (a + b), deviation = (a * b / ((a + b) * (a + b) * (a + b + 1))).squareRoot()
    // Under the substitution p = sin²θ the integrand stays bounded where a or b is ½.
    let low = asin(max(0, mean - 10 * deviation).squareRoot()), high = asin(min(1, mean + 10 * deviation).squareRoot())
    let total = integrate(low, high, pieces: 64) { angle in
        let p = sin(angle) * sin(angle)
        return Beta.density(p, a, b) * Beta.cdf(p, c, d) * 2 * sin(angle) * cos(angle)
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
