/// The density of each sample, mirrored, with the median as a stroke: where values crowd, and whether they crowd twice.
public struct ViolinPlot: ChartContent {
    private let samples: [Sample]

    public init(_ samples: [Sample]) { self.samples = samples }

    public func marks(in context: ChartContext) -> [any Mark] {
        samples.flatMap { sample -> [any Mark] in
            let values = sample.values.filter(\.isFinite).sorted()
            guard let median = Quantile.value(0.5, ofSorted: values) else { return [] }
            let words = "\(sample.name): \(context.locale.median) \(context.text(median)), n = \(values.count)"
            return [
                DensityMark(values: values, y: .value("", sample.name)).tooltip(words),
                TickMark(x: .value("", median), y: .value("", sample.name)).tooltip(words),
            ]
        }
    }

    public func prepare(_ options: inout ChartOptions) { options.rowHeight = 52 }
}
