/// How many values fall into each of some ranges of equal width, which end at round numbers.
public struct Histogram: ChartContent {
    private let values: [Double]
    private let thresholds: Int?

    /// - Parameter thresholds: about how many ranges; nil takes Sturges' number.
    public init(_ values: [Double], thresholds: Int? = nil) {
        self.values = values
        self.thresholds = thresholds
    }

    public func marks(in context: ChartContext) -> [any Mark] {
        Bins.bins(values, thresholds: thresholds).map { bin in
            BarMark(xStart: .value("", bin.low), xEnd: .value("", bin.high), y: .value("", Double(bin.count))).label("")
                .tooltip("\(Digits.trimmed(Digits.text(bin.low, decimals: 4)))–\(Digits.trimmed(Digits.text(bin.high, decimals: 4))): \(bin.count)")
        }
    }
}
