import Testing

@testable import Model

@Suite struct ProblemTests {
    @Test func readsAsACompilersMessage() {
        let place = Place(
            file: "chapters/05-conversion.md", line: 12, column: 13, length: 3, text: "活动总 GMV 达 {{gvm}}，")
        let problem = Problem(.unknownMetric, "no metric named 'gvm'; did you mean 'gmv'?", at: place, notes: ["known: gmv"])
        #expect(
            problem.rendered() == """
                chapters/05-conversion.md:12:13: error: no metric named 'gvm'; did you mean 'gmv'? [R1101]
                   12 | 活动总 GMV 达 {{gvm}}，
                      |                 ^^^
                        known: gmv
                """)
    }

    @Test func aProblemWithoutAPlaceNamesTheProgram() {
        #expect(Problem(.failedEngine, "the engine died", severity: .warning).rendered() == "recap: warning: the engine died [R1601]")
    }

    @Test func aCaretBeyondTheLineStaysOneWide() {
        let place = Place(file: "a.yaml", line: 3, column: 99, length: 5, text: "x: 1")
        #expect(Problem(.badValue, "too short", at: place).rendered().hasSuffix("    3 | x: 1\n      |     ^"))
    }

    @Test func problemsAreSortedAndSaidOnce() {
        let late = Problem(.badValue, "late", at: Place(file: "b", line: 9))
        let early = Problem(.badValue, "early", at: Place(file: "b", line: 2))
        let other = Problem(.badValue, "other", at: Place(file: "a", line: 50))
        let nowhere = Problem(.badValue, "nowhere")
        #expect([nowhere, late, early, other, late].sorted().map(\.message) == ["other", "early", "late", "nowhere"])
        #expect(![Problem(.badValue, "w", severity: .warning)].hasErrors)
    }

    @Test(arguments: [
        ("gvm", "; did you mean 'gmv'?"), ("zzzzzz", "; known: aov, gmv, orders"),
        ("order", "; did you mean 'orders'?"),
    ])
    func suggestsNearNames(_ typed: String, _ hint: String) {
        #expect(suggestion(for: typed, among: ["gmv", "orders", "aov"]) == hint)
    }
}
