/// How throughput grows with load, and where it turns: the universal scalability law.
///
/// N. J. Gunther, "Guerrilla capacity planning", Springer 2007: X(n) = λ n ÷ (1 + σ (n − 1) + κ n (n − 1)), fitted to n ÷ X, which is a parabola
/// in n.
public struct Scalability: Sendable {
    /// Throughput of one.
    public let single: Double
    /// σ: the share that waits in line.
    public let contention: Double
    /// κ: what keeping in step costs.
    public let coherence: Double

    /// nil for fewer than three loads, or where throughput does not bend.
    public init?(loads: [Double], throughputs: [Double]) {
        guard loads.count == throughputs.count, let scale = loads.max(), loads.allSatisfy({ $0 > 0 && $0.isFinite }), throughputs.allSatisfy({ $0 > 0 && $0.isFinite }) else { return nil }
        let rows = loads.map { [1, $0 / scale, $0 * $0 / (scale * scale)] }
        guard loads.count >= 3, let fit = loads.count == 3 ? Self.exact(rows, zip(loads, throughputs).map { $0 / $1 }) : LinearModel(rows, zip(loads, throughputs).map { $0 / $1 })?.coefficients
        else { return nil }
        // n ÷ X = (1 − σ + (σ − κ) n + κ n²) ÷ λ
        let (c, b, a) = (fit[0], fit[1] / scale, fit[2] / (scale * scale))
        let inverse = a + b + c
        guard inverse > 0, a > 0 else { return nil }
        single = 1 / inverse
        coherence = a / inverse
        contention = (b + a) / inverse
    }

    private static func exact(_ rows: [[Double]], _ y: [Double]) -> [Double]? {
        // Three points decide a parabola: a fourth, equal to the third, leaves it and gives least squares its degree of freedom.
        LinearModel(rows + [rows[2]], y + [y[2]])?.coefficients
    }

    public func throughput(at load: Double) -> Double { single * load / (1 + contention * (load - 1) + coherence * load * (load - 1)) }

    /// The load beyond which throughput falls.
    public var peak: Double { coherence > 0 ? max(0, (1 - contention) / coherence).squareRoot() : .infinity }
}
