import Foundation

/// The beta distribution, and Student's t and F that follow from it.
public enum Beta {
    /// The regularized incomplete beta function I(x; a, b), for a, b > 0.
    ///
    /// By its continued fraction, Abramowitz and Stegun 26.5.8, with Lentz's evaluation.
    public static func cdf(_ x: Double, _ a: Double, _ b: Double) -> Double { cdf(x, 1 - x, a, b) }

    /// The same where 1 − x is known to more digits than subtraction leaves.
    static func cdf(_ x: Double, _ rest: Double, _ a: Double, _ b: Double) -> Double {
        guard x > 0 else { return 0 }
        guard rest > 0 else { return 1 }
        let front = front(x, rest, a, b)
        return x < (a + 1) / (a + b + 2) ? front * fraction(x, rest, a, b) / a : 1 - front * fraction(rest, x, b, a) / b
    }

    public static func quantile(_ p: Double, _ a: Double, _ b: Double) -> Double { bisect(0, 1) { cdf($0, a, b) < p } }

    public static func density(_ x: Double, _ a: Double, _ b: Double) -> Double {
        guard x > 0, x < 1 else { return 0 }
        return front(x, 1 - x, a, b) / (x * (1 - x))
    }

    /// x^a (1 − x)^b ÷ B(a, b), told from its peak at a ÷ (a + b): so no digits are lost where a and b are large.
    static func front(_ x: Double, _ rest: Double, _ a: Double, _ b: Double) -> Double {
        let n = a + b, beyond = x * b - rest * a
        func logarithm(_ change: Double, _ ratio: Double) -> Double { change.magnitude < 0.5 ? log1p(change) : log(ratio) }
        let exponent = a * logarithm(beyond / a, x * n / a) + b * logarithm(-beyond / b, rest * n / b)
        return (a * b / (2 * .pi * n)).squareRoot() * exp(exponent + stirlingError(n) - stirlingError(a) - stirlingError(b))
    }

    private static func fraction(_ x: Double, _ rest: Double, _ a: Double, _ b: Double) -> Double {
        var c = 1.0, d = (a + 1) / nonzero(1 + a * rest - b * x), product = d
        for i in 1...100_000 {
            let m = Double(i)
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            d = 1 / nonzero(1 + even * d)
            c = nonzero(1 + even / c)
            product *= d * c
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            d = 1 / nonzero(1 + odd * d)
            c = nonzero(1 + odd / c)
            product *= d * c
            if (d * c - 1).magnitude < 1e-16 { break }
        }
        return product
    }
}

/// Student's t distribution.
public enum StudentT {
    /// The probability of a value at least as far from 0, on both sides.
    public static func twoSided(_ t: Double, degrees v: Double) -> Double {
        guard v.isFinite else { return Normal.twoSided(t) }
        return Beta.cdf(v / (v + t * t), t * t / (v + t * t), v / 2, 0.5)
    }

    /// The value below which the share `p` lies.
    public static func quantile(_ p: Double, degrees v: Double) -> Double {
        guard p != 0.5 else { return 0 }
        guard v.isFinite else { return Normal.quantile(p) }
        let tail = 2 * min(p, 1 - p)
        var high = 10.0
        while twoSided(high, degrees: v) > tail { high *= 2 }
        let size = bisect(0, high) { twoSided($0, degrees: v) > tail }
        return p < 0.5 ? -size : size
    }
}
