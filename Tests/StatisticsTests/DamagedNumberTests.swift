import Statistics
import Testing

/// Whatever goes in, nothing crashes, no interval misses its estimate, and what is not a number is nil.
struct DamagedNumberTests {
    @Test func `distributions take any number`() {
        for x in DamagedNumbers.values {
            expectShare(Normal.twoSided(x.isNaN ? 0 : x))
            for y in DamagedNumbers.values where y > 0 && y.isFinite {
                guard !x.isNaN else { continue }
                expectShare(Gamma.cdf(x, shape: y), (x, y))
                expectShare(Gamma.upper(x, shape: y), (x, y))
                expectShare(ChiSquare.upper(x, degrees: y), (x, y))
                expectShare(Beta.cdf(x, y, 0.5), (x, y))
                expectShare(StudentT.twoSided(x, degrees: y), (x, y))
            }
        }
    }

    @Test func `quantiles of distributions rise`() {
        let shares = stride(from: 0.0005, to: 1, by: 0.0231).map(\.self)
        for shape in [0.3, 1, 7.5, 400, 1e6] {
            let lists = [
                shares.map { Gamma.quantile($0, shape: shape) }, shares.map { Beta.quantile($0, shape, 2) }, shares.map { Beta.quantile($0, 0.5, shape) },
                shares.map { StudentT.quantile($0, degrees: shape) }, shares.map(Normal.quantile),
            ]
            for list in lists { #expect(zip(list, list.dropFirst()).allSatisfy { $0 < $1 }, "\(shape)") }
            for (share, x) in zip(shares, lists[0]) { expectNear(Gamma.cdf(x, shape: shape), share, within: 1e-9) }
            for (share, x) in zip(shares, lists[3]) where share != 0.5 {
                expectNear(StudentT.twoSided(x, degrees: shape), 2 * min(share, 1 - share), within: 1e-8)
            }
        }
    }

    @Test func `proportions take any number`() {
        var damaged = DamagedNumbers(seed: 1)
        for _ in 0..<2000 {
            let a = damaged.counts(), b = damaged.counts()
            if let interval = wilsonInterval(successes: a.successes, trials: a.trials) {
                expectSound(Estimate(value: a.successes / a.trials, low: interval.low, high: interval.high, count: a.trials), a)
                #expect(interval.low >= 0 && interval.high <= 1)
            }
            let two = TwoProportions(control: a, treatment: b)
            expectSound(two.difference, (a, b))
            expectSound(two.lift, (a, b))
            expectShare(two.pValue, (a, b))
            expectSound(poissonRate(events: a.successes, exposure: b.trials), (a, b))
            expectSound(promoterScore(promoters: a.successes, detractors: b.successes, count: a.trials), (a, b))
            expectNumber(Power.sampleSize(rate: damaged.number(), lift: damaged.number()))
            let (rate, count) = damaged.pair()
            expectNumber(Power.detectableLift(rate: rate, count: count), (rate, count))
            let counts = damaged.numbers(5), test = sampleRatioTest(counts)
            expectNumber(test?.statistic, counts)
            expectShare(test?.pValue, counts)
            #expect(benjaminiHochberg(counts).count == counts.count)
            let rule = AssociationRule(both: a.successes, first: a.trials, second: b.successes, all: b.trials)
            expectSound(rule?.confidence)
            expectNumber(rule?.lift)
            let detection = Detection(truePositives: a.successes, falsePositives: b.successes, falseNegatives: damaged.number(), trueNegatives: 3)
            for share in [detection.precision, detection.recall, detection.accuracy] { expectSound(share) }
            let service = ServiceLevel(objective: damaged.number(), good: a.successes, all: a.trials)
            expectNumber(service?.spent)
            expectNumber(ServiceLevel.burnRate(bad: a.successes, all: a.trials, objective: damaged.number()))
        }
        for _ in 0..<60 {
            let a = damaged.counts(), b = damaged.counts()
            expectShare(probabilityOfBeing(a, above: b), (a, b))
            if let p = probabilityOfBeing(a, above: b), let q = probabilityOfBeing(b, above: a) { expectNear(p + q, 1, within: 1e-9) }
        }
    }

    @Test func `adjusted p-values keep their order and never fall`() {
        var random = SplitMix64(seed: 2)
        for count in 1..<30 {
            let values = (0..<count).map { _ in random.uniform() }, adjusted = benjaminiHochberg(values)
            for (value, adjusted) in zip(values, adjusted) { #expect(adjusted >= value * (1 - 1e-15) && adjusted <= 1) }
            let order = values.indices.sorted { values[$0] < values[$1] }.map { adjusted[$0] }
            #expect(order == order.sorted())
        }
    }

    @Test func `means take any number`() {
        var damaged = DamagedNumbers(seed: 3)
        for _ in 0..<2000 {
            let a = damaged.moments(), b = damaged.moments()
            expectSound(a.estimate, a)
            if let welch = Welch(control: a, treatment: b) {
                expectSound(welch.difference, (a, b))
                expectSound(welch.lift, (a, b))
                expectShare(welch.pValue, (a, b))
                expectNumber(welch.degrees, (a, b))
            }
            let ratio = RatioOfMeans(top: a, bottom: b, products: damaged.number())
            expectSound(ratio.estimate, (a, b))
            let other = RatioOfMeans(top: b, bottom: a, products: damaged.number())
            if let difference = RatioOfMeans.difference(control: ratio, treatment: other) {
                expectSound(difference.estimate, (ratio, other))
                expectShare(difference.pValue, (ratio, other))
            }
            let cuped = CUPED(
                control: .init(outcome: a, before: b, products: damaged.number()), treatment: .init(outcome: b, before: a, products: damaged.number()))
            if let cuped {
                expectNumber(cuped.theta, (a, b))
                expectNumber(cuped.correlation, (a, b))
                expectSound(cuped.control.estimate, (a, b))
                expectSound(Welch(control: cuped.control, treatment: cuped.treatment)?.difference, (a, b))
            }
            let x = damaged.numbers(), y = damaged.numbers(like: x)
            if let r = correlation(x, y) {
                expectSound(r, (x, y))
                #expect(r.low >= -1 && r.high <= 1)
            }
            let days = zip(x, y).map { (treated: $0, control: $1) }, split = days.count / 2
            expectSound(differenceInDifferences(before: Array(days[..<split]), after: Array(days[split...]))?.difference, (x, y))
        }
    }

    @Test func `lines and series take any number`() {
        var damaged = DamagedNumbers(seed: 4)
        for _ in 0..<1500 {
            let x = damaged.numbers(), y = damaged.numbers(like: x)
            if let model = LinearModel(x.map { [1, $0] }, y) {
                expectSound(model.estimate(1), (x, y))
                expectShare(model.pValue(1), (x, y))
                expectSound(model.predictedSum([[1, 3], [1, 4]]), (x, y))
                expectNumber(model.rSquared, (x, y))
            }
            if let decay = Decay(days: x, values: y) {
                expectSound(decay.rate, (x, y))
                expectSound(decay.halfLife, (x, y))
            }
            let split = x.count * 2 / 3
            if let found = Counterfactual(before: Array(x[..<split]), after: Array(x[split...]), period: damaged.below(4), controls: damaged.below(2) == 0 ? [y] : [], hasTrend: damaged.below(2) == 0) {
                expectSound(found.effect, x)
                expectSound(found.relative, x)
                for estimate in found.expected { expectSound(estimate, x) }
                expectNumber(found.autocorrelation, x)
            }
            if let errors = ForecastErrors(actual: x, forecast: y, training: damaged.numbers(), period: damaged.below(5) - 1) {
                for number in [errors.wape, errors.bias, errors.mase ?? 0] { expectNumber(number, (x, y)) }
            }
            for score in robustScores(x.map { damaged.below(4) == 0 ? nil : $0 }, period: damaged.below(5) - 1) {
                expectNumber(score?.usual, x)
                expectNumber(score?.score, x)
            }
            let p = damaged.number()
            expectNumber(quantile(x, p), (x, p))
            expectSound(quantileEstimate(x, p), (x, p))
            expectSound(quantileEstimate(x, 0.5), x)
            expectNumber(Concentration.gini(x), x)
            expectNumber(Concentration.herfindahl(x), x)
            expectSound(bootstrap(rows: min(4, x.count), draws: damaged.below(8) - 1) { rows in quantile(rows.map { x[$0] }, 0.5) }, x)
            _ = adstock(x, rate: damaged.number())
        }
    }

    @Test func `smoothing takes any number`() {
        var damaged = DamagedNumbers(seed: 5)
        for round in 0..<40 {
            let values = damaged.numbers(20), period = [-1, 0, 1, 1, 3][damaged.below(5)]
            guard let model = HoltWinters(values, period: period, trend: HoltWinters.Trend.allCases[round % 3]) else { continue }
            #expect(values.allSatisfy(\.isFinite) && period > 0)
            guard values.allSatisfy({ $0.magnitude < 1e100 }) else { continue }
            for estimate in model.forecast(5) + [model.forecastSum(5)] { expectSound(estimate, values) }
            #expect(model.fitted.count == values.count)
        }
    }

    @Test func `quantiles rise, and lie between the least and the most`() {
        var damaged = DamagedNumbers(seed: 6)
        for _ in 0..<200 {
            let values = damaged.numbers().filter(\.isFinite), shares = stride(from: 0, through: 1, by: 0.125).map(\.self)
            guard let least = values.min(), let most = values.max() else { continue }
            let quantiles = shares.compactMap { quantile(values, $0) }
            #expect(quantiles.first == least && quantiles.last == most && quantiles.count == shares.count)
            #expect(zip(quantiles, quantiles.dropFirst()).allSatisfy { $0 <= $1 })
            let buckets = values.indices.map { (bound: values.sorted()[$0], cumulative: Double($0 + 1)) }
            let inBuckets = shares.compactMap { histogramQuantile(buckets, $0) }
            #expect(zip(inBuckets, inBuckets.dropFirst()).allSatisfy { $0 <= $1 + 1e-9 * $1.magnitude }, "\(values)")
        }
    }

    @Test func `survival falls, whatever the rows`() {
        var damaged = DamagedNumbers(seed: 7)
        for _ in 0..<1500 {
            let isClean = damaged.below(2) == 0
            func row(_ damaged: inout DamagedNumbers) -> (time: Double, events: Double, censored: Double) {
                isClean ? (Double(damaged.below(20)), Double(damaged.below(3)), Double(damaged.below(3))) : (damaged.number(), damaged.number(), damaged.number())
            }
            let rows = (0..<damaged.below(15)).map { _ in row(&damaged) }, others = (0..<damaged.below(15)).map { _ in row(&damaged) }
            if let test = logRankTest(rows, others) {
                expectNumber(test.statistic, rows)
                expectShare(test.pValue, rows)
            }
            guard let curve = KaplanMeier(rows) else { continue }
            let shares = curve.steps.map(\.survival.value)
            #expect(zip(shares, shares.dropFirst()).allSatisfy { $0 >= $1 })
            for step in curve.steps {
                expectSound(step.survival, rows)
                #expect(step.survival.low >= 0 && step.survival.high <= 1)
            }
            for p in [0.1, 0.5, 0.9] { expectSound(curve.timeEstimate(of: p), rows) }
            let times = stride(from: 0.05, to: 1, by: 0.1).compactMap { curve.time(of: $0) }
            #expect(times == times.sorted())
        }
    }

    @Test func `customers take any number`() {
        var damaged = DamagedNumbers(seed: 8)
        for _ in 0..<40 {
            let rows = (0..<damaged.below(8)).map { _ in
                let age = damaged.number(), clean = Double(1 + damaged.below(50))
                return damaged.below(6) == 0 ? BetaGeometric.History(frequency: damaged.number(), recency: damaged.number(), age: age, weight: damaged.number())
                    : BetaGeometric.History(frequency: Double(damaged.below(5)), recency: clean * damaged.random.uniform(), age: clean)
            }
            if let model = BetaGeometric(rows) {
                for number in [model.r, model.alpha, model.a, model.b, model.logLikelihood] { expectNumber(number, rows) }
                for row in rows { expectShare(model.probabilityAlive(row), rows) }
            }
            let orders = rows.map { (frequency: $0.frequency, mean: $0.recency, weight: $0.weight) }
            if let model = GammaGamma(orders) { for number in [model.p, model.q, model.v] { expectNumber(number, orders) } }
        }
        let model = BetaGeometric(r: 0.243, alpha: 4.414, a: 0.793, b: 2.426)
        for (frequency, recency, age) in [(0.0, 0.0, 1.0), (3, 2, 30), (200, 300, 300)] {
            let history = BetaGeometric.History(frequency: frequency, recency: recency, age: age)
            let purchases = [0.1, 1, 10, 100, 1000].map { model.expectedPurchases(history, next: $0) }
            #expect(purchases == purchases.sorted() && purchases[0] > 0)
        }
        // The formula's limit where a is 1 and it divides by nothing.
        let one = BetaGeometric(r: 0.5, alpha: 3, a: 1, b: 2), near = BetaGeometric(r: 0.5, alpha: 3, a: 1.0001, b: 2)
        let history = BetaGeometric.History(frequency: 2, recency: 5, age: 9)
        expectNear(one.expectedPurchases(history, next: 5), near.expectedPurchases(history, next: 5), within: 1e-4)
        expectNear(one.expectedPurchases(in: 5), near.expectedPurchases(in: 5), within: 1e-4)
    }

    @Test func `queues, laws and curves take any number`() {
        var damaged = DamagedNumbers(seed: 9)
        for _ in 0..<300 {
            let (a, b) = damaged.pair()
            if let queue = ErlangC(arrivals: a, handling: b, agents: [Int.min, -1, 0, 1, 5, 500, 100_000][damaged.below(7)]) {
                expectShare(queue.waitProbability, (a, b))
                expectNumber(queue.meanWait, (a, b))
            }
            if a * b < 1000 || !(a * b).isFinite { expectNumber(ErlangC.agents(arrivals: a, handling: b, wait: damaged.number()).map { Double($0) }) }
            let loads = damaged.numbers(8)
            if let law = Scalability(loads: loads, throughputs: damaged.numbers(like: loads)) {
                for number in [law.single, law.contention, law.coherence, law.peak, law.throughput(at: 3)] { expectNumber(number, loads) }
            }
            let buckets = zip(loads, damaged.numbers(like: loads)).map { (bound: $0, cumulative: $1) }
            expectNumber(histogramQuantile(buckets, damaged.number()), buckets)
            let curve = HillCurve(ceiling: 100, half: 50, shape: [0.5, 1, 1.7, 3][damaged.below(4)])
            expectNumber(curve.value(at: a), a)
            expectNumber(curve.slope(at: a), a)
            _ = reallocate(a, curves: [curve, curve], bounds: [(damaged.number(), b), (0, damaged.number())])
        }
        for _ in 0..<20 {
            let spend = damaged.numbers(12)
            if let curve = HillCurve(spend: spend, outcome: damaged.numbers(like: spend)) {
                for number in [curve.ceiling, curve.half, curve.shape, curve.rSquared, curve.value(at: 10), curve.slope(at: 10)] { expectNumber(number, spend) }
            }
        }
    }

    @Test func `decompositions and attribution take any number`() {
        var damaged = DamagedNumbers(seed: 10)
        for _ in 0..<500 {
            let before = damaged.numbers(6), after = damaged.numbers(like: before)
            for effect in logMeanDivisia(from: before, to: after) ?? [] { expectNumber(effect, (before, after)) }
            _ = shapleyFactors(from: before, to: after)
            let parts = zip(before, after).map { (before: (top: $0, bottom: damaged.number()), after: (top: $1, bottom: damaged.number())) }
            for part in MixAndRate(parts)?.parts ?? [] { for number in [part.rate, part.mix] { expectNumber(number, parts) } }
            let items = zip(before, after).map { (plan: (quantity: $0, price: damaged.number()), actual: (quantity: $1, price: damaged.number())) }
            for line in PriceVolumeMix(items)?.lines ?? [] { for number in [line.price, line.volume, line.mix] { expectNumber(number, items) } }
            let journeys = Journeys(channels: 3, (0..<damaged.below(8)).map { _ in
                .init(touches: (0..<damaged.below(5)).map { _ in damaged.below(5) - 1 }, people: damaged.number(), conversions: damaged.number())
            })
            for credit in Journeys.Rule.allCases.flatMap(journeys.credit) + journeys.assisted + journeys.shapley { expectNumber(credit, journeys) }
            for credit in MarkovAttribution(journeys)?.credit ?? [] { expectNumber(credit, journeys) }
        }
    }
}
