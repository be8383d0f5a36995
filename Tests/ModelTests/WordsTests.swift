import Testing

import struct Foundation.Decimal

@testable import Model

@Suite struct WordsTests {
    private let place = Place(file: "metrics.yaml", line: 1)

    private func campaign(_ metrics: Metric...) -> Campaign {
        var campaign = Campaign(
            id: "c", folder: "content/c", title: "C", language: .en,
            currency: Currency(code: "USD", symbol: "$", chineseName: "美元"), timeZone: "UTC",
            period: Period(id: "campaign", name: "C", start: Day(number: 0), end: Day(number: 1)),
            engine: Located("duckdb", at: place))
        for metric in metrics { campaign.metrics[metric.id] = metric }
        return campaign
    }

    private func metric(_ id: String, _ name: String, _ kind: Metric.Kind) -> Metric {
        Metric(id: id, name: name, kind: kind, unit: .number, place: place)
    }

    @Test func aFormulaKeepsItsParentheses() {
        func named(_ id: String) -> Formula { .metric(Located(id, at: place)) }
        let formula = Formula.divide(
            .subtract(named("a"), .subtract(named("b"), .number(Number(1)))), .multiply(named("c"), named("a")))
        let ratio = metric("r", "R", .formula(formula))
        let all = campaign(metric("a", "Alpha", .formula(.number(Number(1)))), ratio)
        #expect(Words.of(.en).definition(of: ratio, in: all) == "(Alpha − (b − 1)) ÷ (c × Alpha)")
    }

    @Test func aMeasureSaysWhatItCounts() {
        let measure = Measure(
            function: .countDistinct, argument: Expression(sql: "user_id", columns: [], place: place),
            table: Located("orders", at: place), filter: Expression(sql: "paid", columns: [], place: place))
        let users = metric("users", "Users", .measure(measure))
        #expect(
            Words.of(.en).definition(of: users, in: campaign(users))
                == "Number of different user_id in orders, where paid")
        #expect(Words.of(.zhHans).definition(of: users, in: campaign(users)) == "表 orders 中不同 user_id 的个数，仅计 paid")
    }

    @Test func noWordIsEmpty() {
        for language in Language.allCases {
            let words = Array(Mirror(reflecting: Words.of(language)).children) + Array(Mirror(reflecting: VersionWords.of(language)).children)
            for child in words {
                if let text = child.value as? String { #expect(!text.isEmpty, "\(child.label ?? "")") }
            }
            #expect(Words.of(language).weekdays.count == 7)
        }
    }

    @Test func noWordOfVersionsWasLeftInEnglish() {
        let english = Mirror(reflecting: VersionWords.of(.en)).children.compactMap { $0.value as? String }
        let chinese = Mirror(reflecting: VersionWords.of(.zhHans)).children.compactMap { $0.value as? String }
        #expect(english.count == chinese.count && english.count >= 30)
        for (word, other) in zip(english, chinese) { #expect(word != other && !other.contains { $0.isASCII && $0.isLetter }) }
        #expect(VersionWords.of(.en).summary(1, 0, 2) == "1 number moved, 2 with another verdict" && VersionWords.of(.en).summary(0, 0, 0) == "No number moved")
        #expect(VersionWords.of(.zhHans).summary(2, 1, 0) == "2 个数字变动，1 个口径变化" && VersionWords.of(.zhHans).since("v1") == "与 v1 相比")
    }
}
