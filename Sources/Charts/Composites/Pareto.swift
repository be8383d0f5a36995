/// Parts of a whole from the largest down, with the share that they reach together: both on one axis of shares, so that
/// bars and line mean the same.
public struct Pareto: ChartContent {
    private let items: [Item]
    private let threshold: Double?
    private let other: String?

    /// - Parameters:
    ///   - threshold: a line at this cumulative share; 0.8 is usual.
    ///   - other: the name of what is left; it comes last, whatever its size.
    public init(_ items: [Item], threshold: Double? = 0.8, other: String? = nil) {
        self.other = other
        self.items = items.filter { ($0.value ?? 0) > 0 && ($0.value ?? 0).isFinite }.enumerated()
            .sorted { a, b in
                if (a.element.name == other) != (b.element.name == other) { return b.element.name == other }
                return (b.element.value ?? 0, a.offset) < (a.element.value ?? 0, b.offset)
            }.map(\.element)
        self.threshold = threshold
    }

    public func marks(in context: ChartContext) -> [any Mark] {
        let largest = items.compactMap(\.value).max() ?? 1
        // Relative to the largest, so that a sum of the largest numbers stays finite.
        let total = items.reduce(0) { $0 + ($1.value ?? 0) / largest }
        var sum = 0.0
        var marks: [any Mark] = []
        for item in items {
            let part = (item.value ?? 0) / largest / total
            sum += part
            let text = item.label ?? context.text(item.value)
            let bar = BarMark(x: .value("", item.name), y: .value("", part)).tooltip("\(item.name): \(text) (\(context.share(part)))")
            marks.append(item.name == other ? bar.foregroundStyle(.muted) : bar)
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
