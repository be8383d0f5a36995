import Foundation

/// How often customers buy and when they stop, from when each was seen: the BG/NBD model.
///
/// P. S. Fader, B. G. S. Hardie and K. L. Lee, "'Counting your customers' the easy way", Marketing Science 24 (2005), 275–284.
public struct BetaGeometric: Sendable {
    /// Customers with the same history, as many as `weight`.
    public struct History: Hashable, Sendable {
        /// Repeat purchases.
        public var frequency: Double
        /// Time of the last purchase, since the first.
        public var recency: Double
        /// Time watched, since the first.
        public var age: Double
        public var weight: Double

        public init(frequency: Double, recency: Double, age: Double, weight: Double = 1) {
            self.frequency = frequency
            self.recency = recency
            self.age = age
            self.weight = weight
        }

        fileprivate var isPossible: Bool {
            age > 0 && age.isFinite && recency >= 0 && recency <= age && frequency >= 0 && frequency.isFinite && weight >= 0 && weight.isFinite
        }
    }

    public let r: Double
    public let alpha: Double
    public let a: Double
    public let b: Double
    /// Of the fit; 0 for parameters that were given.
    public let logLikelihood: Double

    public init(r: Double, alpha: Double, a: Double, b: Double) {
        self.r = r
        self.alpha = alpha
        self.a = a
        self.b = b
        logLikelihood = 0
    }

    /// Maximum likelihood. nil where nobody came back, or a history makes no sense.
    public init?(_ histories: [History]) {
        guard histories.contains(where: { $0.frequency > 0 && $0.weight > 0 }), histories.allSatisfy(\.isPossible) else { return nil }
        let scale = histories.map(\.age).max() ?? 1
        let people = histories.reduce(0) { $0 + $1.weight }
        let scaled = histories.map { History(frequency: $0.frequency, recency: $0.recency / scale, age: $0.age / scale, weight: $0.weight) }
        let found = minimize([0, -1, 0, 1], step: 0.5) { p in
            -Self.logLikelihood(scaled, r: exp(p[0]), alpha: exp(p[1]), a: exp(p[2]), b: exp(p[3])) / people
        }
        let p = found.point.map { exp($0) }
        guard p.allSatisfy({ $0.isFinite && $0 > 0 }) else { return nil }
        (r, alpha, a, b) = (p[0], p[1] * scale, p[2], p[3])
        logLikelihood = Self.logLikelihood(histories, r: p[0], alpha: p[1] * scale, a: p[2], b: p[3])
    }

    /// The paper's equation 6, by logarithms.
    public static func logLikelihood(_ histories: [History], r: Double, alpha: Double, a: Double, b: Double) -> Double {
        let constant = -lgamma(r) + r * log(alpha) + lgamma(a + b) - lgamma(b)
        // Gamma functions cost most and depend on the number of purchases alone.
        var byFrequency: [Double: Double] = [:]
        return histories.reduce(0) { sum, history in
            let x = history.frequency
            let common = byFrequency[x] ?? constant + lgamma(r + x) + lgamma(b + x) - lgamma(a + b + x)
            byFrequency[x] = common
            let alive = -(r + x) * log(alpha + history.age)
            guard x > 0 else { return sum + history.weight * (common + alive) }
            let gone = log(a / (b + x - 1)) - (r + x) * log(alpha + history.recency)
            let top = max(alive, gone)
            return sum + history.weight * (common + top + log1p(exp(-(alive - gone).magnitude)))
        }
    }

    /// The probability that a customer still buys; 1 for one who never came back (the model lets nobody leave before a repeat purchase).
    public func probabilityAlive(_ history: History) -> Double {
        guard history.frequency > 0 else { return 1 }
        let x = history.frequency
        let odds = a / (b + x - 1) * pow((alpha + history.age) / (alpha + history.recency), r + x)
        return 1 / (1 + odds)
    }

    /// `a`, but for 1, where both formulas divide nothing by nothing; a millionth beside it they are right to seven digits.
    private var dropout: Double { (a - 1).magnitude < 1e-6 ? 1 + 1e-6 : a }

    /// Repeat purchases expected in the next `time` of a customer with this history: the paper's equation 10.
    public func expectedPurchases(_ history: History, next time: Double) -> Double {
        let x = history.frequency, z = time / (alpha + history.age + time), a = dropout
        let series = hypergeometric(r + x, b + x, a + b + x - 1, z)
        let shrink = pow((alpha + history.age) / (alpha + history.age + time), r + x)
        let top = (a + b + x - 1) / (a - 1) * (1 - shrink * series)
        return top * probabilityAlive(history)
    }

    /// Purchases expected in the first `time` of a customer chosen at random, the first one left out: equation 9.
    public func expectedPurchases(in time: Double) -> Double {
        let a = dropout, series = hypergeometric(r, b, a + b - 1, time / (alpha + time))
        return (a + b - 1) / (a - 1) * (1 - pow(alpha / (alpha + time), r) * series)
    }
}

/// Gauss's hypergeometric function by its series, for z from 0 to below 1.
func hypergeometric(_ a: Double, _ b: Double, _ c: Double, _ z: Double) -> Double {
    var term = 1.0, sum = 1.0
    for index in 0..<100_000 {
        let n = Double(index)
        term *= (a + n) * (b + n) / ((c + n) * (n + 1)) * z
        sum += term
        if term.magnitude < sum.magnitude * 1e-16 { break }
    }
    return sum
}
