/// Whether groups have the sizes that the experiment planned: Pearson's chi-square test of the counts.
///
/// A small p-value (below 0.001) says that people were lost or added on one side, and the result must not be trusted:
/// A. Fabijan et al., "Diagnosing sample ratio mismatch in online controlled experiments", KDD 2019.
/// - Parameter shares: planned shares, adding up to 1; equal ones where nil.
public func sampleRatioTest(_ counts: [Double], shares: [Double]? = nil) -> (statistic: Double, pValue: Double)? {
    let total = counts.reduce(0, +)
    guard counts.count > 1, total > 0, total.isFinite, counts.allSatisfy({ $0 >= 0 }), shares.map({ $0.count == counts.count }) ?? true else { return nil }
    let expected = counts.indices.map { (shares?[$0] ?? 1 / Double(counts.count)) * total }
    guard expected.allSatisfy({ $0 > 0 && $0.isFinite }) else { return nil }
    let statistic = zip(counts, expected).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) / $1.1 }
    return (statistic, ChiSquare.upper(statistic, degrees: Double(counts.count - 1)))
}
