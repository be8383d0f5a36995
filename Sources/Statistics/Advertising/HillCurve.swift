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
    /// Of ceiling, half and shape; nil where they were given, or can't be told apart.
    public let covariance: [[Double]]?

    public init(ceiling: Double, half: Double, shape: Double) {
        self.ceiling = ceiling
        self.half = half
        self.shape = shape
        rSquared = 1
        isSaturationSeen = true
        covariance = nil
    }

    /// nil for fewer than six days with different spend, or where nothing came back.
    public init?(spend: [Double], outcome: [Double]) {
        guard spend.count == outcome.count, (spend + outcome).allSatisfy(\.isFinite) else { return nil }
        guard Set(spend).count >= 6, let most = spend.max(), most > 0, let best = outcome.max(), best > 0 else { return nil }
        // Beyond ten times the largest spend half the ceiling is a matter of taste.
        func half(_ x: Double) -> Double { 10 / (1 + exp(-x)) }
        func value(_ p: [Double], _ x: Double) -> Double { Self.value(exp(p[0]), half(p[1]), Self.shape(p[2]), x) }
        // Several beginnings, since the surface has more than one hollow.
        let starts: [[Double]] = [0.3, 1.0, 3.0].flatMap { half in [-0.5, 1.0].map { shape in [log(1.5), log(half / (10 - half)), shape] } }
        func squares(_ p: [Double]) -> Double {
            zip(spend, outcome).reduce(0) { sum, pair in
                let error = pair.1 / best - value(p, pair.0 / most)
                return sum + error * error
            }
        }
        // A short run from each, and the best one to the end.
        let near = starts.map { minimize($0, step: 0.3, restarts: 0, iterations: 60, squares) }.min { $0.value < $1.value }
        let found = near.map { minimize($0.point, step: 0.1, restarts: 4, squares) }
        guard let found else { return nil }
        ceiling = exp(found.point[0]) * best
        self.half = half(found.point[1]) * most
        shape = Self.shape(found.point[2])
        let mean = outcome.reduce(0, +) / Double(outcome.count)
        let total = outcome.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        rSquared = total > 0 ? 1 - found.value * best * best / total : 0
        isSaturationSeen = self.half <= most
        covariance = Self.covariance(HillCurve(ceiling: ceiling, half: self.half, shape: shape), spend, outcome)
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
        // o ÷ (1 + o)² is the same for odds and their inverse; the one below 1 never overflows.
        let odds = pow(min(half / spend, spend / half), shape)
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

extension HillCurve {
    /// The standard error of a number computed from the curve, by the delta method on the fitted parameters; 0 for a curve that was given.
    public func standardError(of number: (HillCurve) -> Double) -> Double {
        guard let covariance else { return 0 }
        let parameters = [ceiling, half, shape]
        let slopes = parameters.indices.map { index in
            let step = parameters[index] * 1e-5
            var up = parameters, down = parameters
            up[index] += step
            down[index] -= step
            return (number(HillCurve(ceiling: up[0], half: up[1], shape: up[2])) - number(HillCurve(ceiling: down[0], half: down[1], shape: down[2]))) / (2 * step)
        }
        let variance = slopes.indices.reduce(0) { sum, i in sum + slopes[i] * slopes.indices.reduce(0) { $0 + covariance[i][$1] * slopes[$1] } }
        return max(0, variance).squareRoot()
    }

    /// Gauss–Newton's: residual variance × (J'J)⁻¹.
    private static func covariance(_ curve: HillCurve, _ spend: [Double], _ outcome: [Double]) -> [[Double]]? {
        let scales = [curve.ceiling, curve.half, curve.shape]
        let rows = spend.map { x in
            scales.indices.map { index -> Double in
                var up = scales, down = scales
                up[index] *= 1 + 1e-5
                down[index] *= 1 - 1e-5
                return (HillCurve.value(up[0], up[1], up[2], x) - HillCurve.value(down[0], down[1], down[2], x)) / 2e-5
            }
        }
        // The linear model of the residuals on the slopes has just this inverse; columns were scaled by the parameters.
        guard let model = LinearModel(rows, zip(spend, outcome).map { $1 - curve.value(at: $0) }) else { return nil }
        let variance = model.variance
        return scales.indices.map { i in scales.indices.map { j in variance * model.inverse[i][j] * scales[i] * scales[j] } }
    }
}
