import Statistics
import Testing

/// Against NumPy and mlxtend.
struct AttributionTests {
    private func journeys(_ given: Reference) -> Journeys {
        Journeys(channels: given["channels"].int, given["journeys"].list.map {
            .init(touches: $0[0].numbers.map { Int($0) }, people: $0[1].number, conversions: $0[2].number)
        })
    }

    @Test func `credit by rules is that of Python`() {
        for (given, expected) in Reference.cases("Journeys") {
            let journeys = journeys(given)
            for rule in Journeys.Rule.allCases { expectNear(journeys.credit(rule), expected[rule.rawValue].numbers, rule) }
            expectNear(journeys.assisted, expected["assisted"].numbers)
            expectNear(journeys.shapley, expected["shapley"].numbers, absolute: 1e-10)
        }
    }

    @Test func `removal effects are NumPy's solution of the chain`() throws {
        for (given, expected) in Reference.cases("MarkovAttribution") {
            let found = try #require(MarkovAttribution(journeys(given)))
            expectNear(found.removalEffects, expected["removalEffects"].numbers)
            expectNear(found.credit, expected["credit"].numbers)
        }
    }

    /// Two convert after G, one after M, one after G and M; one leaves after G.
    @Test func `removal effects are those worked out by hand`() throws {
        let journeys = Journeys(channels: 2, [
            .init(touches: [0], people: 3, conversions: 2), .init(touches: [1], people: 1, conversions: 1), .init(touches: [0, 1], people: 1, conversions: 1),
        ])
        let found = try #require(MarkovAttribution(journeys))
        expectNear(found.removalEffects, [0.75, 0.5])
        expectNear(found.credit, [2.4, 1.6])
        #expect(found.transitions.map { [Double($0.from), Double($0.to), $0.people] } == [[0, 1, 1], [0, 2, 2], [0, 3, 1], [1, 2, 2], [-1, 0, 4], [-1, 1, 1]])
        #expect(MarkovAttribution(Journeys(channels: 1, [.init(touches: [0], people: 3, conversions: 0)])) == nil)
    }

    @Test func `rules of baskets are those of mlxtend`() throws {
        for (given, expected) in Reference.cases("AssociationRule") {
            let rule = try #require(AssociationRule(
                both: given["both"].number, first: given["first"].number, second: given["second"].number, all: given["all"].number))
            expectNear(rule.support, expected["support"].number)
            expectNear(rule.confidence, expected["confidence"])
            expectNear(rule.lift, expected["lift"].number)
            expectNear(rule.leverage, expected["leverage"].number)
        }
    }
}
