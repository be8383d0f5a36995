import Foundation

/// What an order of a customer is worth on average, from the orders seen: the Gamma-Gamma model.
///
/// P. S. Fader and B. G. S. Hardie, "The Gamma-Gamma model of monetary value", 2013; after Colombo and Jiang 1999.
public struct GammaGamma: Sendable {
    public let p: Double
    public let q: Double
    public let v: Double

    public init(p: Double, q: Double, v: Double) {
        self.p = p
        self.q = q
        self.v = v
    }

    /// Maximum likelihood over customers with repeat purchases: how many, and their mean value.
    /// nil for none, or where all are worth the same.
    public init?(_ customers: [(frequency: Double, mean: Double, weight: Double)]) {
        let seen = customers.filter { $0.frequency > 0 && $0.mean > 0 && $0.weight > 0 }
        guard seen.allSatisfy({ $0.frequency.isFinite && $0.mean.isFinite && $0.weight.isFinite }) else { return nil }
        let people = seen.reduce(0) { $0 + $1.weight }
        guard seen.count > 2, Set(seen.map(\.mean)).count > 1 else { return nil }
        let scale = seen.reduce(0) { $0 + $1.mean * $1.weight } / people
        let found = minimize([1, 1, 0], step: 0.5) { x in
            let p = exp(x[0]), q = exp(x[1]), v = exp(x[2])
            // Gamma functions cost most and depend on the number of purchases alone.
            var byFrequency: [Double: Double] = [:]
            return -seen.reduce(0) { sum, customer in
                let x = customer.frequency, mean = customer.mean / scale
                let common = byFrequency[x] ?? lgamma(p * x + q) - lgamma(p * x) - lgamma(q) + q * log(v) + p * x * log(x)
                byFrequency[x] = common
                return sum + customer.weight * (common + (p * x - 1) * log(mean) - (p * x + q) * log(x * mean + v))
            } / people
        }
        let x = found.point.map { exp($0) }
        guard x.allSatisfy({ $0.isFinite && $0 > 0 }) else { return nil }
        (p, q, v) = (x[0], x[1], x[2] * scale)
    }

    /// The paper's equation 1a.
    public static func logLikelihood(_ x: Double, _ mean: Double, _ p: Double, _ q: Double, _ v: Double) -> Double {
        lgamma(p * x + q) - lgamma(p * x) - lgamma(q) + q * log(v) + (p * x - 1) * log(mean) + p * x * log(x) - (p * x + q) * log(x * mean + v)
    }

    /// The mean value of a customer's orders, given those seen: between their own mean and everybody's. nil where q ≤ 1 leaves no mean.
    public func expectedValue(frequency x: Double, mean: Double) -> Double? {
        let weight = p * x + q - 1
        guard weight > 0 else { return nil }
        return p * (v + x * mean) / weight
    }
}
