/// The net promoter score as a fraction: promoters (9 and 10) less detractors (0 to 6), with its normal interval.
///
/// F. Reichheld, "The one number you need to grow", Harvard Business Review 2003; variance (p + d − (p − d)²) ÷ n.
public func promoterScore(promoters: Double, detractors: Double, count: Double) -> Estimate? {
    guard count > 0, count.isFinite, promoters >= 0, detractors >= 0, promoters + detractors <= count else { return nil }
    let p = promoters / count, d = detractors / count
    let half = z95 * (max(0, p + d - (p - d) * (p - d)) / count).squareRoot()
    return Estimate(value: p - d, low: max(-1, p - d - half), high: min(1, p - d + half), count: count)
}
