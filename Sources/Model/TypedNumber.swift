public import Foundation

/// A number as people type it in a claim or a target: `9.83 亿元`, `12.8%`, `1:5`, `$1.2M`, `+3.2 个百分点`.
public struct TypedNumber: Hashable, Sendable, Codable {
    /// What the words around the digits say it is; nil where they say nothing.
    public enum Measure: Hashable, Sendable, Codable {
        case percent, points, money, times, milliseconds, seconds, minutes, hours, days
        /// `1:5`, the second number.
        case ratio
        /// A noun that stands after the number: 单, 人, orders.
        case noun(String)
    }

    /// The digits times their scale, percent not yet divided: `12.8%` is 12.8, `9.83 亿` is 983000000.
    public var value: Decimal
    /// The exponent of ten of the last digit typed: -1 for `12.8%`, 6 for `9.83 亿`.
    public var lastDigit: Int
    public var measure: Measure?

    init(value: Decimal, lastDigit: Int, measure: Measure?) {
        self.value = value
        self.lastDigit = lastDigit
        self.measure = measure
    }

    /// nil where the text is not one number with its unit.
    public init?(_ text: String) {
        var rest = Substring(text).trimmed
        var sign: Decimal = 1
        if let first = rest.first, "+-−".contains(first) {
            if first != "+" { sign = -1 }
            rest = rest.dropFirst().trimmed
        }
        // 三成 is a number of tenths, as 30 % is not.
        let isTenths = rest.hasSuffix("成")
        if let digits = NumberWords.inDigits(rest) { rest = Substring(digits) }
        var found: Measure?
        if let symbol = ["HK$", "US$", "$", "£", "€", "¥", "￥"].first(where: rest.hasPrefix) {
            found = .money
            rest = rest.dropFirst(symbol.count).trimmed
        }
        if rest.hasPrefix("1:") || rest.hasPrefix("1：") {
            found = .ratio
            rest = rest.dropFirst(2).trimmed
        } else if rest.hasPrefix("1 : ") {
            found = .ratio
            rest = rest.dropFirst(4).trimmed
        }
        guard let digits = TypedNumber.takeDigits(from: &rest), let mantissa = Decimal(string: digits) else { return nil }
        rest = rest.trimmed
        let scale = TypedNumber.takeScale(from: &rest)
        let decimals = digits.split(separator: ".").count > 1 ? digits.split(separator: ".")[1].count : 0
        value = sign * mantissa * TypedNumber.power(scale)
        lastDigit = scale - decimals
        rest = rest.trimmed
        if !rest.isEmpty {
            let worded = TypedNumber.measure(of: String(rest))
            guard found == nil || found == worded || (found == .money && worded == .money) else { return nil }
            // ASCII digits only: to Unicode 百 is a number, too, and 个百分点 a unit.
            guard !rest.contains(where: { $0.isASCII && $0.isNumber }) else { return nil }
            found = worded
        }
        if isTenths, found == .percent { lastDigit = 1 }
        measure = found
    }

    private static func takeDigits(from rest: inout Substring) -> String? {
        let taken = rest.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
        let digits = taken.filter { $0 != "," }
        guard !digits.isEmpty, digits.filter({ $0 == "." }).count <= 1, digits.first != ".", digits.last != "." else {
            return nil
        }
        rest = rest.dropFirst(taken.count)
        return String(digits)
    }

    private static let scales: [(word: String, exponent: Int)] = [
        ("万亿", 12), ("亿", 8), ("千万", 7), ("百万", 6), ("万", 4), ("千", 3),
        ("billion", 9), ("million", 6), ("thousand", 3),
    ]

    private static func takeScale(from rest: inout Substring) -> Int {
        if let scale = scales.first(where: { rest.hasPrefix($0.word) }) {
            rest = rest.dropFirst(scale.word.count)
            return scale.exponent
        }
        let letters: [Character: Int] = ["K": 3, "k": 3, "w": 4, "W": 4, "M": 6, "B": 9]
        if let first = rest.first, let exponent = letters[first], !(rest.dropFirst().first?.isLetter ?? false) {
            rest = rest.dropFirst()
            return exponent
        }
        return 0
    }

    private static let words: [String: Measure] = [
        "%": .percent, "％": .percent, "percent": .percent, "个百分点": .points, "百分点": .points, "pp": .points,
        "points": .points, "percentage points": .points, "元": .money, "人民币": .money, "美元": .money,
        "dollars": .money, "倍": .times, "x": .times, "×": .times, "times": .times,
        "毫秒": .milliseconds, "ms": .milliseconds, "milliseconds": .milliseconds, "块": .money, "块钱": .money, "秒": .seconds, "s": .seconds, "sec": .seconds, "seconds": .seconds, "分钟": .minutes, "min": .minutes,
        "minutes": .minutes, "小时": .hours, "h": .hours, "hours": .hours, "天": .days, "days": .days,
    ]

    private static func measure(of word: String) -> Measure { words[word] ?? .noun(word) }

    private static func power(_ exponent: Int) -> Decimal {
        Decimal(sign: .plus, exponent: exponent, significand: 1)
    }
}

extension TypedNumber {
    /// How many seconds one of the measure is; nil for what is no time.
    public var seconds: Decimal? {
        switch measure {
        case .milliseconds: Decimal(sign: .plus, exponent: -3, significand: 1)
        case .seconds: 1
        case .minutes: 60
        case .hours: 3600
        case .days: 86400
        default: nil
        }
    }

    /// The number in the unit that metrics are stored in: percent and points as fractions.
    public var stored: Decimal {
        switch measure {
        case .percent, .points: value / 100
        default: value
        }
    }
}

extension Substring {
    fileprivate var trimmed: Substring {
        var text = self
        while let first = text.first, first.isWhitespace { text = text.dropFirst() }
        while let last = text.last, last.isWhitespace { text = text.dropLast() }
        return text
    }
}
