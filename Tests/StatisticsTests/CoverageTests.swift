import Foundation
import Statistics
import Testing

/// 95 % intervals hold the truth in 93 to 97 of 100 of ten thousand simulated campaigns, each kind of interval for itself.
struct CoverageTests {
    struct Kind: CustomTestStringConvertible, Sendable {
        let name: String
        /// One campaign: whether the interval held the truth.
        let holds: @Sendable (inout SplitMix64) -> Bool?

        var testDescription: String { name }

        init(_ name: String, _ holds: @escaping @Sendable (inout SplitMix64) -> Bool?) {
            self.name = name
            self.holds = holds
        }
    }

    @Test(arguments: kinds)
    func `an interval holds the truth as often as it says`(kind: Kind) {
        var random = SplitMix64(seed: 618)
        var held = 0, all = 0
        for _ in 0..<10_000 {
            guard let holds = kind.holds(&random) else { continue }
            all += 1
            if holds { held += 1 }
        }
        #expect(all > 9_900)
        let share = Double(held) / Double(all)
        #expect(0.93 <= share && share <= 0.97, "\(kind.name): \(share)")
    }

    /// Looking at it a hundred times, the sequence still leaves out the truth in at most one campaign of twenty.
    @Test func `the confidence sequence holds at every look`() {
        var random = SplitMix64(seed: 619), held = 0
        for _ in 0..<2_000 {
            var sum = 0.0, isHeld = true
            for count in 1...400 {
                sum += random.normal()
                if count % 4 == 0, count >= 20, (sum / Double(count)).magnitude > sequentialHalfWidth(deviation: 1, count: Double(count), tightest: 400) { isHeld = false }
            }
            if isHeld { held += 1 }
        }
        #expect(Double(held) / 2_000 >= 0.95)
    }

    private static func holds(_ estimate: Estimate?, _ truth: Double) -> Bool? { estimate.map { $0.low <= truth && truth <= $0.high } }

    private static let tenth = Drawer(binomial: 800, 0.10), eighth = Drawer(binomial: 820, 0.125), events = Drawer(poisson: 120)

    private static let kinds: [Kind] = [
        Kind("Wilson") { random in
            let count = tenth.draw(&random)
            return wilsonInterval(successes: count, trials: 800).map { $0.low <= 0.1 && 0.1 <= $0.high }
        },
        Kind("Newcombe") { random in holds(proportions(&random).difference, 0.025) },
        Kind("lift of rates") { random in holds(proportions(&random).lift, 0.25) },
        Kind("Poisson") { random in holds(poissonRate(events: events.draw(&random), exposure: 40), 3) },
        Kind("promoter score") { random in
            var promoters = 0.0, detractors = 0.0
            for _ in 0..<150 { let x = random.uniform(); if x < 0.5 { promoters += 1 } else if x > 0.8 { detractors += 1 } }
            return holds(promoterScore(promoters: promoters, detractors: detractors, count: 150), 0.3)
        },
        Kind("mean") { random in holds(Moments(normals(15, 4, 2, &random)).estimate, 4) },
        Kind("Welch") { random in holds(Welch(control: Moments(normals(20, 10, 1, &random)), treatment: Moments(normals(30, 11, 4, &random)))?.difference, 1) },
        Kind("lift of means") { random in holds(Welch(control: Moments(normals(60, 10, 3, &random)), treatment: Moments(normals(60, 11, 3, &random)))?.lift, 0.1) },
        Kind("difference in differences") { random in
            func days(_ count: Int, _ effect: Double) -> [(treated: Double, control: Double)] {
                (0..<count).map { _ in let common = random.normal() * 5; return (20 + common + effect + random.normal(), 12 + common + random.normal()) }
            }
            return holds(differenceInDifferences(before: days(14, 0), after: days(20, 2))?.difference, 2)
        },
        Kind("ratio by the delta method") { random in
            let control = people(50, lift: 0, &random), treatment = people(50, lift: 1, &random)
            return holds(RatioOfMeans.difference(control: ratio(control), treatment: ratio(treatment))?.estimate, 0.25)
        },
        Kind("CUPED") { random in
            let control = people(40, lift: 0, &random), treatment = people(40, lift: 1, &random)
            guard let freed = CUPED(control: group(control), treatment: group(treatment)) else { return nil }
            return holds(Welch(control: freed.control, treatment: freed.treatment)?.difference, 1)
        },
        Kind("correlation") { random in
            let pairs = (0..<40).map { _ in let x = random.normal(); return (x, 0.6 * x + 0.8 * random.normal()) }
            return holds(correlation(pairs.map(\.0), pairs.map(\.1)), 0.6)
        },
        Kind("slope of a regression") { random in
            let rows = (0..<20).map { [1, Double($0), Double($0 % 3)] }
            return holds(LinearModel(rows, rows.map { 2 + 0.5 * $0[1] - $0[2] + random.normal() })?.estimate(1), 0.5)
        },
        Kind("sum of predictions") { random in
            let rows = (0..<18).map { [1, Double($0)] }, next = (18..<24).map { [1, Double($0)] }
            let model = LinearModel(rows, rows.map { 2 + 0.5 * $0[1] + random.normal() })
            let truth = next.reduce(0) { $0 + 2 + 0.5 * $1[1] + random.normal() }
            return holds(model?.predictedSum(next), truth)
        },
        Kind("counterfactual") { random in
            func day(_ index: Int) -> Double { 100 + [0, 3, -2, 5][index % 4] + random.normal() * 4 }
            let before = (0..<20).map(day), noise = (20..<28).map(day)
            return holds(Counterfactual(before: before, after: noise.map { $0 + 6 }, period: 4)?.effect, 48)
        },
        Kind("half-life") { random in
            let days = (0..<16).map(Double.init)
            return holds(Decay(days: days, values: days.map { 900 * exp(-0.2 * $0 + random.normal() * 0.3) })?.halfLife, log(2) / 0.2)
        },
        Kind("median") { random in holds(quantileEstimate((0..<61).map { _ in -log(random.uniform()) }, 0.5), log(2)) },
        Kind("Kaplan–Meier") { random in
            let rows = (0..<60).map { _ -> (time: Double, events: Double, censored: Double) in
                let end = -log(random.uniform()) * 10, seen = random.uniform() * 40
                return end <= seen ? (end, 1, 0) : (seen, 0, 1)
            }
            return holds(KaplanMeier(rows)?.survival(at: 8), exp(-0.8))
        },
        Kind("smoothing forecast") { random in
            var level = 50.0, values: [Double] = []
            for _ in 0..<60 { let error = random.normal() * 3; values.append(level + error); level += 0.4 * error }
            let model = HoltWinters(values, period: 1, trend: .none, parameters: .init(level: 0.4), level: 50, slope: 0, seasons: [0])
            var truth = level
            for _ in 0..<3 { let error = random.normal() * 3; truth = level + error; level += 0.4 * error }
            return holds(model.forecast(3).last, truth)
        },
        Kind("confidence of a rule") { random in holds(AssociationRule(both: tenth.draw(&random), first: 800, second: 300, all: 4000)?.confidence, 0.1) },
    ]

    private static func proportions(_ random: inout SplitMix64) -> TwoProportions {
        TwoProportions(control: (tenth.draw(&random), 800), treatment: (eighth.draw(&random), 820))
    }

    private static func normals(_ count: Int, _ mean: Double, _ deviation: Double, _ random: inout SplitMix64) -> [Double] {
        (0..<count).map { _ in mean + deviation * random.normal() }
    }

    /// Outcome, outcome before, and visits (4 on average) of each person.
    private static func people(_ count: Int, lift: Double, _ random: inout SplitMix64) -> [(y: Double, x: Double, d: Double)] {
        (0..<count).map { _ in
            let taste = random.normal(), visits = 4 + 0.5 * random.normal()
            return (12 + lift + 2 * taste + random.normal(), 10 + 2 * taste + random.normal(), visits)
        }
    }

    private static func ratio(_ people: [(y: Double, x: Double, d: Double)]) -> RatioOfMeans {
        RatioOfMeans(top: Moments(people.map(\.y)), bottom: Moments(people.map(\.d)), products: people.reduce(0) { $0 + $1.y * $1.d })
    }

    private static func group(_ people: [(y: Double, x: Double, d: Double)]) -> CUPED.Group {
        CUPED.Group(outcome: Moments(people.map(\.y)), before: Moments(people.map(\.x)), products: people.reduce(0) { $0 + $1.y * $1.x })
    }
}

/// Draws counts from their own distribution, by its table.
private struct Drawer: Sendable {
    private let cumulative: [Double]

    init(binomial count: Int, _ rate: Double) {
        self.init(0...count) { k in
            exp(lgamma(Double(count + 1)) - lgamma(Double(k + 1)) - lgamma(Double(count - k + 1)) + Double(k) * log(rate) + Double(count - k) * log1p(-rate))
        }
    }

    init(poisson mean: Double) { self.init(0...Int(mean * 4)) { exp(Double($0) * log(mean) - mean - lgamma(Double($0 + 1))) } }

    private init(_ range: ClosedRange<Int>, _ probability: (Int) -> Double) {
        var sum = 0.0
        cumulative = range.map { sum += probability($0); return sum }
    }

    func draw(_ random: inout SplitMix64) -> Double {
        let share = random.uniform()
        var low = 0, high = cumulative.count - 1
        while low < high {
            let middle = (low + high) / 2
            if cumulative[middle] < share { low = middle + 1 } else { high = middle }
        }
        return Double(low)
    }
}
