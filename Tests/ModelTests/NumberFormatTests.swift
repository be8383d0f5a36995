import Testing

import struct Foundation.Decimal

@testable import Model

let chinese = NumberFormat(language: .zhHans, currency: Currency(code: "CNY", symbol: "¥", chineseName: "元"))
let english = NumberFormat(language: .en, currency: Currency(code: "USD", symbol: "$", chineseName: "美元"))

func exact(_ text: String) -> Number { .exact(Decimal(string: text) ?? .nan) }

/// One line of a table: a number, its unit, and how pages write it.
struct Sample: CustomTestStringConvertible, Sendable {
    var number: String
    var unit: Unit
    var text: String
    var testDescription: String { "\(number) \(unit.name) → \(text)" }

    init(_ number: String, _ unit: Unit, _ text: String) {
        self.number = number
        self.unit = unit
        self.text = text
    }
}

@Suite struct NumberFormatTests {
    static let chineseLines: [Sample] = [
        Sample("983000000", .money, "9.83 亿元"), Sample("1669", .money, "1,669 元"), Sample("89.9", .money, "89.9 元"),
        Sample("8.505", .money, "8.51 元"), Sample("99.994", .money, "99.99 元"), Sample("99.996", .money, "100 元"),
        Sample("9999.4", .money, "9,999 元"), Sample("9999.6", .money, "1 万元"), Sample("99996", .money, "10 万元"),
        Sample("99949", .money, "9.99 万元"), Sample("999600", .money, "100 万元"), Sample("5800000", .money, "580 万元"),
        Sample("16700", .money, "1.67 万元"), Sample("99994999", .money, "9,999 万元"), Sample("99995000", .money, "1 亿元"),
        Sample("12345678901234", .money, "12.35 万亿元"), Sample("123456789012", .money, "1,234.57 亿元"),
        Sample("0", .money, "0 元"), Sample("-1669", .money, "−1,669 元"), Sample("-0.001", .money, "−0.001 元"),
        Sample("142000", .count(noun: "单"), "14.2 万单"), Sample("16700", .count(noun: ""), "1.67 万"),
        Sample("1669", .count(noun: ""), "1,669"), Sample("1669.5", .count(noun: "单"), "1,670 单"),
        Sample("-0.4", .count(noun: ""), "0"), Sample("-99996", .count(noun: ""), "−10 万"),
        Sample("0.128", .percent, "12.8%"), Sample("0.12", .percent, "12.0%"), Sample("0", .percent, "0.0%"),
        Sample("0.0045", .percent, "0.45%"), Sample("0.00994", .percent, "0.99%"), Sample("0.009996", .percent, "1.0%"),
        Sample("0.996", .percent, "99.60%"), Sample("0.99", .percent, "99.0%"), Sample("0.99005", .percent, "99.01%"),
        Sample("0.99999", .percent, "100.0%"), Sample("1", .percent, "100.0%"), Sample("12.345", .percent, "1,234.5%"),
        Sample("-0.031", .percent, "−3.1%"), Sample("0.0000341", .percent, "0.0034%"),
        Sample("0.12850", .percent, "12.9%"),
        Sample("4.2", .times, "4.2 倍"), Sample("12.34", .times, "12.3 倍"), Sample("1.5", .seconds, "1.5 秒"),
        Sample("0.2", .seconds, "0.2 秒"), Sample("4.7", .minutes, "4.7 分钟"), Sample("26", .hours, "26 小时"),
        Sample("7", .days, "7 天"), Sample("156", .number, "156"), Sample("3.14159", .number, "3.14"),
        Sample("1234567.891", .number, "1,234,567.89"), Sample("0.00341", .number, "0.0034"),
    ]

    static let englishLines: [Sample] = [
        Sample("1469307", .money, "$1.47M"), Sample("2102", .count(noun: ""), "2,102"),
        Sample("2102", .count(noun: "baskets"), "2,102 baskets"), Sample("999999", .count(noun: ""), "999,999"),
        Sample("999999.5", .count(noun: ""), "1M"), Sample("14200000", .count(noun: ""), "14.2M"),
        Sample("2345678901", .count(noun: ""), "2.35B"), Sample("9.5", .money, "$9.50"),
        Sample("999.994", .money, "$999.99"),
        Sample("999.996", .money, "$1,000"), Sample("27480.6", .money, "$27,481"), Sample("999999.6", .money, "$1M"),
        Sample("9996000", .money, "$10M"), Sample("99960000", .money, "$100M"), Sample("999600000", .money, "$1B"),
        Sample("-1469307", .money, "−$1.47M"), Sample("0", .money, "$0.00"), Sample("0.0041", .money, "$0.0041"),
        Sample("0.128", .percent, "12.8%"), Sample("4.2", .times, "4.2×"), Sample("1.5", .seconds, "1.5 s"),
        Sample("4.7", .minutes, "4.7 min"), Sample("1", .days, "1 day"), Sample("7", .days, "7 days"),
        Sample("48", .hours, "48 h"), Sample("-12.5", .number, "−12.5"),
    ]

    @Test(arguments: chineseLines) func writesChinese(_ line: Sample) {
        #expect(chinese.text(exact(line.number), unit: line.unit) == line.text)
    }

    @Test(arguments: englishLines) func writesEnglish(_ line: Sample) {
        #expect(english.text(exact(line.number), unit: line.unit) == line.text)
    }

    @Test func aMissingValueIsADash() {
        #expect(chinese.text(nil, unit: .money) == "—")
        #expect(english.change(nil) == "—")
        #expect(english.points(nil) == "—")
    }

    @Test func decimalsOverruleTheUnit() {
        #expect(chinese.text(exact("983000000"), unit: .money, decimals: 3) == "9.830 亿元")
        #expect(english.text(exact("0.12345"), unit: .percent, decimals: 0) == "12%")
        #expect(english.text(exact("2.5"), unit: .number, decimals: 0) == "3")
    }

    @Test func anApproximateNumberIsRoundedByItsShortestNotation() {
        #expect(english.text(.approximate(0.285), unit: .number) == "0.29")
        #expect(english.text(.approximate(1.005), unit: .number) == "1.01")
        #expect(chinese.text(.approximate(0.1285), unit: .percent) == "12.9%")
    }

    @Test(arguments: [
        ("0.235", "+23.5%"), ("-0.031", "−3.1%"), ("0", "0.0%"), ("-0.000001", "0.0%"), ("0.0045", "+0.45%"),
        ("12.5", "+1,250.0%"), ("0.12345", "+12.3%"), ("-0.00995", "−1.0%"),
    ])
    func writesChanges(_ number: String, _ text: String) {
        #expect(chinese.change(exact(number)) == text)
    }

    @Test func writesPoints() {
        #expect(chinese.points(exact("0.032")) == "+3.2 个百分点")
        #expect(english.points(exact("-0.032")) == "−3.2 pp")
    }

    @Test func writesTargetsAndIntervals() {
        let yuan = Target(low: exact("900000000"))
        #expect(chinese.target(yuan, unit: .money, direction: .higher) == "≥ 9 亿元")
        #expect(chinese.target(Target(low: exact("2")), unit: .seconds, direction: .lower) == "≤ 2 秒")
        #expect(chinese.target(Target(low: exact("0.04")), unit: .percent, direction: .none) == "4%")
        #expect(
            chinese.target(Target(low: exact("0.2"), high: exact("0.3")), unit: .percent, direction: .higher)
                == "20%–30%")
        #expect(
            chinese.target(Target(low: exact("9e8"), high: exact("1e9")), unit: .money, direction: .none) == "9–10 亿元")
        #expect(
            english.target(Target(low: exact("1e6"), high: exact("2e6")), unit: .money, direction: .none) == "$1M–$2M")
        let interval = Interval(low: exact("0.86"), high: exact("0.8789"), count: Number(5000))
        #expect(english.interval(interval, unit: .percent) == "86.0%–87.9%")
    }

    @Test(arguments: [
        ("0.47991", "0.48009", Unit.percent, "47.99%–48.01%"), ("2.0689", "2.0693", .percent, "206.89%–206.93%"),
        ("0.5", "0.5", .percent, "50.0%–50.0%"), ("123456700", "123456800", .money, "1.234567–1.234568 亿元"),
        ("1.2345", "1.2346", .times, "1.2345–1.2346 倍"),
    ])
    func `the ends of an interval read as two numbers where they are two`(low: String, high: String, unit: Unit, words: String) {
        #expect(chinese.interval(Interval(low: exact(low), high: exact(high), count: Number(9)), unit: unit) == words)
    }

    @Test func writesDays() throws {
        let day = try #require(Day("2025-06-01"))
        #expect(chinese.day(day) == "6月1日")
        #expect(chinese.dayLong(day) == "2025年6月1日")
        #expect(english.day(day) == "Jun 1")
        #expect(english.dayLong(day) == "1 June 2025")
    }
}

@Suite struct ColumnFormatTests {
    @Test func aColumnHasOneScale() {
        let column = chinese.column(["983000000", "52000000", "410000000"].map(exact), unit: .money)
        #expect(column.unitLabel == "亿元")
        #expect(["983000000", "52000000"].map { column.text(exact($0)) } == ["9.83", "0.52"])
        #expect(column.text(nil) == "—")
    }

    @Test func aSmallNumberKeepsTheScaleDown() {
        let column = chinese.column(["983000000", "12000"].map(exact), unit: .money)
        #expect(column.unitLabel == "万元")
        #expect(column.text(exact("12000")) == "1.2")
        #expect(column.text(exact("983000000")) == "98,300.0")
    }

    @Test func countsStayWhole() {
        let column = english.column([exact("120"), exact("99000")], unit: .count(noun: "orders"))
        #expect(column.unitLabel == "orders")
        #expect(column.text(exact("-99000")) == "−99,000")
    }

    @Test func moneyInEnglish() {
        #expect(english.column([exact("12.5"), nil], unit: .money).text(exact("12.5")) == "12.50")
        let large = english.column([exact("1469307"), exact("200000")], unit: .money)
        #expect(large.unitLabel == "$M")
        #expect(large.text(exact("1469307")) == "1.47")
        // In millions the small one would be 0.02.
        #expect(english.column([exact("1469307"), exact("20000")], unit: .money).text(exact("20000")) == "20,000")
    }

    @Test func ratesHaveOneDecimalUnlessThatHidesThem() {
        #expect(english.column([exact("0.128"), exact("0.5")], unit: .percent).text(exact("0.5")) == "50.0")
        #expect(english.column([exact("0.128"), exact("0.996")], unit: .percent).text(exact("0.996")) == "99.60")
    }
}
