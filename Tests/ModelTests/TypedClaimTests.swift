import Testing

import struct Foundation.Decimal

import Model

/// Claims as people type them, each with values that bear it out and values that don't.
struct TypedClaimTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var text: String, holds: [String], fails: [String]
        var testDescription: String { text }

        init(_ text: String, holds: [String], fails: [String]) { (self.text, self.holds, self.fails) = (text, holds, fails) }
    }

    @Test(arguments: [
        Case("9.83 亿元", holds: ["983000000", "983499999"], fails: ["983500000", "982499999"]),
        Case("2.37亿", holds: ["236600000"], fails: ["235000000"]),
        Case("1,669 元", holds: ["1669.2"], fails: ["1670"]),
        Case("12.8%", holds: ["12.84"], fails: ["12.86"]),
        Case("3.2 个百分点", holds: ["3.24"], fails: ["3.3"]),
        Case("1:6.8", holds: ["6.8"], fails: ["6.9"]),
        Case("2 分 15 秒", holds: ["135.4"], fails: ["136"]),
        Case("1 小时 5 分", holds: ["65"], fails: ["66"]),
        Case("4.2 倍", holds: ["4.2"], fails: ["4.3"]),
        Case("120 万+", holds: ["1200000", "1250000"], fails: ["1199999"]),
        Case("120 余万人", holds: ["1200000", "1250000"], fails: ["1199999"]),
        Case("约 5000 万", holds: ["49500000", "50499999"], fails: ["49400000", "50500000"]),
        Case("不低于 92%", holds: ["92", "93"], fails: ["91.99"]),
        Case("$1.2M", holds: ["1249999"], fails: ["1250000"]),
        Case("4.7 min", holds: ["4.7"], fails: ["4.8"]),
        Case("over $5M", holds: ["5000001"], fails: ["5000000"]),
        Case("about 130K", holds: ["130400", "125000", "134999"], fails: ["135000", "124999"]),
        Case("超 5000 万", holds: ["50000001"], fails: ["50000000"]),
        Case("破10亿", holds: ["1000000000"], fails: ["999999999"]),
        Case("近 5000 万", holds: ["49990000", "50000000"], fails: ["50000001", "44000000"]),
        Case("不足 3%", holds: ["2.9"], fails: ["3"]),
        Case("up by 12%", holds: ["12.2"], fails: ["-12.2"]),
        Case("下降 8%", holds: ["-8.1"], fails: ["8.1"]),
        Case("降至 28%", holds: ["28.3"], fails: ["29"]),
        Case("提升超过 5%", holds: ["5.1"], fails: ["5"]),
    ])
    func `words mean what they say`(item: Case) throws {
        let claim = try #require(TypedClaim(item.text))
        for value in item.holds { #expect(claim.holds(for: try #require(Decimal(string: value))), "\(value)") }
        for value in item.fails { #expect(!claim.holds(for: try #require(Decimal(string: value))), "\(value)") }
    }

    @Test(arguments: ["", "约", "about", "5 to 6", "many", "超过很多"])
    func `what is no number is refused`(text: String) { #expect(TypedClaim(text) == nil) }
}
