/// The ticks of a continuous axis and their words.
struct NumberAxis: Sendable {
    let scale: ContinuousScale
    let ticks: [(value: Double, text: String)]
    /// What stands once beside the axis: 万元, $ million; empty where the ticks say it.
    let unit: String
    let isTime: Bool
    /// What the ticks' numbers were divided by; nil where each tick has its own unit.
    private(set) var divisor: Double?

    /// Numbers.
    init(low: Double, high: Double, options: AxisOptions, count: Double, format: ValueFormat, _ locale: ChartLocale) {
        scale = ContinuousScale(kind: options.kind, low: low, high: high, from: 0, to: 1)
        isTime = false
        let values = options.kind.ticks(low, high, count)
        guard options.kind == .linear || options.kind == .squareRoot else {
            // Powers of ten differ too much for one unit: each tick has its own.
            ticks = values.map { ($0, format.text($0, locale)) }
            unit = ""
            return
        }
        let axis = format.axisScale(largest: max(low.magnitude, high.magnitude), step: Ticks.step(low, high, count), locale)
        ticks = values.map { ($0, axis.text($0)) }
        unit = axis.unit
        divisor = axis.divisor
    }

    /// Time.
    init(from low: Double, to high: Double, room: Double, _ locale: ChartLocale) {
        scale = ContinuousScale(kind: .linear, low: low, high: high, from: 0, to: 1)
        isTime = true
        unit = ""
        ticks = TimeTicks.ticks(from: low, to: high, room: room, locale)
    }

    func placed(from: Double, to: Double) -> ContinuousScale {
        var placed = scale
        placed.from = from
        placed.to = to
        return placed
    }

    var widest: Double { ticks.map { TextMeasure.width($0.text, size: 12) }.max() ?? 0 }
}
