/// Values far from the usual at their place in the season, measured against the median and the median absolute deviation,
/// which a few outliers do not move.
///
/// B. Iglewicz and D. C. Hoaglin, "How to detect and handle outliers", ASQC 1993: modified z = (x − median) ÷ (1.4826 × MAD).
/// - Parameters:
///   - values: evenly spaced; nil, or no finite number, where one is missing.
///   - period: places in a season, such as 168 hours.
/// - Returns: for each value the usual one, and the modified z; nil where the value is missing, or where half of all do not vary.
public func robustScores(_ values: [Double?], period: Int) -> [(usual: Double, score: Double)?] {
    guard period > 0 else { return values.map { _ in nil } }
    let values = values.map { $0.flatMap { $0.isFinite ? $0 : nil } }
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
/// Y. Fan, "Sample quantiles in statistical packages", American Statistician 50 (1996); NumPy's default. nil for none, or where one is no
/// number, or it lies between a number and infinity.
public func quantile(_ values: [Double], _ p: Double) -> Double? {
    let sorted = values.sorted()
    guard !sorted.isEmpty, p >= 0, p <= 1, !values.contains(where: \.isNaN) else { return nil }
    let place = p * Double(sorted.count - 1), below = Int(place.rounded(.down))
    let above = min(below + 1, sorted.count - 1)
    guard place > Double(below), sorted[below] < sorted[above] else { return sorted[below] }
    let value = sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
    return value.isFinite ? value : nil
}

/// A quantile with its distribution-free interval: the order statistics between which it lies with at least 95 % by the binomial
/// distribution (W. J. Conover, "Practical nonparametric statistics", 3rd ed., 1999, section 3.2).
///
/// nil where so few values can't tell: the 95th percentile takes 72 of them.
public func quantileEstimate(_ values: [Double], _ p: Double) -> Estimate? {
    let sorted = values.sorted(), count = sorted.count
    guard p > 0, p < 1, sorted.allSatisfy(\.isFinite), let value = quantile(sorted, p) else { return nil }
    /// The probability that at most so many values lie below the quantile.
    func atMost(_ below: Int) -> Double { below >= count ? 1 : Beta.cdf(1 - p, Double(count - below), Double(below + 1)) }
    /// The first place from which on at least this share lies.
    func place(_ share: Double) -> Int {
        var low = 0, high = count
        while low < high {
            let middle = (low + high) / 2
            if atMost(middle) < share { low = middle + 1 } else { high = middle }
        }
        return low
    }
    let low = place(0.025) - 1, high = place(0.975)
    guard low >= 0, high < count else { return nil }
    return Estimate(value: value, low: min(value, sorted[low]), high: max(value, sorted[high]), count: Double(count))
}
