/// A quantile from cumulative counts, as in Prometheus: linear within the bucket in which it lies.
///
/// prometheus/prometheus, promql `histogram_quantile`.
/// - Parameter buckets: upper bounds with how many lie at or below, rising; the last bound may be infinite.
/// - Returns: nil for no observations; the last finite bound where the quantile lies beyond it, the first where it lies below one that is not
///   above 0.
public func histogramQuantile(_ buckets: [(bound: Double, cumulative: Double)], _ p: Double) -> Double? {
    let sorted = buckets.sorted { $0.bound < $1.bound }
    guard let total = sorted.last?.cumulative, total > 0, total.isFinite, sorted.count > 1, p >= 0, p <= 1 else { return nil }
    guard sorted.allSatisfy({ $0.bound > -.infinity && !$0.cumulative.isNaN }) else { return nil }
    let rank = p * total
    guard let index = sorted.firstIndex(where: { $0.cumulative >= rank }) else { return nil }
    guard index > 0 || sorted[0].bound > 0 else { return sorted[0].bound }
    let below = index == 0 ? (bound: 0.0, cumulative: 0.0) : sorted[index - 1]
    guard sorted[index].bound.isFinite else { return below.bound }
    let inside = sorted[index].cumulative - below.cumulative
    return inside > 0 ? below.bound + (sorted[index].bound - below.bound) * (rank - below.cumulative) / inside : sorted[index].bound
}
