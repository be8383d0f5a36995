/// Whether two groups lose people at the same pace: the log-rank test. nil where no time tells them apart, or a row makes no sense.
///
/// N. Mantel, Cancer Chemotherapy Reports 50 (1966), 163–170.
public func logRankTest(
    _ a: [(time: Double, events: Double, censored: Double)], _ b: [(time: Double, events: Double, censored: Double)]
) -> (statistic: Double, pValue: Double)? {
    guard (a + b).allSatisfy({ $0.time.isFinite && $0.events >= 0 && $0.events.isFinite && $0.censored >= 0 && $0.censored.isFinite }) else { return nil }
    let times = Set((a + b).filter { $0.events > 0 }.map(\.time)).sorted()
    var difference = 0.0, variance = 0.0
    for time in times {
        func group(_ rows: [(time: Double, events: Double, censored: Double)]) -> (risk: Double, events: Double) {
            let risk = rows.filter { $0.time >= time }.reduce(0) { $0 + $1.events + $1.censored }
            return (risk, rows.filter { $0.time == time }.reduce(0) { $0 + $1.events })
        }
        let first = group(a), second = group(b)
        let risk = first.risk + second.risk, events = first.events + second.events
        difference += first.events - events * first.risk / risk
        guard risk > 1 else { continue }
        variance += events * (first.risk / risk) * (second.risk / risk) * (risk - events) / (risk - 1)
    }
    guard variance > 0 else { return nil }
    let statistic = difference * difference / variance
    return (statistic, ChiSquare.upper(statistic, degrees: 1))
}
