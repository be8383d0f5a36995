/// From one total to another by steps up and down, joined by thin lines: what drove the change.
public struct Waterfall: ChartContent {
    public struct Step: Sendable {
        public var name: String
        /// A change, or for a total the level itself.
        public var value: Double?
        public var label: String?
        public var isTotal: Bool

        public init(_ name: String, _ value: Double?, label: String? = nil, isTotal: Bool = false) {
            self.name = name
            self.value = value
            self.label = label
            self.isTotal = isTotal
        }
    }

    private let steps: [Step]
    private let lowerIsBetter: Bool

    /// - Parameter lowerIsBetter: costs: a rise is bad.
    public init(_ steps: [Step], lowerIsBetter: Bool = false) {
        self.steps = steps
        self.lowerIsBetter = lowerIsBetter
    }

    public func marks(in context: ChartContext) -> [any Mark] {
        var level = 0.0, marks: [any Mark] = [], links: [any Mark] = []
        var before: String?
        for step in steps {
            guard let value = step.value, value.isFinite else { continue }
            let from = step.isTotal ? 0 : level, to = step.isTotal ? value : level + value
            guard to.isFinite else { continue }
            let role: MarkRole = step.isTotal ? .strong : (value < 0) == lowerIsBetter ? .good : .bad
            let bar = BarMark(x: .value("", step.name), yStart: .value("", from), yEnd: .value("", to))
            let text = step.label ?? (step.isTotal || value < 0 ? "" : "+") + context.text(value)
            marks.append(bar.label(value: value, signed: !step.isTotal).foregroundStyle(role).tooltip("\(step.name): \(text)"))
            if let before {
                links.append(
                    LinkMark(xStart: .value("", before), yStart: .value("", level), xEnd: .value("", step.name), yEnd: .value("", level)).foregroundStyle(.muted))
            }
            level = to
            before = step.name
        }
        return links + marks
    }

    public func prepare(_ options: inout ChartOptions) {
        options.yAxis.includesZero = true
        options.showsValues = true
        // Bars as wide as their bands, so that the lines between them meet them.
        options.barThickness = .infinity
    }
}
