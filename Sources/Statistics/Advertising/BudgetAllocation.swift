import Foundation

/// The same money shared anew so that its last unit brings the same everywhere, within bounds.
///
/// The equimarginal principle; the curves' rising part (shape above 1) is passed over by taking, at each marginal return, the largest spend that
/// still earns it, and by refusing a result worse than today's.
public func reallocate(
    _ budget: Double, curves: [HillCurve], bounds: [(low: Double, high: Double)]
) -> [Double]? {
    let least = bounds.reduce(0) { $0 + $1.low }, most = bounds.reduce(0) { $0 + $1.high }
    guard curves.count == bounds.count, !curves.isEmpty, budget >= least - 1e-9 * budget, budget <= most + 1e-9 * budget else { return nil }
    func spend(at price: Double) -> [Double] {
        zip(curves, bounds).map { curve, bound in
            // Beyond the steepest point slopes only fall.
            let steepest = min(max(curve.steepest, bound.low), bound.high)
            if curve.slope(at: steepest) <= price { return curve.slope(at: bound.low) > price ? steepest : bound.low }
            if curve.slope(at: bound.high) >= price { return bound.high }
            return bisect(steepest, bound.high) { curve.slope(at: $0) > price }
        }
    }
    let top = zip(curves, bounds).map { $0.slope(at: min(max($0.steepest, $1.low), $1.high)) }.filter(\.isFinite).max() ?? 1
    let price = bisect(0, top * 2 + 1) { spend(at: $0).reduce(0, +) > budget }
    var result = spend(at: price)
    // What the search left over, to the last unit: to the first one with room.
    var rest = budget - result.reduce(0, +)
    for index in result.indices where rest != 0 {
        let moved = min(max(result[index] + rest, bounds[index].low), bounds[index].high)
        rest -= moved - result[index]
        result[index] = moved
    }
    return result
}

extension HillCurve {
    /// The spend at which more money begins to bring less and less; 0 where it does from the start.
    var steepest: Double { shape > 1 ? half * pow((shape - 1) / (shape + 1), 1 / shape) : half * 1e-6 }
}
