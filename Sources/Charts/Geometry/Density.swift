/// Gaussian kernel density estimates with Silverman's bandwidth (Silverman, "Density Estimation for Statistics and Data
/// Analysis", 1986), as SciPy's `gaussian_kde(bw_method="silverman")`.
enum Density {
    /// - Returns: the density at each point; nil where fewer than two values differ.
    static func estimate(_ sample: [Double], at points: [Double]) -> [Double]? {
        let values = sample.filter(\.isFinite)
        let count = Double(values.count)
        guard values.min() != values.max(), let scale = values.map(\.magnitude).max(), scale > 0 else { return nil }
        let mean = values.reduce(0) { $0 + $1 / count }
        // Relative to the largest, so that squares stay finite.
        let variance = values.reduce(0) { $0 + (($1 - mean) / scale) * (($1 - mean) / scale) } / (count - 1)
        let factor = Logarithm.exponential(-0.2 * Logarithm.natural(count * 0.75))
        let bandwidth = variance.squareRoot() * scale * factor
        guard bandwidth > 0, bandwidth.isFinite else { return nil }
        let norm = 1 / (count * bandwidth * (2 * Double.pi).squareRoot())
        return points.map { point in
            norm * values.reduce(0) { sum, value in
                let distance = (point - value) / bandwidth
                return distance.magnitude > 39 ? sum : sum + Logarithm.exponential(-0.5 * distance * distance)
            }
        }
    }
}
