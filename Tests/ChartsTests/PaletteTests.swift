import Testing

@testable import Charts

/// What needs no model of colour vision; `Fixtures/check-colours.py` checks the rest.
struct PaletteTests {
    static let lightPapers = ["#ffffff", "#fffefa"], darkPapers = ["#16181d"]
    static let ramps = [Palette.sequential.light, Palette.sequential.dark, Palette.diverging.light, Palette.diverging.dark]

    @Test func measuresAsTheStandardDoes() throws {
        #expect(try WebContrast.ratio("#000000", "#ffffff") == 21)
        #expect(try abs(WebContrast.ratio("#767676", "#ffffff") - 4.54) < 0.005)
        #expect(try abs(WebContrast.lightness("#777777") - 50.03) < 0.01)
    }

    @Test(arguments: [(Palette.categorical.light, lightPapers), (Palette.categorical.dark, darkPapers)])
    func categoriesStandOutFromThePaper(colours: [String], papers: [String]) throws {
        #expect(colours.count == 8)
        for colour in colours {
            for paper in papers { #expect(try WebContrast.ratio(colour, paper) >= 3, "\(colour) on \(paper)") }
        }
    }

    @Test(arguments: [Palette.categorical.light, Palette.categorical.dark])
    func neighboursDifferInGreyscale(colours: [String]) throws {
        let lightness = try colours.map(WebContrast.lightness)
        for (one, other) in zip(lightness, lightness.dropFirst()) { #expect(abs(one - other) >= 8) }
    }

    @Test(arguments: ramps.indices)
    func textIsLegibleOnEachStep(of ramp: Int) throws {
        let ramp = Self.ramps[ramp]
        #expect(ramp.steps.count == 9)
        for (step, colour) in ramp.steps.enumerated() { #expect(try WebContrast.ratio(ramp.textOn(step), colour) >= 4.5, "on \(colour)") }
    }

    @Test func sequentialStepsAreEvenAndLeaveThePaper() throws {
        for (ramp, sign) in [(Palette.sequential.light, -1.0), (Palette.sequential.dark, 1.0)] {
            let lightness = try ramp.steps.map(WebContrast.lightness)
            for (one, next) in zip(lightness, lightness.dropFirst()) { #expect(abs((next - one) * sign - 8.8) < 0.7) }
        }
    }

    @Test func divergingStepsMirrorEachOther() throws {
        for (ramp, sign) in [(Palette.diverging.light, 1.0), (Palette.diverging.dark, -1.0)] {
            let lightness = try ramp.steps.map(WebContrast.lightness)
            for step in 0..<4 {
                #expect((lightness[step + 1] - lightness[step]) * sign > 10)
                #expect(abs(lightness[step] - lightness[8 - step]) < 1)
            }
        }
    }

    @Test func gainAndLossMayColourText() throws {
        for roles in [Palette.good, Palette.bad, Palette.neutral] {
            for paper in Self.lightPapers { #expect(try WebContrast.ratio(roles.light, paper) >= 4.5) }
            for paper in Self.darkPapers { #expect(try WebContrast.ratio(roles.dark, paper) >= 4.5) }
        }
    }
}
