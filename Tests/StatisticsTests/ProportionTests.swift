import Statistics
import Testing

/// Against statsmodels and SciPy.
struct ProportionTests {
    @Test func `Wilson's interval is that of statsmodels`() {
        for (given, expected) in Reference.cases("wilsonInterval") {
            let interval = wilsonInterval(successes: given["successes"].number, trials: given["trials"].number)
            expectNear(interval?.low, expected["low"].number, given)
            expectNear(interval?.high, expected["high"].number, given)
        }
    }

    private func proportions(_ given: Reference) -> TwoProportions { TwoProportions(control: given["control"].pair, treatment: given["treatment"].pair) }

    @Test func `the difference of two proportions is that of statsmodels`() {
        for (given, expected) in Reference.cases("TwoProportions.difference") { expectNear(proportions(given).difference, expected, given) }
    }

    @Test func `the lift of two proportions is that of statsmodels`() {
        for (given, expected) in Reference.cases("TwoProportions.lift") { expectNear(proportions(given).lift, expected, given) }
        #expect(TwoProportions(control: (0, 30), treatment: (2, 30)).lift == nil)
    }

    @Test func `the test of two proportions is that of statsmodels`() {
        for (given, expected) in Reference.cases("TwoProportions.pValue") { expectNear(proportions(given).pValue, expected["pValue"].number, absolute: 0, given) }
        #expect(TwoProportions(control: (0, 50), treatment: (0, 60)).pValue == nil)
    }

    @Test func `the probability of being better is SciPy's integral`() {
        for (given, expected) in Reference.cases("probabilityOfBeing") {
            expectNear(probabilityOfBeing(given["treatment"].pair, above: given["control"].pair), expected["probability"].number, given)
        }
    }

    @Test func `a rate of events has the interval by SciPy's chi-square`() {
        for (given, expected) in Reference.cases("poissonRate") {
            expectNear(poissonRate(events: given["events"].number, exposure: given["exposure"].number, level: given["level"].number), expected, given)
        }
    }

    @Test func `the sample ratio test is SciPy's`() {
        for (given, expected) in Reference.cases("sampleRatioTest") {
            let test = sampleRatioTest(given["counts"].numbers, shares: given["shares"].isNothing ? nil : given["shares"].numbers)
            expectNear(test?.statistic, expected["statistic"].number, given)
            expectNear(test?.pValue, expected["pValue"].number, absolute: 0, given)
        }
    }

    @Test func `p-values of many tests are adjusted as statsmodels does`() {
        for (given, expected) in Reference.cases("benjaminiHochberg") { expectNear(benjaminiHochberg(given["pValues"].numbers), expected["adjusted"].numbers, given) }
        #expect(benjaminiHochberg([]).isEmpty)
    }

    @Test func `sample sizes are those of statsmodels`() {
        for (given, expected) in Reference.cases("Power.sampleSize") {
            expectNear(Power.sampleSize(rate: given["rate"].number, lift: given["lift"].number, power: given["power"].number), expected["size"].number, given)
        }
        for (given, expected) in Reference.cases("Power.detectableLift") {
            let lift = Power.detectableLift(rate: given["rate"].number, count: given["count"].number, power: given["power"].number)
            expectNear(lift, expected["lift"].number, given)
        }
    }

    @Test func `the sequential interval is the paper's, and narrowest where it should be`() {
        for (given, expected) in Reference.cases("sequentialHalfWidth") {
            let half = sequentialHalfWidth(
                deviation: given["deviation"].number, count: given["count"].number, tightest: given["tightest"].number, level: given["level"].number)
            expectNear(half, expected["half"].number, given)
        }
        // No other ρ makes it more than a thousandth narrower there.
        let here = sequentialHalfWidth(deviation: 1, count: 1000, tightest: 1000)
        for other in stride(from: 500.0, to: 2000, by: 100) { #expect(sequentialHalfWidth(deviation: 1, count: 1000, tightest: other) > here * 0.999) }
    }
}
