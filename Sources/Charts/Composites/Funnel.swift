/// What remains of the first step after each further one, with the share that went on between both.
public struct Funnel: ChartContent {
    private let steps: [Item]

    /// - Parameter steps: in the order in which people take them.
    public init(_ steps: [Item]) { self.steps = steps }

    public func marks(in context: ChartContext) -> [any Mark] {
        let first = steps.first?.value ?? 0
        return steps.enumerated().map { index, step in
            let share = index > 0 && first > 0 ? step.value.map { $0 / first } : nil
            return FunnelMark(step: .value("", step.name), value: .value("", step.value), share: share).label(step.label)
        }
    }

    public func prepare(_ options: inout ChartOptions) {
        options.xAxis.isHidden = true
        options.rowHeight = 54
    }
}
