/// Every value of each sample as a dot, moved aside where dots would lie upon each other.
public struct Beeswarm: ChartContent {
    private let samples: [Sample]

    public init(_ samples: [Sample]) { self.samples = samples }

    public func marks(in context: ChartContext) -> [any Mark] {
        samples.flatMap { sample -> [any Mark] in
            let values = sample.values.filter(\.isFinite)
            guard let median = Quantile.value(0.5, ofSorted: values.sorted()) else { return [] }
            return [
                SwarmMark(values: values, y: .value("", sample.name)),
                TickMark(x: .value("", median), y: .value("", sample.name)).tooltip("\(sample.name): \(context.locale.median) \(context.text(median)), n = \(values.count)"),
            ]
        }
    }

    public func prepare(_ options: inout ChartOptions) { options.rowHeight = 88 }
}
