/// Quartiles, whiskers and outliers of a sample (Tukey, "Exploratory Data Analysis", 1977; quartiles as `Quantile` has them).
struct BoxStatistics: Sendable {
    let q1: Double, median: Double, q3: Double
    /// From the lowest to the highest value within 1.5 times the box's length from the box.
    let whiskers: ClosedRange<Double>
    /// What lies beyond the whiskers, ascending.
    let outliers: [Double]
    let count: Int

    /// nil where no value is finite.
    init?(_ sample: [Double]) {
        let values = sample.filter(\.isFinite).sorted()
        guard let q1 = Quantile.value(0.25, ofSorted: values), let median = Quantile.value(0.5, ofSorted: values),
            let q3 = Quantile.value(0.75, ofSorted: values)
        else { return nil }
        (self.q1, self.median, self.q3, count) = (q1, median, q3, values.count)
        let reach = 1.5 * (q3 - q1)
        let low = values.first { $0 >= q1 - reach } ?? q1, high = values.last { $0 <= q3 + reach } ?? q3
        // Interpolated quartiles may lie beyond all values that are no outliers.
        whiskers = min(low, q1)...max(high, q3)
        outliers = values.filter { $0 < low || $0 > high }
    }
}
