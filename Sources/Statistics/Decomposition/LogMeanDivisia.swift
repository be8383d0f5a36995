import Foundation

/// How much each factor of a product contributed to its change, exactly: the additive log-mean Divisia index (LMDI-I).
///
/// B. W. Ang, "The LMDI approach to decomposition analysis: a practical guide", Energy Policy 33 (2005), 867–871:
/// effect of factor k = L(V₁, V₀) × ln(xₖ₁ ÷ xₖ₀), with the logarithmic mean L(a, b) = (a − b) ÷ ln(a ÷ b).
/// - Returns: one effect a factor, adding up to the change; nil unless all factors are positive.
public func logMeanDivisia(from before: [Double], to after: [Double]) -> [Double]? {
    guard before.count == after.count, (before + after).allSatisfy({ $0 > 0 && $0.isFinite }) else { return nil }
    let old = before.reduce(1, *), new = after.reduce(1, *)
    guard old > 0, new > 0, old.isFinite, new.isFinite else { return nil }
    let weight = logarithmicMean(new, old)
    return zip(before, after).map { weight * log($1 / $0) }
}

func logarithmicMean(_ a: Double, _ b: Double) -> Double {
    let ratio = (a - b) / b
    // Near equality the quotient loses its digits; its series does not.
    return ratio.magnitude < 1e-6 ? b * (1 + ratio / 2 - ratio * ratio / 12) : (a - b) / log1p(ratio)
}
