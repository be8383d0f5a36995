import Foundation

/// The same money shared anew so that its last unit brings the same everywhere, within bounds.
///
/// The equimarginal principle. It holds where curves flatten; where one first steepens (shape above 1), the best amount is either its least or
/// one beyond the steepest point. So each choice of those that get no more than their least is tried, and the best result taken.
/// nil where the budget does not fit the bounds, or more than ten curves steepen within theirs.
public func reallocate(
    _ budget: Double, curves: [HillCurve], bounds: [(low: Double, high: Double)]
) -> [Double]? {
    let least = bounds.reduce(0) { $0 + $1.low }, most = bounds.reduce(0) { $0 + $1.high }
    guard curves.count == bounds.count, !curves.isEmpty, budget >= least - 1e-9 * budget, budget <= most + 1e-9 * budget, budget.isFinite else { return nil }
    guard bounds.allSatisfy({ $0.low >= 0 && $0.low <= $0.high }) else { return nil }
    let rising = curves.indices.filter { curves[$0].steepest > bounds[$0].low }
    guard rising.count <= 10 else { return nil }
    var best: (spend: [Double], value: Double)?
    for set in 0..<(1 << rising.count) {
        let idle = rising.indices.filter { set & (1 << $0) != 0 }.map { rising[$0] }
        var ranges = bounds
        for index in rising { ranges[index].low = min(curves[index].steepest, bounds[index].high) }
        for index in idle { ranges[index] = (bounds[index].low, bounds[index].low) }
        guard ranges.reduce(0, { $0 + $1.low }) <= budget * (1 + 1e-9) else { continue }
        let spend = evenly(budget, curves, ranges)
        // What the others can't take goes to one of the idle, or is dealt out where there is room.
        for first in [nil] + idle.map(Optional.some) {
            let result = dealt(spend, budget, bounds, first: first)
            let value = zip(curves, result).reduce(0) { $0 + $1.0.value(at: $1.1) }
            if value > best?.value ?? -1 { best = (result, value) }
        }
    }
    return best?.spend
}

/// The spend at which all slopes are alike, in ranges where slopes only fall.
private func evenly(_ budget: Double, _ curves: [HillCurve], _ ranges: [(low: Double, high: Double)]) -> [Double] {
    func spend(at price: Double) -> [Double] {
        zip(curves, ranges).map { curve, range in
            if curve.slope(at: range.low) <= price { return range.low }
            if curve.slope(at: range.high) >= price { return range.high }
            return bisect(range.low, range.high) { curve.slope(at: $0) > price }
        }
    }
    var high = 1.0
    while high.isFinite, spend(at: high).reduce(0, +) > budget { high *= 16 }
    return spend(at: bisect(0, high) { spend(at: $0).reduce(0, +) > budget })
}

/// With what is left of the budget to the last unit: to one first, then to all with room in their order.
private func dealt(_ spend: [Double], _ budget: Double, _ bounds: [(low: Double, high: Double)], first: Int?) -> [Double] {
    var result = spend, rest = budget - spend.reduce(0, +)
    for index in (first.map { [$0] } ?? []) + spend.indices where rest != 0 {
        let moved = min(max(result[index] + rest, bounds[index].low), bounds[index].high)
        rest -= moved - result[index]
        result[index] = moved
    }
    return result
}

extension HillCurve {
    /// The spend at which more money begins to bring less and less; 0 where it does from the start.
    var steepest: Double { shape > 1 ? half * pow((shape - 1) / (shape + 1), 1 / shape) : 0 }
}
