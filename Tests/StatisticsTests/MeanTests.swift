import Statistics
import Testing

/// Against SciPy, and NumPy on raw rows.
struct MeanTests {
    @Test func `a mean's interval is SciPy's`() {
        for (given, expected) in Reference.cases("Moments.estimate") {
            let moments = Moments(given["values"].numbers)
            expectNear(moments.estimate, expected, given)
            expectNear(moments.variance, expected["variance"].number, given)
        }
    }

    @Test func `Welch's test is SciPy's`() throws {
        for (given, expected) in Reference.cases("Welch") {
            let welch = try #require(Welch(control: Moments(given["control"].numbers), treatment: Moments(given["treatment"].numbers)))
            expectNear(welch.difference, expected["difference"], given)
            expectNear(welch.pValue, expected["pValue"].number, given)
            expectNear(welch.degrees, expected["degrees"].number, given)
            if expected["lift"].isNothing { #expect(welch.lift == nil) } else { expectNear(welch.lift, expected["lift"], given) }
        }
        #expect(Welch(control: Moments([5, 5, 5]), treatment: Moments([5, 5])) == nil)
    }

    @Test func `a ratio of means has the delta method's error on raw rows`() throws {
        for (given, expected) in Reference.cases("RatioOfMeans") {
            func ratio(_ side: Reference) -> RatioOfMeans {
                let top = side["top"].numbers, bottom = side["bottom"].numbers
                return RatioOfMeans(top: Moments(top), bottom: Moments(bottom), products: zip(top, bottom).reduce(0) { $0 + $1.0 * $1.1 })
            }
            let control = ratio(given["control"]), treatment = ratio(given["treatment"])
            expectNear(control.estimate, expected["control"])
            expectNear(treatment.estimate, expected["treatment"])
            let difference = try #require(RatioOfMeans.difference(control: control, treatment: treatment))
            expectNear(difference.estimate, expected["difference"])
            expectNear(difference.pValue, expected["pValue"].number)
        }
    }

    @Test func `adjusted means are those of raw rows`() throws {
        for (given, expected) in Reference.cases("CUPED") {
            func group(_ side: Reference) -> CUPED.Group {
                let outcome = side["outcome"].numbers, before = side["before"].numbers
                return CUPED.Group(outcome: Moments(outcome), before: Moments(before), products: zip(outcome, before).reduce(0) { $0 + $1.0 * $1.1 })
            }
            let adjusted = try #require(CUPED(control: group(given["control"]), treatment: group(given["treatment"])))
            expectNear(adjusted.theta, expected["theta"].number)
            expectNear(adjusted.correlation, expected["correlation"].number)
            expectNear([adjusted.control.mean, adjusted.treatment.mean], expected["means"].numbers)
            expectNear([adjusted.control.variance ?? 0, adjusted.treatment.variance ?? 0], expected["variances"].numbers)
            let welch = try #require(Welch(control: adjusted.control, treatment: adjusted.treatment))
            expectNear(welch.difference, expected["difference"])
            expectNear(welch.pValue, expected["pValue"].number)
        }
    }

    @Test func `correlation is SciPy's`() {
        for (given, expected) in Reference.cases("correlation") { expectNear(correlation(given["x"].numbers, given["y"].numbers), expected, given) }
        #expect(correlation([1, 2, 3], [1, 2, 3]) == nil)
        #expect(correlation([1, 2, 3, 4], [5, 5, 5, 5]) == nil)
    }

    @Test func `a promoter score has the error of its answers`() {
        for (given, expected) in Reference.cases("promoterScore") {
            expectNear(promoterScore(promoters: given["promoters"].number, detractors: given["detractors"].number, count: given["count"].number), expected, given)
        }
    }

    @Test func `a difference in differences is Welch's test of the gaps`() throws {
        for (given, expected) in Reference.cases("differenceInDifferences") {
            let days = zip(given["treated"].numbers, given["control"].numbers).map { (treated: $0, control: $1) }, split = given["days"].int
            let found = try #require(differenceInDifferences(before: Array(days[..<split]), after: Array(days[split...])))
            expectNear(found.difference, expected)
            expectNear(found.pValue, expected["pValue"].number)
        }
    }

    @Test func `gaps that are small beside their size keep their digits`() throws {
        let before = [1.0, 2, 3, 4].map { (treated: $0 + 1e9, control: 0.0) }, after = [3.0, 5, 4, 7].map { (treated: $0 + 1e9, control: 0.0) }
        let far = try #require(differenceInDifferences(before: before, after: after))
        let near = try #require(Welch(control: Moments([1, 2, 3, 4]), treatment: Moments([3, 5, 4, 7])))
        expectNear(far.difference.low, near.difference.low)
        expectNear(far.pValue, near.pValue)
    }
}
