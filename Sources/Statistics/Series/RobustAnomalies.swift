/// Values far from the usual at their place in the season, measured against the median and the median absolute deviation,
/// which a few outliers do not move.
///
/// B. Iglewicz and D. C. Hoaglin, "How to detect and handle outliers", ASQC 1993: modified z = (x − median) ÷ (1.4826 × MAD).
/// - Parameters:
///   - values: evenly spaced; nil where one is missing.
///   - period: places in a season, such as 168 hours.
/// - Returns: for each value the usual one, and the modified z; nil where the value is missing or its place does not vary.
public func robustScores(_ values: [Double?], period: Int) -> [(usual: Double, score: Double)?] {
    guard period > 0 else { return values.map { _ in nil } }
    let places = (0..<period).map { place in stride(from: place, to: values.count, by: period).compactMap { values[$0] } }
    let medians = places.map { quantile($0, 0.5) }
    let rest = values.enumerated().compactMap { index, value in value.flatMap { value in medians[index % period].map { value - $0 } } }
    // One spread for all places: a season seen four times says little of its own.
    guard let spread = quantile(rest.map(\.magnitude), 0.5), spread > 0 else { return values.map { _ in nil } }
    return values.enumerated().map { index, value in
        guard let value, let usual = medians[index % period] else { return nil }
        return (usual, (value - usual) / (1.4826 * spread))
    }
}

/// The value below which the share `p` of the numbers lies, by linear interpolation between order statistics: type 7 of R. J. Hyndman and
/// Y. Fan, "Sample quantiles in statistical packages", American Statistician 50 (1996); NumPy's default. nil for none.
public func quantile(_ values: [Double], _ p: Double) -> Double? {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return nil }
    let place = p * Double(sorted.count - 1), below = Int(place.rounded(.down))
    let above = min(below + 1, sorted.count - 1)
    return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
}

/// A quantile with its distribution-free interval: the order statistics between which it lies with at least 95 % by the binomial
/// distribution's normal approximation (W. J. Conover, "Practical nonparametric statistics", 3rd ed., 1999, section 3.2).
public func quantileEstimate(_ values: [Double], _ p: Double) -> Estimate? {
    let sorted = values.sorted()
    guard sorted.count > 1, let value = quantile(sorted, p) else { return nil }
    let n = Double(sorted.count), half = z95 * (n * p * (1 - p)).squareRoot()
    let low = max(0, Int((n * p - half).rounded(.down))), high = min(sorted.count - 1, Int((n * p + half).rounded(.up)))
    return Estimate(value: value, low: min(value, sorted[low]), high: max(value, sorted[high]), count: n)
}
