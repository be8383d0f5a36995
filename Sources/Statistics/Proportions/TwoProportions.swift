import Foundation

/// Two shares of counted things, the second held against the first: an experiment's treatment against its control.
public struct TwoProportions: Sendable {
    public var control: (successes: Double, trials: Double)
    public var treatment: (successes: Double, trials: Double)

    public init(control: (successes: Double, trials: Double), treatment: (successes: Double, trials: Double)) {
        self.control = control
        self.treatment = treatment
    }

    public var rates: (control: Double, treatment: Double) { (control.successes / control.trials, treatment.successes / treatment.trials) }
    var count: Double { control.trials + treatment.trials }
    private var isValid: Bool {
        [control, treatment].allSatisfy { $0.trials > 0 && $0.trials.isFinite && $0.successes >= 0 && $0.successes <= $0.trials }
    }

    /// The difference of the rates, as a fraction, with Newcombe's hybrid score interval.
    ///
    /// R. G. Newcombe, "Interval estimation for the difference between independent proportions", Statistics in Medicine 17
    /// (1998), 873–890, method 10. nil where the counts describe no proportions.
    public var difference: Estimate? {
        guard let a = wilsonInterval(successes: treatment.successes, trials: treatment.trials),
            let b = wilsonInterval(successes: control.successes, trials: control.trials)
        else { return nil }
        let (q, p) = rates
        let below = ((p - a.low) * (p - a.low) + (b.high - q) * (b.high - q)).squareRoot()
        let above = ((a.high - p) * (a.high - p) + (q - b.low) * (q - b.low)).squareRoot()
        return Estimate(value: p - q, low: p - q - below, high: p - q + above, count: count)
    }

    /// The relative difference, treatment ÷ control − 1, with the log interval of a ratio of proportions.
    ///
    /// D. Katz et al., "Obtaining confidence intervals for the risk ratio in cohort studies", Biometrics 34 (1978), 469–474.
    /// nil where either group has no success.
    public var lift: Estimate? {
        let (q, p) = rates
        guard isValid, p > 0, q > 0 else { return nil }
        let error = ((1 - p) / treatment.successes + (1 - q) / control.successes).squareRoot()
        return Estimate(value: p / q - 1, low: p / q * exp(-z95 * error) - 1, high: p / q * exp(z95 * error) - 1, count: count)
    }

    /// The two-sided probability of so large a difference by chance: the score test with the pooled rate. nil where nobody or everybody had
    /// success.
    public var pValue: Double? {
        guard isValid else { return nil }
        let pooled = (control.successes + treatment.successes) / count
        let error = (pooled * (1 - pooled) * (1 / control.trials + 1 / treatment.trials)).squareRoot()
        guard error > 0 else { return nil }
        return Normal.twoSided((rates.treatment - rates.control) / error)
    }
}
