import Foundation
import Model

/// Finds the numbers that a sentence states: those with a unit, a percentage, a currency or thousands marked, in digits or in words.
///
/// Dates, times of day, ordinals, names (`Mate60`, `618`, `5G`, `Top 10`), list numbers, spans that only define something (`30 天内`,
/// `30-day retention`, `first 3 hours`), offers (`20% off`) and conventions (`95% 置信区间`) are none. Nor are small counts in words, which are
/// manners of speaking: 三个入口, one of them.
struct NumberScanner {
    struct Found: Equatable {
        var range: Range<Int>
        var text: String
    }

    private let characters: [Character]

    /// - Parameter text: one line, in which references, quotations, code and addresses have been blanked out.
    init(_ text: String) { characters = NumberStarts.mayStand(in: text) ? Array(text) : [] }

    func numbers() -> [Found] {
        var found: [Found] = []
        var index = 0
        while index < characters.count {
            guard let number = number(at: index) else { index += 1; continue }
            if let range = number.stated { found.append(Found(range: range, text: String(characters[range]))) }
            index = max(index + 1, number.end)
        }
        return found
    }

    /// Where a number at an index ends, and its range with its unit where it states something; nil where none begins.
    private func number(at start: Int) -> (stated: Range<Int>?, end: Int)? {
        characters[start].isASCIIDigit ? digits(at: start) : words(at: start)
    }

    // A few characters of each side are enough, and cheaper to search.
    private func before(_ index: Int) -> String { String(characters[max(0, index - 28)..<index]) }
    private func after(_ index: Int, _ count: Int = 40) -> String { String(characters[index..<min(characters.count, index + count)]) }

    // MARK: Digits

    private func digits(at start: Int) -> (stated: Range<Int>?, end: Int) {
        var end = endOfDigits(from: start)
        var first = start
        let ratio = ratioEnd(from: start, digits: end)
        if let ratio { end = ratio }
        var before = before(first)
        // A letter right before makes it a name: Mate60, P40, A1; that of a currency doesn't.
        let symbol = NumberContext.currencies.first { before.hasSuffix($0) }
        if let symbol {
            first -= symbol.count
            before = self.before(first)
        } else if let last = before.last, last.isASCIILetter || last == "_" || last == "#" || last == "." && before.dropLast().last?.isASCIIDigit == true {
            return (nil, end)
        }
        if NumberContext.isOrdinal(before) || symbol == nil && isPartOfDate(first, end) { return (nil, endOfDate(from: end)) }
        let after = after(end)
        if let match = after.prefixMatch(of: NumberContext.dateBehind) { return (nil, end + after[match.range].count) }
        let unit = unit(behind: end, isYear: isYear(start..<end), isName: isName(start, before))
        if unit == nil, symbol == nil, let letter = after.first, letter.isASCIILetter { return (nil, end) }
        let whole = end + (unit?.count ?? 0)
        guard symbol != nil || unit != nil || ratio != nil || characters[start..<end].contains(",") else { return (nil, end) }
        let rest = self.after(whole, 30)
        if NumberContext.isDefinition(unit ?? "", isMoney: symbol != nil, before: before, after: rest) { return (nil, whole) }
        return (signed(first)..<(whole + (rest.hasPrefix("+") ? 1 : 0)), whole)
    }

    /// The unit as it stands, with the blanks before it.
    private func unit(behind end: Int, isYear: Bool, isName: Bool) -> String? {
        let after = after(end)
        if let match = after.prefixMatch(of: NumberContext.unit) { return isYear && after[match.range].count == 1 ? nil : String(after[match.range]) }
        guard !isYear, !isName, let match = after.prefixMatch(of: NumberContext.plural), !NumberContext.noPlurals.contains(String(match.output.2)) else { return nil }
        guard let adjective = match.output.1 else { return String(after[match.range]) }
        return NumberContext.noAdjectives.contains(adjective.trimmingCharacters(in: .whitespaces)) ? nil : ""
    }

    private func isYear(_ range: Range<Int>) -> Bool { range.count == 4 && (characters[range].starts(with: "19") || characters[range].starts(with: "20")) && !characters[range].contains(".") }

    /// `Windows 11`, `iPhone 15`: a capital letter inside a sentence makes a small number part of a name.
    private func isName(_ start: Int, _ before: String) -> Bool {
        guard let word = before.split(separator: " ").last, before.hasSuffix(" "), word.contains(where: \.isUppercase), word.allSatisfy(\.isLetter) else { return false }
        // The first word of a sentence has a capital anyway.
        return start - word.count - 1 > 0 || word.dropFirst().contains(where: \.isUppercase) || NumberContext.products.contains(String(word))
    }

    private func signed(_ first: Int) -> Int {
        guard let sign = characters[..<first].last, "+-−~≈".contains(sign) else { return first }
        let earlier = characters[..<(first - 1)].last
        return earlier.map { !$0.isASCIIDigit && !$0.isASCIILetter && $0 != "-" } ?? true ? first - 1 : first
    }

    /// The end of digits, thousands and decimals.
    private func endOfDigits(from start: Int) -> Int {
        var end = start
        while end < characters.count {
            let isInside = (characters[end] == "." || characters[end] == ",") && end + 1 < characters.count && characters[end + 1].isASCIIDigit
            guard characters[end].isASCIIDigit || isInside else { break }
            end += 1
        }
        return end
    }

    /// `1:6.8`, `4.2:1`; `1:1` is a manner of speaking, and `20:00` a time.
    private func ratioEnd(from start: Int, digits end: Int) -> Int? {
        let first = String(characters[start..<end])
        guard end < characters.count, characters[end].isWhitespace || ":：".contains(characters[end]), let match = after(end).prefixMatch(of: NumberContext.ratioBehind) else { return nil }
        let second = String(match.output.1), length = match.output.0.count
        guard first != second, first == "1" || second == "1" else { return nil }
        return first == "1" && second.count == 2 && !second.contains(".") ? nil : end + length
    }

    /// 2025-06-18, 6/18, 20:00, 6.18–6.20: digits on both sides of a mark.
    private func isPartOfDate(_ start: Int, _ end: Int) -> Bool {
        let hasMarkBehind = end < characters.count && NumberContext.isDateMark(characters[end]), hasMarkBefore = start > 1 && NumberContext.isDateMark(characters[start - 1])
        guard hasMarkBehind || hasMarkBefore else { return false }
        let after = String(characters[end..<min(characters.count, end + 12)])
        if hasMarkBehind, after.prefixMatch(of: NumberContext.partOfDateBehind) != nil, after.prefixMatch(of: NumberContext.endOfDateBehind) != nil { return true }
        return hasMarkBefore && characters[start - 2].isASCIIDigit && after.prefixMatch(of: NumberContext.shareBehind) == nil
    }

    private func endOfDate(from index: Int) -> Int {
        var end = index
        while end < characters.count, characters[end].isASCIIDigit || "-/:：.".contains(characters[end]) { end += 1 }
        return end
    }

    // MARK: Words

    /// A number in words: 五十三分钟, 三成, 百分之三十七, 三分之一, two million, three quarters of, one in five customers.
    private func words(at start: Int) -> (stated: Range<Int>?, end: Int)? {
        let text = characters[start...]
        // A pattern costs more than all the rest.
        guard NumberStarts.isFirst(of: text) else { return nil }
        // Inside a Latin word nothing begins.
        if characters[start].isASCII, start > 0, characters[start - 1].isLetter || characters[start - 1] == "-" { return nil }
        if let length = share(at: start) { return (start..<(start + length), start + length) }
        guard let words = NumberWords(text) else { return nil }
        let end = start + words.length
        let before = before(start)
        if NumberContext.isOrdinal(before) || before.contains(NumberContext.ordinalWordBefore) { return (nil, end) }
        let after = after(end)
        if let match = after.prefixMatch(of: NumberContext.dateBehind) { return (nil, end + after[match.range].count) }
        if let next = after.first, characters[start].isASCII, next.isLetter { return nil }
        guard let unit = unit(behind: end, isYear: false, isName: false) else {
            // 八亿多 needs no unit to say how much.
            guard words.lastDigit >= 4, !characters[start].isASCII else { return (nil, end) }
            let more = after.prefix { $0 == "多" || $0 == "余" }.count
            return (start..<(end + more), end + more)
        }
        let whole = end + unit.count
        let isLarge = words.value > 10 || unit.contains(NumberContext.shareUnit)
        guard isLarge, !NumberContext.isDefinition(unit, isMoney: false, before: before, after: self.after(whole, 30)) else { return (nil, whole) }
        return (start..<whole, whole)
    }

    /// How long a share in words is: 九成, 三分之一, 百分之 37, two thirds of, one in eight shoppers; nil where none begins.
    private func share(at start: Int) -> Int? {
        let after = after(start, 48)
        guard let match = characters[start].isASCII ? after.prefixMatch(of: NumberContext.englishShare)?.range : after.prefixMatch(of: NumberContext.chineseShare)?.range else { return nil }
        return before(start).contains(NumberContext.quantileBefore) ? nil : after[match].count
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
    fileprivate var isASCIILetter: Bool { isASCII && isLetter }
}
