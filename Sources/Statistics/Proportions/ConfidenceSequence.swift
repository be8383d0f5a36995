import Foundation

/// Half the width of an interval for a mean that holds at every moment of an experiment at once, so that looking early and
/// often does no harm.
///
/// The asymptotic confidence sequence of I. Waudby-Smith, D. Arbour, R. Sinha, E. H. Kennedy and A. Ramdas, "Time-uniform central
/// limit theory and asymptotic confidence sequences", Annals of Statistics 52 (2024), theorem 2.2, with ρ chosen tightest at `tightest`.
/// - Parameters:
///   - deviation: standard deviation of one observation.
///   - count: observations so far.
///   - tightest: the number of observations at which the interval shall be narrowest; the planned size.
public func sequentialHalfWidth(deviation: Double, count: Double, tightest: Double, level: Double = 0.95) -> Double {
    let alpha = 1 - level
    let rho = ((-2 * log(alpha) + log(-2 * log(alpha)) + 1) / tightest).squareRoot()
    let scaled = count * rho * rho
    return deviation * (2 * (scaled + 1) / (count * scaled) * log((scaled + 1).squareRoot() / alpha)).squareRoot()
}
