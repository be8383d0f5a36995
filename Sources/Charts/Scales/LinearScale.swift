/// Numbers to pixels, evenly.
struct LinearScale: Sendable {
    var low: Double
    var high: Double
    /// Pixel of `low` and of `high`.
    var from: Double
    var to: Double

    func callAsFunction(_ value: Double) -> Double {
        guard high != low else { return (from + to) / 2 }
        return from + (value - low) / (high - low) * (to - from)
    }
}
