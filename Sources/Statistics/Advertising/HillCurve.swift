import Foundation

/// What money brings as it grows: ceiling × spend^shape ÷ (half^shape + spend^shape).
///
/// Hill's function as in marketing mix models: Y. Jin, Y. Wang, Y. Sun, D. Chan and J. Koehler, "Bayesian methods for media mix modeling with
/// carryover and shape effects", Google 2017. Fitted by least squares.
public struct HillCurve: Sendable {
    public let ceiling: Double
    /// The spend that brings half of the ceiling.
    public let half: Double
    public let shape: Double
    public let rSquared: Double
    /// Half of the ceiling lies within what was really spent; else the ceiling is a guess.
    public let isSaturationSeen: Bool

    public init(ceiling: Double, half: Double, shape: Double) {
        self.ceiling = ceiling
        self.half = half
        self.shape = shape
        rSquared = 1
        isSaturationSeen = true
    }

    /// nil for fewer than six days with different spend, or where nothing came back.
    public init?(spend: [Double], outcome: [Double]) {
        guard spend.count == outcome.count, Set(spend).count >= 6, let most = spend.max(), most > 0, let best = outcome.max(), best > 0 else { return nil }
        func value(_ p: [Double], _ x: Double) -> Double { Self.value(exp(p[0]), exp(p[1]), Self.shape(p[2]), x) }
        // Several beginnings, since the surface has more than one hollow.
        let starts: [[Double]] = [0.3, 1.0, 3.0].flatMap { half in [-0.5, 1.0].map { shape in [log(1.5), log(half), shape] } }
        let found = starts.map { start in
            minimize(start, step: 0.3) { p in
                zip(spend, outcome).reduce(0) { sum, pair in
                    let error = pair.1 / best - value(p, pair.0 / most)
                    return sum + error * error
                }
            }
        }.min { $0.value < $1.value }
        guard let found else { return nil }
        ceiling = exp(found.point[0]) * best
        half = exp(found.point[1]) * most
        shape = Self.shape(found.point[2])
        let mean = outcome.reduce(0, +) / Double(outcome.count)
        let total = outcome.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        rSquared = total > 0 ? 1 - found.value * best * best / total : 0
        isSaturationSeen = half <= most
    }

    /// Between 0.5 and 3: beyond that, days of little spend decide everything.
    private static func shape(_ x: Double) -> Double { 0.5 + 2.5 / (1 + exp(-x)) }

    private static func value(_ ceiling: Double, _ half: Double, _ shape: Double, _ x: Double) -> Double {
        guard x > 0 else { return 0 }
        return ceiling / (1 + pow(half / x, shape))
    }

    public func value(at spend: Double) -> Double { Self.value(ceiling, half, shape, spend) }

    /// What one more unit of money brings.
    public func slope(at spend: Double) -> Double {
        guard spend > 0 else { return shape > 1 ? 0 : shape == 1 ? ceiling / half : .infinity }
        let odds = pow(half / spend, shape)
        return ceiling * shape * odds / (spend * (1 + odds) * (1 + odds))
    }
}

/// Spend with what still works of the days before: each day keeps the share `rate` of the last one's, scaled so that steady spend stays itself.
public func adstock(_ spend: [Double], rate: Double) -> [Double] {
    var kept = 0.0
    return spend.enumerated().map { index, value in
        kept = index == 0 ? value : rate * kept + (1 - rate) * value
        return kept
    }
}
