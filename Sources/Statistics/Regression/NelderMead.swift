import Foundation

/// The least value of a function of several variables, without derivatives.
///
/// J. A. Nelder and R. Mead, "A simplex method for function minimization", Computer Journal 7 (1965), 308–313; begun anew from its own
/// result until that no longer helps, since a simplex can collapse early.
public func minimize(_ start: [Double], step: Double = 0.2, restarts: Int = 8, iterations: Int? = nil, _ function: ([Double]) -> Double) -> (point: [Double], value: Double) {
    let most = iterations ?? 400 * start.count
    var best = simplex(start, step, most, function)
    for _ in 0..<restarts {
        let next = simplex(best.point, step / 4, most, function)
        let isDone = next.value >= best.value - 1e-13 * (best.value.magnitude + 1e-13)
        if next.value < best.value { best = next }
        if isDone { break }
    }
    return best
}

private func simplex(_ start: [Double], _ step: Double, _ iterations: Int, _ function: ([Double]) -> Double) -> (point: [Double], value: Double) {
    func value(_ point: [Double]) -> Double { let value = function(point); return value.isFinite ? value : .greatestFiniteMagnitude }
    var corners = ([start] + start.indices.map { index in
        var point = start
        point[index] += point[index] == 0 ? step : point[index].magnitude * step
        return point
    }).map { (point: $0, value: value($0)) }
    for _ in 0..<iterations {
        // Stable, so that the same numbers come out on every machine.
        corners = corners.enumerated().sorted { ($0.element.value, $0.offset) < ($1.element.value, $1.offset) }.map(\.element)
        let worst = corners[corners.count - 1], best = corners[0]
        if worst.value - best.value <= 1e-14 * (best.value.magnitude + 1e-14) { break }
        let centre = start.indices.map { index in corners.dropLast().reduce(0) { $0 + $1.point[index] } / Double(start.count) }
        func along(_ share: Double) -> (point: [Double], value: Double) {
            let point = start.indices.map { centre[$0] + share * (worst.point[$0] - centre[$0]) }
            return (point, value(point))
        }
        let reflected = along(-1)
        if reflected.value < best.value {
            let expanded = along(-2)
            corners[corners.count - 1] = expanded.value < reflected.value ? expanded : reflected
        } else if reflected.value < corners[corners.count - 2].value {
            corners[corners.count - 1] = reflected
        } else {
            let contracted = reflected.value < worst.value ? along(-0.5) : along(0.5)
            if contracted.value < min(reflected.value, worst.value) {
                corners[corners.count - 1] = contracted
            } else {
                corners = corners.map { corner in
                    let point = start.indices.map { best.point[$0] + 0.5 * (corner.point[$0] - best.point[$0]) }
                    return (point, value(point))
                }
            }
        }
    }
    let found = corners.min { $0.value < $1.value } ?? corners[0]
    return found
}
