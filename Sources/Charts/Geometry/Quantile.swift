/// Quantiles by linear interpolation between order statistics: type 7 of Hyndman and Fan, "Sample Quantiles in
/// Statistical Packages", 1996; NumPy's and d3's default.
enum Quantile {
    /// - Parameters:
    ///   - p: 0 to 1.
    ///   - values: finite and in ascending order.
    /// - Returns: nil for no values.
    static func value(_ p: Double, ofSorted values: [Double]) -> Double? {
        guard let last = values.last else { return nil }
        let place = Double(values.count - 1) * max(0, min(1, p)), index = Int(place)
        guard index + 1 < values.count else { return last }
        let share = place - Double(index)
        // Two products and not a difference, which the largest numbers would overflow.
        return share == 0 ? values[index] : values[index] * (1 - share) + values[index + 1] * share
    }
}
