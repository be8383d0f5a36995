import Foundation

/// The share that has not yet had the event after a time, where some have only been watched for a while.
///
/// E. L. Kaplan and P. Meier, JASA 53 (1958), 457–481; variance by Greenwood; intervals on the log(−log) scale, which stay between 0 and 1
/// (J. D. Kalbfleisch and R. L. Prentice, 2nd ed., 2002, section 1.4).
public struct KaplanMeier: Sendable {
    public struct Step: Sendable {
        public var time: Double
        public var atRisk: Double
        public var events: Double
        public var survival: Estimate
    }

    public let steps: [Step]
    public let count: Double

    /// - Parameter rows: times with how many had the event then and how many were last seen then without it.
    /// nil for nobody, or where a row makes no sense.
    public init?(_ rows: [(time: Double, events: Double, censored: Double)]) {
        let sorted = rows.sorted { $0.time < $1.time }
        count = sorted.reduce(0) { $0 + $1.events + $1.censored }
        guard count > 0, count.isFinite, sorted.allSatisfy({ $0.time.isFinite && $0.events >= 0 && $0.censored >= 0 }) else { return nil }
        var atRisk = count, survival = 1.0, greenwood = 0.0
        var steps: [Step] = []
        var index = 0
        while index < sorted.count {
            let time = sorted[index].time
            var events = 0.0, censored = 0.0
            while index < sorted.count, sorted[index].time == time {
                events += sorted[index].events
                censored += sorted[index].censored
                index += 1
            }
            if events > 0 {
                survival *= 1 - events / atRisk
                greenwood += atRisk > events ? events / (atRisk * (atRisk - events)) : 0
                steps.append(Step(time: time, atRisk: atRisk, events: events, survival: Self.bounded(survival, greenwood, atRisk)))
            }
            atRisk -= events + censored
        }
        self.steps = steps
    }

    private static func bounded(_ survival: Double, _ greenwood: Double, _ count: Double) -> Estimate {
        guard survival > 0, survival < 1 else { return Estimate(value: survival, low: survival, high: survival, count: count) }
        let middle = log(-log(survival)), half = z95 * greenwood.squareRoot() / log(survival).magnitude
        return Estimate(value: survival, low: exp(-exp(middle + half)), high: exp(-exp(middle - half)), count: count)
    }

    /// The share left after a time.
    public func survival(at time: Double) -> Estimate {
        steps.last { $0.time <= time }?.survival ?? Estimate(value: 1, low: 1, high: 1, count: count)
    }

    /// The first time by which the share `p` has had the event; nil where so many never had.
    public func time(of p: Double) -> Double? { steps.first { $0.survival.value <= 1 - p + 1e-12 }?.time }

    /// That time with the interval of R. Brookmeyer and J. Crowley, Biometrics 38 (1982): where the curve's bounds cross. `high` is infinite
    /// where the upper bound never does.
    public func timeEstimate(of p: Double) -> Estimate? {
        guard let value = time(of: p) else { return nil }
        let low = steps.first { $0.survival.low <= 1 - p + 1e-12 }?.time ?? value
        let high = steps.first { $0.survival.high <= 1 - p + 1e-12 }?.time ?? .infinity
        return Estimate(value: value, low: low, high: high, count: count)
    }
}
