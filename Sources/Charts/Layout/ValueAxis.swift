/// The value axis: its ends, its ticks and their words.
struct ValueAxis {
    let low: Double
    let high: Double
    /// For bars that lie: no room is given to a rounded end that no label needs.
    let exactHigh: Double
    let scale: ValueFormat.AxisScale
    let labels: [(value: Double, text: String)]

    init(low: Double, high: Double, count: Double, format: ValueFormat, _ locale: ChartLocale) {
        self.low = low
        self.high = high
        exactHigh = high
        let step = Ticks.step(low, high, count)
        scale = format.axisScale(largest: max(low.magnitude, high.magnitude), step: step, locale)
        let scale = scale
        labels = Ticks.ticks(low, high, count).map { ($0, scale.text($0)) }
    }
}
