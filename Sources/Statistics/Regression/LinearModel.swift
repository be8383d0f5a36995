import Foundation

/// Ordinary least squares, solved by Householder's QR.
///
/// Coefficients, their standard errors, and predictions with their intervals as in any textbook; compared with statsmodels' OLS.
public struct LinearModel: Sendable {
    public let coefficients: [Double]
    /// (X'X)⁻¹
    public let inverse: [[Double]]
    /// The residuals' variance, with n − p degrees of freedom.
    public let variance: Double
    public let degrees: Double
    public let residuals: [Double]
    /// 1 − residual ÷ total sum of squares, about the mean.
    public let rSquared: Double

    /// - Parameters:
    ///   - rows: one row of regressors an observation, the constant included.
    ///   - outcomes: one number an observation.
    /// nil where there are not more observations than regressors, one regressor follows from the others, or a number is not finite.
    public init?(_ rows: [[Double]], _ outcomes: [Double]) {
        guard let width = rows.first?.count, rows.count > width, rows.count == outcomes.count else { return nil }
        guard rows.allSatisfy({ $0.count == width }), outcomes.allSatisfy(\.isFinite) else { return nil }
        guard let triangle = Self.triangle(rows, outcomes, width) else { return nil }
        // R⁻¹, column by column.
        var root = [[Double]](repeating: [Double](repeating: 0, count: width), count: width)
        for column in 0..<width {
            for row in stride(from: column, through: 0, by: -1) {
                let rest = row + 1 <= column ? ((row + 1)...column).reduce(0) { $0 + triangle.r[row][$1] * root[$1][column] } : 0
                root[row][column] = ((row == column ? 1 : 0) - rest) / triangle.r[row][row]
            }
        }
        inverse = (0..<width).map { i in (0..<width).map { j in (max(i, j)..<width).reduce(0) { $0 + root[i][$1] * root[j][$1] } } }
        let beta = (0..<width).map { row in (row..<width).reduce(0) { $0 + root[row][$1] * triangle.q[$1] } }
        coefficients = beta
        residuals = zip(rows, outcomes).map { row, y in y - zip(row, beta).reduce(0) { $0 + $1.0 * $1.1 } }
        degrees = Double(rows.count - width)
        let rest = residuals.reduce(0) { $0 + $1 * $1 }
        variance = rest / degrees
        let mean = outcomes.reduce(0, +) / Double(outcomes.count)
        let total = outcomes.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        rSquared = total > 0 ? 1 - rest / total : 0
    }

    /// R and Q'y; nil where a column follows from those before it.
    private static func triangle(_ rows: [[Double]], _ outcomes: [Double], _ width: Int) -> (r: [[Double]], q: [Double])? {
        var a = rows, y = outcomes
        for column in 0..<width {
            let size = (column..<a.count).reduce(0) { $0 + a[$1][column] * a[$1][column] }.squareRoot()
            let whole = rows.reduce(0) { $0 + $1[column] * $1[column] }.squareRoot()
            guard size > whole * 1e-10, size > 0 else { return nil }
            let alpha = a[column][column] > 0 ? -size : size
            var v = (column..<a.count).map { a[$0][column] }
            v[0] -= alpha
            let norm = v.reduce(0) { $0 + $1 * $1 }
            guard norm > 0 else { continue }
            for other in column..<width {
                let product = 2 * v.indices.reduce(0) { $0 + v[$1] * a[column + $1][other] } / norm
                for index in v.indices { a[column + index][other] -= product * v[index] }
            }
            let product = 2 * v.indices.reduce(0) { $0 + v[$1] * y[column + $1] } / norm
            for index in v.indices { y[column + index] -= product * v[index] }
        }
        return (Array(a.prefix(width)), Array(y.prefix(width)))
    }

    public func standardError(_ index: Int) -> Double { (variance * inverse[index][index]).squareRoot() }

    public func pValue(_ index: Int) -> Double {
        coefficients[index] == 0 ? 1 : StudentT.twoSided(coefficients[index] / standardError(index), degrees: degrees)
    }

    /// A coefficient with Student's interval.
    public func estimate(_ index: Int) -> Estimate {
        let half = StudentT.quantile(0.975, degrees: degrees) * standardError(index)
        return Estimate(value: coefficients[index], low: coefficients[index] - half, high: coefficients[index] + half, count: degrees + Double(coefficients.count))
    }

    public func prediction(_ row: [Double]) -> Double { zip(row, coefficients).reduce(0) { $0 + $1.0 * $1.1 } }

    /// The sum of new observations at these rows with its prediction interval: the coefficients' uncertainty is common to all
    /// rows, each observation's own error is added.
    public func predictedSum(_ rows: [[Double]]) -> Estimate {
        let total = coefficients.indices.map { column in rows.reduce(0) { $0 + $1[column] } }
        let value = prediction(total)
        let half = StudentT.quantile(0.975, degrees: degrees) * (variance * (quadratic(total) + Double(rows.count))).squareRoot()
        return Estimate(value: value, low: value - half, high: value + half, count: degrees + Double(coefficients.count))
    }

    private func quadratic(_ row: [Double]) -> Double {
        row.indices.reduce(0) { sum, i in sum + row[i] * row.indices.reduce(0) { $0 + inverse[i][$1] * row[$1] } }
    }
}
