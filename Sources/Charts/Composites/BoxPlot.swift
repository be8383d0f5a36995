/// The middle half of each sample as a box with the median in it, whiskers to the last value within 1.5 times the box's
/// length, and what lies beyond as points (Tukey, "Exploratory Data Analysis", 1977).
public struct BoxPlot: ChartContent {
    private let samples: [Sample]

    public init(_ samples: [Sample]) { self.samples = samples }

    public func marks(in context: ChartContext) -> [any Mark] {
        samples.flatMap { sample -> [any Mark] in
            guard let box = BoxStatistics(sample.values) else { return [] }
            let place = PlottableValue.value("", sample.name)
            let words = "\(sample.name): \(context.locale.median) \(context.text(box.median)), \(context.text(box.q1))–\(context.text(box.q3)), n = \(box.count)"
            let marks: [any Mark] = [
                RuleMark(xStart: .value("", box.whiskers.lowerBound), xEnd: .value("", box.q1), y: place).foregroundStyle(.strong),
                RuleMark(xStart: .value("", box.q3), xEnd: .value("", box.whiskers.upperBound), y: place).foregroundStyle(.strong),
                BarMark(xStart: .value("", box.q1), xEnd: .value("", box.q3), y: place).tooltip(words),
                TickMark(x: .value("", box.median), y: place).tooltip(words),
            ]
            return marks + box.outliers.map { PointMark(x: .value("", $0), y: place).foregroundStyle(.strong).symbolSize(0) }
        }
    }

    public func prepare(_ options: inout ChartOptions) { options.rowHeight = 36 }
}
