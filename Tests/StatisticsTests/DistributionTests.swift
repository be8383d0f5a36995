import Statistics
import Testing

/// Against SciPy.
struct DistributionTests {
    @Test func `the normal distribution is SciPy's`() {
        for (given, expected) in Reference.cases("Normal") {
            expectNear(Normal.cdf(given["x"].number), expected["cdf"].number, absolute: 0, given)
            expectNear(Normal.twoSided(given["x"].number), expected["twoSided"].number, absolute: 0, given)
        }
        for (given, expected) in Reference.cases("Normal.quantile") { expectNear(Normal.quantile(given["p"].number), expected["x"].number, given) }
    }

    @Test func `the gamma distribution is SciPy's`() {
        for (given, expected) in Reference.cases("Gamma") {
            expectNear(Gamma.cdf(given["x"].number, shape: given["shape"].number), expected["cdf"].number, absolute: 0, given)
            expectNear(Gamma.upper(given["x"].number, shape: given["shape"].number), expected["upper"].number, absolute: 0, given)
        }
        for (given, expected) in Reference.cases("Gamma.quantile") {
            expectNear(Gamma.quantile(given["p"].number, shape: given["shape"].number), expected["x"].number, given)
        }
    }

    @Test func `the chi-square distribution is SciPy's`() {
        for (given, expected) in Reference.cases("ChiSquare") {
            expectNear(ChiSquare.upper(given["x"].number, degrees: given["degrees"].number), expected["upper"].number, absolute: 0, given)
        }
        for (given, expected) in Reference.cases("ChiSquare.quantile") {
            expectNear(ChiSquare.quantile(given["p"].number, degrees: given["degrees"].number), expected["x"].number, given)
        }
    }

    @Test func `the beta distribution is SciPy's`() {
        for (given, expected) in Reference.cases("Beta") {
            let (x, a, b) = (given["x"].number, given["a"].number, given["b"].number)
            expectNear(Beta.cdf(x, a, b), expected["cdf"].number, absolute: 0, given)
            expectNear(Beta.density(x, a, b), expected["density"].number, absolute: 0, given)
        }
        for (given, expected) in Reference.cases("Beta.quantile") {
            expectNear(Beta.quantile(given["p"].number, given["a"].number, given["b"].number), expected["x"].number, given)
        }
    }

    @Test func `Student's distribution is SciPy's`() {
        for (given, expected) in Reference.cases("StudentT") {
            expectNear(StudentT.twoSided(given["t"].number, degrees: given["degrees"].number), expected["twoSided"].number, absolute: 0, given)
        }
        for (given, expected) in Reference.cases("StudentT.quantile") {
            expectNear(StudentT.quantile(given["p"].number, degrees: given["degrees"].number), expected["t"].number, given)
        }
        #expect(StudentT.quantile(0.975, degrees: .infinity) == Normal.quantile(0.975))
        #expect(StudentT.twoSided(1.5, degrees: .infinity) == Normal.twoSided(1.5))
    }

    /// The first numbers of the authors' own program for the seed 1234567.
    @Test func `random numbers are those of SplitMix64`() {
        var random = SplitMix64(seed: 1_234_567)
        let numbers = (0..<5).map { _ in random.next() }
        #expect(numbers == [
            6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423, 4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
        ])
    }

    @Test func `random numbers are uniform, and normal`() {
        var random = SplitMix64(seed: 1)
        let uniform = (0..<20_000).map { _ in random.uniform() }, normal = (0..<20_000).map { _ in random.normal() }
        #expect(uniform.allSatisfy { $0 > 0 && $0 < 1 })
        let a = Moments(uniform), b = Moments(normal)
        // Four standard errors.
        #expect((a.mean - 0.5).magnitude < 4 / (12 * 20_000.0).squareRoot())
        #expect(((a.variance ?? 0) - 1 / 12.0).magnitude < 4 / (180 * 20_000.0).squareRoot())
        #expect(b.mean.magnitude < 4 / 20_000.0.squareRoot())
        #expect(((b.variance ?? 0) - 1).magnitude < 4 * (2 / 20_000.0).squareRoot())
    }

    @Test func `the bootstrap comes near SciPy's, and is the same each time`() {
        for (given, expected) in Reference.cases("bootstrap") {
            let values = given["values"].numbers, isMean = given["statistic"].text == "mean"
            func statistic(_ rows: [Int]) -> Double? {
                let drawn = rows.map { values[$0] }
                return isMean ? Moments(drawn).mean : quantile(drawn, 0.5)
            }
            let found = bootstrap(rows: values.count, statistic)
            expectNear(found?.value, expected["value"].number)
            // 400 draws leave the bounds a standard error of about a tenth of the interval's half.
            let room = 0.2 * (expected["high"].number - expected["low"].number)
            expectNear(found?.low, expected["low"].number, within: 0, absolute: room, given["statistic"])
            expectNear(found?.high, expected["high"].number, within: 0, absolute: room, given["statistic"])
            #expect(found == bootstrap(rows: values.count, statistic))
            #expect(found != bootstrap(rows: values.count, seed: 7, statistic))
        }
    }
}
