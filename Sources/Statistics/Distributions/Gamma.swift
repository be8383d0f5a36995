import Foundation

/// The gamma distribution with rate 1, and what follows from it: chi-square and Poisson.
public enum Gamma {
    /// The regularized lower incomplete gamma function P(a, x), for a > 0 and x ≥ 0.
    ///
    /// By its series below a + 1 and its continued fraction above: Abramowitz and Stegun 6.5.29 and 6.5.31.
    public static func cdf(_ x: Double, shape a: Double) -> Double {
        guard x > 0 else { return 0 }
        guard x < .infinity else { return 1 }
        guard a < normalFrom else { return Normal.cdf((x - a) / a.squareRoot()) }
        return x < a + 1 ? series(a, x) : 1 - fraction(a, x)
    }

    /// 1 − P(a, x), without loss of digits far out.
    public static func upper(_ x: Double, shape a: Double) -> Double {
        guard x > 0 else { return 1 }
        guard x < .infinity else { return 0 }
        guard a < normalFrom else { return Normal.cdf((a - x) / a.squareRoot()) }
        return x < a + 1 ? 1 - series(a, x) : fraction(a, x)
    }

    /// The value below which the share `p` lies.
    public static func quantile(_ p: Double, shape a: Double) -> Double {
        guard p > 0 else { return 0 }
        guard a < normalFrom else { return a + Normal.quantile(p) * a.squareRoot() }
        var high = a + 10
        while cdf(high, shape: a) < p { high *= 2 }
        return bisect(0, high) { cdf($0, shape: a) < p }
    }

    /// From so large a shape on the distribution is normal to eight digits, and the series too long.
    private static let normalFrom = 1e9

    /// x^a e^(−x) ÷ Γ(a), told from its peak at x = a: so no digits are lost where both are large.
    private static func scale(_ a: Double, _ x: Double) -> Double {
        let change = (x - a) / a
        let exponent = change.magnitude < 0.5 ? a * (log1p(change) - change) : a * log(x / a) - (x - a)
        return (a / (2 * .pi)).squareRoot() * exp(exponent - stirlingError(a))
    }

    private static func series(_ a: Double, _ x: Double) -> Double {
        var term = 1 / a, sum = term, n = a
        repeat {
            n += 1
            term *= x / n
            sum += term
        } while term > sum * 1e-17 && n < a + 1e7
        return sum * scale(a, x)
    }

    private static func fraction(_ a: Double, _ x: Double) -> Double {
        // Lentz's evaluation.
        var b = x + 1 - a, c = 1e300, d = 1 / b, product = d
        for i in 1...100_000 {
            let step = -Double(i) * (Double(i) - a)
            b += 2
            d = 1 / nonzero(step * d + b)
            c = nonzero(b + step / c)
            product *= d * c
            if (d * c - 1).magnitude < 1e-16 { break }
        }
        return product * scale(a, x)
    }
}

/// The chi-square distribution.
public enum ChiSquare {
    /// The probability of a value of at least `x`.
    public static func upper(_ x: Double, degrees: Double) -> Double { Gamma.upper(x / 2, shape: degrees / 2) }
    public static func quantile(_ p: Double, degrees: Double) -> Double { 2 * Gamma.quantile(p, shape: degrees / 2) }
}

/// What Stirling's formula lacks: ln Γ(a) − ((a − ½) ln a − a + ½ ln 2π), by its series (Abramowitz and Stegun 6.1.41).
func stirlingError(_ a: Double) -> Double {
    guard a >= 10 else { return lgamma(a) - ((a - 0.5) * log(a) - a + 0.5 * log(2 * .pi)) }
    let square = 1 / (a * a)
    return (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - square / 1188) * square) * square) * square) / a
}

func nonzero(_ x: Double) -> Double { x.magnitude < 1e-300 ? 1e-300 : x }

/// The place between two bounds where a rising test turns from true to false, to the last digit.
func bisect(_ low: Double, _ high: Double, _ isBelow: (Double) -> Bool) -> Double {
    var low = low, high = high
    for _ in 0..<200 {
        let middle = (low + high) / 2
        if middle <= low || middle >= high { break }
        if isBelow(middle) { low = middle } else { high = middle }
    }
    return (low + high) / 2
}
