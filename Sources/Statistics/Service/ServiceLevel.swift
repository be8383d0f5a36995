/// An objective for a share of good events or minutes, and what it leaves to spend.
///
/// B. Beyer et al., "The site reliability workbook", O'Reilly 2018, chapter 5.
public struct ServiceLevel: Sendable {
    public let objective: Double
    public let good: Double
    public let all: Double

    public init?(objective: Double, good: Double, all: Double) {
        guard objective > 0, objective < 1, all > 0, all.isFinite, good >= 0, good <= all else { return nil }
        self.objective = objective
        self.good = good
        self.all = all
    }

    public var level: Double { good / all }
    /// How many bad events or minutes the objective allows.
    public var budget: Double { all * (1 - objective) }
    /// Bad ÷ allowed: above 1 the budget is overspent.
    public var spent: Double { (all - good) / budget }
    /// How fast the budget burns against an even pace: the error rate ÷ (1 − objective).
    public static func burnRate(bad: Double, all: Double, objective: Double) -> Double? {
        all > 0 && all.isFinite && bad >= 0 && bad <= all && objective < 1 ? bad / all / (1 - objective) : nil
    }
}
