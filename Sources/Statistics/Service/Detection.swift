/// How well alarms and reality agree.
public struct Detection: Sendable {
    public let truePositives: Double
    public let falsePositives: Double
    public let falseNegatives: Double
    public let trueNegatives: Double

    public init(truePositives: Double, falsePositives: Double, falseNegatives: Double, trueNegatives: Double) {
        self.truePositives = truePositives
        self.falsePositives = falsePositives
        self.falseNegatives = falseNegatives
        self.trueNegatives = trueNegatives
    }

    private func share(_ part: Double, _ whole: Double) -> Estimate? {
        wilsonInterval(successes: part, trials: whole).map { Estimate(value: part / whole, low: $0.low, high: $0.high, count: whole) }
    }

    /// Of the alarms, those that were right.
    public var precision: Estimate? { share(truePositives, truePositives + falsePositives) }
    /// Of the true events, those that raised an alarm.
    public var recall: Estimate? { share(truePositives, truePositives + falseNegatives) }
    /// All that was judged rightly; where events are rare, never alarming scores high as well.
    public var accuracy: Estimate? {
        share(truePositives + trueNegatives, truePositives + falsePositives + falseNegatives + trueNegatives)
    }
    /// The harmonic mean of precision and recall.
    public var f1: Double? {
        let whole = 2 * truePositives + falsePositives + falseNegatives
        return whole > 0 ? 2 * truePositives / whole : nil
    }
}
