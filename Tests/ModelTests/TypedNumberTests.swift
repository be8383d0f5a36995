import Testing

import struct Foundation.Decimal

@testable import Model

@Suite struct TypedNumberTests {
    struct Typed: CustomTestStringConvertible, Sendable {
        var text: String
        var value: String
        var lastDigit: Int
        var measure: TypedNumber.Measure?
        var testDescription: String { text }
    }

    static let typed: [Typed] = [
        Typed(text: "9.83 亿元", value: "983000000", lastDigit: 6, measure: .money),
        Typed(text: "9.83亿", value: "983000000", lastDigit: 6, measure: nil),
        Typed(text: "1,669 元", value: "1669", lastDigit: 0, measure: .money),
        Typed(text: "12.8%", value: "12.8", lastDigit: -1, measure: .percent),
        Typed(text: "+3.2 个百分点", value: "3.2", lastDigit: -1, measure: .points),
        Typed(text: "−3.2 pp", value: "-3.2", lastDigit: -1, measure: .points),
        Typed(text: "1:5", value: "5", lastDigit: 0, measure: .ratio),
        Typed(text: "1 : 6.8", value: "6.8", lastDigit: -1, measure: .ratio),
        Typed(text: "4.2 倍", value: "4.2", lastDigit: -1, measure: .times),
        Typed(text: "4.2×", value: "4.2", lastDigit: -1, measure: .times),
        Typed(text: "14.2 万单", value: "142000", lastDigit: 3, measure: .noun("单")),
        Typed(text: "$1.2M", value: "1200000", lastDigit: 5, measure: .money),
        Typed(text: "-$1.2M", value: "-1200000", lastDigit: 5, measure: .money),
        Typed(text: "2.35 billion", value: "2350000000", lastDigit: 7, measure: nil),
        Typed(text: "48 小时", value: "48", lastDigit: 0, measure: .hours),
        Typed(text: "4.7 min", value: "4.7", lastDigit: -1, measure: .minutes),
        Typed(text: "5 千万次", value: "50000000", lastDigit: 7, measure: .noun("次")),
    ]

    @Test(arguments: typed) func readsWhatPeopleType(_ typed: Typed) throws {
        let number = try #require(TypedNumber(typed.text))
        #expect(number.value == Decimal(string: typed.value))
        #expect(number.lastDigit == typed.lastDigit)
        #expect(number.measure == typed.measure)
    }

    @Test(arguments: ["", "元", "about 5", "1.2.3", "1.", ".5", "$5 元 7", "5 to 6"])
    func refusesWhatIsNotOneNumber(_ text: String) {
        #expect(TypedNumber(text) == nil)
    }

    @Test func percentAndPointsAreStoredAsFractions() throws {
        #expect(try #require(TypedNumber("12.8%")).stored == Decimal(string: "0.128"))
        #expect(try #require(TypedNumber("3.2 pp")).stored == Decimal(string: "0.032"))
        #expect(try #require(TypedNumber("4.2 倍")).stored == Decimal(string: "4.2"))
    }
}
