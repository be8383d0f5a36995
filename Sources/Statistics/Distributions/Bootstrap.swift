/// The interval of any number computed from rows, by drawing the rows again with replacement: the percentile bootstrap.
///
/// B. Efron and R. Tibshirani, "An introduction to the bootstrap", 1993, section 13.3. Seeded: the same rows give the same interval.
/// - Parameter statistic: of rows given by their indices; nil where it can't be computed.
public func bootstrap(rows: Int, draws: Int = 400, seed: UInt64 = 20_250_618, _ statistic: ([Int]) -> Double?) -> Estimate? {
    guard rows > 1, draws > 0, let value = statistic(Array(0..<rows)), value.isFinite else { return nil }
    var random = SplitMix64(seed: seed)
    var values: [Double] = []
    for _ in 0..<draws {
        let drawn = (0..<rows).map { _ in Int(random.uniform() * Double(rows)) }
        if let value = statistic(drawn), value.isFinite { values.append(value) }
    }
    guard values.count * 2 > draws, let low = quantile(values, 0.025), let high = quantile(values, 0.975) else { return nil }
    return Estimate(value: value, low: min(low, value), high: max(high, value), count: Double(rows))
}
