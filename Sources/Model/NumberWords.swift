public import Foundation

/// Numbers written out in words: 五十三, 一万六千, two million, fifty-three.
public struct NumberWords: Hashable, Sendable {
    public var value: Decimal
    /// The exponent of ten of the smallest part that is said: 2 for 一千二百; 0 below a hundred.
    public var lastDigit: Int
    /// How many characters it takes.
    public var length: Int

    /// The number that a text begins with; nil for none.
    public init?(_ text: some Collection<Character>) {
        guard let first = text.first else { return nil }
        if first.isASCII { self.init(english: text.prefix(80)) } else { self.init(chinese: text) }
    }

    private init(_ value: Int, lowest: Int, length: Int) {
        self.value = Decimal(value)
        lastDigit = value < 100 ? 0 : lowest
        self.length = length
    }

    // MARK: Chinese

    private static let digits: [Character: Int] = ["零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9]
    private static let places: [Character: Int] = ["十": 1, "百": 2, "千": 3]
    private static let myriads: [Character: Int] = ["万": 4, "亿": 8]

    /// 十 may begin one; 百, 千, 万 alone begin other words: 百分百, 千万别, 万一.
    private init?(chinese text: some Collection<Character>) {
        guard let first = text.first, first == "十" || NumberWords.digits[first].map({ $0 > 0 }) == true else { return nil }
        var total = 0, section = 0, digit: Int?, lowest = 0, length = 0
        scan: for character in text {
            if let value = NumberWords.digits[character] {
                // 一二 is two numbers, 二〇二五 a year.
                guard digit == nil || digit == 0 else { return nil }
                (digit, lowest) = (value, 0)
            } else if let place = NumberWords.places[character] {
                section += (digit ?? (section == 0 ? 1 : 0)) * Self.power(place)
                (digit, lowest) = (nil, place)
            } else if let myriad = NumberWords.myriads[character] {
                guard section + (digit ?? 0) > 0 || total > 0 else { break scan }
                total = (total + section + (digit ?? 0)) * Self.power(myriad)
                (section, digit, lowest) = (0, nil, myriad)
            } else {
                break scan
            }
            length += 1
            guard length <= 16 else { return nil }
        }
        // 一万六 is 16,000.
        let tail = digit.map { $0 * (lowest == 0 && section == 0 && total >= 10_000 ? Self.power(Self.zeros(total) - 1) : 1) } ?? 0
        self.init(total + section + tail, lowest: lowest, length: length)
    }

    private static func power(_ exponent: Int) -> Int { (0..<exponent).reduce(1) { product, _ in product * 10 } }
    private static func zeros(_ number: Int) -> Int { number >= 100_000_000 && number % 100_000_000 == 0 ? 8 : 4 }

    // MARK: English

    private static let small: [String: Int] = [
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
        "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30,
        "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    ]
    private static let large: [String: Int] = ["thousand": 3, "million": 6, "billion": 9]

    private init?(english text: some Collection<Character>) {
        var total = 0, section = 0, lowest = 0, length = 0, end = 0
        let characters = Array(text)
        words: while true {
            let word = String(characters[end...].prefix { $0.isASCII && $0.isLetter }).lowercased()
            if let value = Self.small[word] {
                // Twenty three is one number, three four are two.
                guard section % 100 == 0 || section % 10 == 0 && value < 10 && section % 100 >= 20 else { break }
                (section, lowest) = (section + value, 0)
            } else if word == "hundred", section > 0 {
                (section, lowest) = (section * 100, 2)
            } else if let exponent = Self.large[word], section > 0 {
                (total, section, lowest) = (total + section * Self.power(exponent), 0, exponent)
            } else if word == "and", section >= 100 || total > 0, end + 4 < characters.count, Self.small[String(characters[(end + 4)...].prefix { $0.isLetter })] != nil {
                end += 4
                continue
            } else {
                break words
            }
            end += word.count
            length = end
            guard end < characters.count, characters[end] == " " || characters[end] == "-" else { break }
            end += 1
        }
        guard length > 0 else { return nil }
        self.init(total + section, lowest: lowest, length: length)
    }
}

extension NumberWords {
    /// The text in digits where it begins with a number in words: `53分钟`, `37%` for 百分之三十七, `30%` for 三成; nil otherwise.
    static func inDigits(_ text: Substring) -> String? {
        if text.hasPrefix("百分之") {
            let rest = text.dropFirst(3)
            let end = rest.lastIndex { $0.isNumber || "点".contains($0) }.map { rest.index(after: $0) } ?? rest.startIndex
            guard let words = NumberWords(rest), words.length == rest.distance(from: rest.startIndex, to: end) else {
                return rest.first.map { $0.isASCII && $0.isNumber } == true ? "\(rest)%" : nil
            }
            return "\(words.value)%"
        }
        if text.hasSuffix("成"), let tenths = text.first?.wholeNumberValue, text.count == 2, (1...9).contains(tenths) { return "\(tenths * 10)%" }
        guard let words = NumberWords(text) else { return nil }
        let rest = text.dropFirst(words.length)
        // 五分之四 is a share that no digits say.
        guard !rest.hasPrefix("分之") else { return nil }
        // As precise as the words are: 两万 is 2 万, not 20,000.
        for (name, exponent) in [("亿", 8), ("万", 4)] where words.lastDigit >= exponent {
            return "\(words.value * Decimal(sign: .plus, exponent: -exponent, significand: 1))\(name)\(rest)"
        }
        return "\(words.value)\(rest)"
    }
}
