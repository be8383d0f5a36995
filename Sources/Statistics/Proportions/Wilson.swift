/// The Wilson score interval of a proportion.
///
/// E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927), 209–212:
/// (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n).
///
/// - Parameters:
///   - successes: how many of `trials` had the property; from 0 to `trials`.
///   - trials: how many were observed; more than 0.
///   - z: the standard normal quantile of the level; the default belongs to 95 %.
/// - Returns: bounds between 0 and 1, or nil where the counts describe no proportion.
public func wilsonInterval(
    successes: Double, trials: Double, z: Double = 1.959963984540054
) -> (low: Double, high: Double)? {
    guard trials > 0, successes >= 0, successes <= trials, trials.isFinite else { return nil }
    let p = successes / trials
    let center = p + z * z / (2 * trials)
    let spread = z * (p * (1 - p) / trials + z * z / (4 * trials * trials)).squareRoot()
    let scale = 1 + z * z / trials
    // At 0 and at all, one bound is 0 or 1 exactly; rounding must not push it beyond.
    return (
        low: successes == 0 ? 0 : max(0, (center - spread) / scale),
        high: successes == trials ? 1 : min(1, (center + spread) / scale)
    )
}
