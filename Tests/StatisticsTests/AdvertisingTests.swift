import Foundation
import Statistics
import Testing

/// Against SciPy.
struct AdvertisingTests {
    private func curve(_ numbers: [Double]) -> HillCurve { HillCurve(ceiling: numbers[0], half: numbers[1], shape: numbers[2]) }

    @Test func `the curve and its slope are Hill's`() {
        for (given, expected) in Reference.cases("HillCurve") {
            let curve = curve(["ceiling", "half", "shape"].map { given[$0].number }), spend = given["spend"].number
            expectNear(curve.value(at: spend), expected["value"].number, given)
            expectNear(curve.slope(at: spend), expected["slope"].number, given)
            expectNear(curve.slope(at: spend), (curve.value(at: spend * 1.0001) - curve.value(at: spend * 0.9999)) / (spend * 0.0002), within: 1e-6)
        }
    }

    @Test func `the fitted curve is SciPy's`() throws {
        for (given, expected) in Reference.cases("HillCurve.fitted") {
            let spend = given["spend"].numbers, outcome = given["outcome"].numbers
            let curve = try #require(HillCurve(spend: spend, outcome: outcome))
            let squares = zip(spend, outcome).reduce(0) { $0 + pow($1.1 - curve.value(at: $1.0), 2) }
            let isAsClose = squares <= expected["squares"].number * (1 + 1e-4)
            let isAlike = zip(given["at"].numbers, expected["values"].numbers).allSatisfy { isNear(curve.value(at: $0), $1, within: 1e-4) }
            #expect(isAsClose || isAlike, "\(squares) instead of \(expected["squares"].number)")
            expectNear(curve.rSquared, expected["rSquared"].number, within: 1e-4)
        }
    }

    @Test func `advertising that works on is kept as the sum of days before`() {
        for (given, expected) in Reference.cases("adstock") { expectNear(adstock(given["spend"].numbers, rate: given["rate"].number), expected["kept"].numbers) }
        #expect(adstock([3, 3, 3], rate: 0.5) == [3, 3, 3])
    }

    @Test(arguments: Reference.cases("reallocate").indices)
    func `a budget shared anew brings as much as SciPy's best`(index: Int) throws {
        let (given, expected) = Reference.cases("reallocate")[index]
        let budget = given["budget"].number, curves = given["curves"].table.map(curve), bounds = given["bounds"].list.map { (low: $0.pair.0, high: $0.pair.1) }
        let spend = try #require(reallocate(budget, curves: curves, bounds: bounds))
        expectNear(spend.reduce(0, +), budget)
        for (amount, bound) in zip(spend, bounds) { #expect(amount >= bound.low && amount <= bound.high) }
        let total = zip(curves, spend).reduce(0) { $0 + $1.0.value(at: $1.1) }
        #expect(total >= expected["total"].number * (1 - 1e-4), "\(total) instead of \(expected["total"].number) by \(spend)")
    }
}
