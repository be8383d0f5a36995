/// Parts of a whole from the largest down, with the share that they reach together: both on one axis of shares, so that
/// bars and line mean the same.
public struct Pareto: ChartContent {
    private let items: [Item]
    private let threshold: Double?

    /// - Parameter threshold: a line at this cumulative share; 0.8 is usual.
    public init(_ items: [Item], threshold: Double? = 0.8) {
        self.items = items.filter { ($0.value ?? 0) > 0 && ($0.value ?? 0).isFinite }.enumerated()
            .sorted { ($1.element.value ?? 0, $0.offset) < ($0.element.value ?? 0, $1.offset) }.map(\.element)
        self.threshold = threshold
    }

    public func marks(in context: ChartContext) -> [any Mark] {
        let largest = items.first?.value ?? 1
        // Relative to the largest, so that a sum of the largest numbers stays finite.
        let total = items.reduce(0) { $0 + ($1.value ?? 0) / largest }
        var sum = 0.0
        var marks: [any Mark] = []
        for item in items {
            let part = (item.value ?? 0) / largest / total
            sum += part
            let text = item.label ?? context.text(item.value)
            marks.append(BarMark(x: .value("", item.name), y: .value("", part)).tooltip("\(item.name): \(text) (\(context.share(part)))"))
            let point = LineMark(x: .value("", item.name), y: .value("", min(1, sum))).foregroundStyle(.strong).tooltip(context.locale.cumulative)
            marks.append(point)
        }
        if let threshold {
            marks.append(RuleMark(y: .value("", threshold)).label("\(context.locale.cumulative) \(Digits.trimmed(Digits.text(threshold * 100, decimals: 1)))%"))
        }
        return marks
    }

    public func prepare(_ options: inout ChartOptions) {
        options.yAxis.format = ValueFormat(.percent)
        options.yAxis.domain = 0...1
        options.showsValues = true
    }
}
