import Foundation

/// Pearson's correlation with Fisher's interval (R. A. Fisher, Biometrika 10, 1915); nil for fewer than four pairs or where one side
/// does not vary.
public func correlation(_ x: [Double], _ y: [Double]) -> Estimate? {
    guard x.count == y.count, x.count > 3 else { return nil }
    let n = Double(x.count), mx = x.reduce(0, +) / n, my = y.reduce(0, +) / n
    var xx = 0.0, yy = 0.0, xy = 0.0
    for (a, b) in zip(x, y) {
        xx += (a - mx) * (a - mx)
        yy += (b - my) * (b - my)
        xy += (a - mx) * (b - my)
    }
    return correlation(covariance: xy, variances: (xx, yy), count: n)
}

/// The same from sums of squares and products about the means.
public func correlation(covariance: Double, variances: (Double, Double), count: Double) -> Estimate? {
    guard variances.0 > 0, variances.1 > 0, count > 3 else { return nil }
    let r = min(1, max(-1, covariance / (variances.0 * variances.1).squareRoot()))
    guard r.magnitude < 1 else { return Estimate(value: r, low: r, high: r, count: count) }
    let half = z95 / (count - 3).squareRoot()
    return Estimate(value: r, low: tanh(atanh(r) - half), high: tanh(atanh(r) + half), count: count)
}
