import Model

/// Finds the numbers that a sentence states: those with a unit, a percentage, a currency or thousands marked.
///
/// Dates, times of day, ordinals, names (`Mate60`, `618`, `5G`, `Top 10`), list numbers, spans that only define something (`30 天内`,
/// `30-day retention`, `first 3 hours`) and conventions (`95% 置信区间`) are none.
struct NumberScanner {
    struct Found: Equatable {
        var range: Range<Int>
        var text: String
    }

    private let characters: [Character]

    /// - Parameter text: one line, in which references, quotations, code and addresses have been blanked out.
    init(_ text: String) { characters = Array(text) }

    func numbers() -> [Found] {
        var found: [Found] = []
        var index = 0
        while index < characters.count {
            guard characters[index].isASCIIDigit else { index += 1; continue }
            let number = number(at: index)
            if let range = number.stated { found.append(Found(range: range, text: String(characters[range]))) }
            index = number.end
        }
        return found
    }

    /// Where the digits at an index end, and the range of the number with its unit where it states something.
    private func number(at start: Int) -> (stated: Range<Int>?, end: Int) {
        var end = digits(from: start)
        var first = start
        let ratio = ratioEnd(from: start, digits: end)
        if let ratio { end = ratio }
        // A few characters of each side are enough, and cheaper to search.
        let before = String(characters[max(0, first - 20)..<first])
        // A letter right before makes it a name: Mate60, P40, A1.
        if let last = before.last, last.isASCIILetter || last == "_" || last == "#" || last == "." && before.dropLast().last?.isASCIIDigit == true { return (nil, end) }
        if before.contains(Self.ordinalBefore) || isPartOfDate(first, end) { return (nil, skipDate(from: end)) }
        let symbol = Self.currencies.first { before.hasSuffix($0) }
        if let symbol { first -= symbol.count }
        let after = String(characters[end..<min(characters.count, end + 40)])
        if let match = after.prefixMatch(of: Self.dateBehind) { return (nil, end + after[match.range].count) }
        let unit = after.prefixMatch(of: Self.unit).map { String(after[$0.range]) }
        if unit == nil, let letter = after.first, letter.isASCIILetter { return (nil, end) }
        let whole = end + (unit?.count ?? 0)
        let rest = String(characters[whole..<min(characters.count, whole + 24)])
        let hasThousands = characters[start..<end].contains(",")
        guard symbol != nil || unit != nil || hasThousands || ratio != nil else { return (nil, end) }
        if let unit, isDefinition(unit, before: before, after: rest) { return (nil, whole) }
        if let sign = characters[..<first].last, "+-−~≈约".contains(sign), sign != "约", !before.dropLast().hasSuffix("-") {
            let earlier = characters[..<(first - 1)].last
            if earlier.map({ !$0.isASCIIDigit && !$0.isASCIILetter }) ?? true { first -= 1 }
        }
        return (first..<(whole + (rest.hasPrefix("+") ? 1 : 0)), whole)
    }

    /// The end of digits, thousands and decimals.
    private func digits(from start: Int) -> Int {
        var end = start
        while end < characters.count {
            let isInside = (characters[end] == "." || characters[end] == ",") && end + 1 < characters.count && characters[end + 1].isASCIIDigit
            guard characters[end].isASCIIDigit || isInside else { break }
            end += 1
        }
        return end
    }

    /// `1:6.8`; `1:1` is a manner of speaking, and `20:00` a time.
    private func ratioEnd(from start: Int, digits end: Int) -> Int? {
        guard characters[start..<end] == ["1"] else { return nil }
        var index = end
        while index < characters.count, characters[index] == " " { index += 1 }
        guard index < characters.count, characters[index] == ":" || characters[index] == "：" else { return nil }
        index += 1
        while index < characters.count, characters[index] == " " { index += 1 }
        guard index < characters.count, characters[index].isASCIIDigit else { return nil }
        let last = digits(from: index)
        return characters[index..<last] == ["1"] || last - index == 2 && !characters[index..<last].contains(".") ? nil : last
    }

    /// 2025-06-18, 6/18, 20:00, 6.18–6.20: digits on both sides of a mark.
    private func isPartOfDate(_ start: Int, _ end: Int) -> Bool {
        let before = String(characters[max(0, start - 12)..<start]), after = String(characters[end..<min(characters.count, end + 12)])
        if after.prefixMatch(of: /[-\/:：]\d{1,2}(?![\d.]*\s*[%％万亿])/) != nil, after.prefixMatch(of: /[:：]\d{1,2}\b|[-\/]\d{1,2}([-\/]\d|\b)/) != nil { return true }
        return before.contains(/\d[-\/:：]$/) && before.contains(/\d{1,4}([-\/:：]\d{1,2})*[-\/:：]$/) && after.prefixMatch(of: /\s*[%％万亿]/) == nil
    }

    private func skipDate(from index: Int) -> Int {
        var end = index
        while end < characters.count, characters[end].isASCIIDigit || "-/:：.".contains(characters[end]) { end += 1 }
        return end
    }

    /// A number that names something rather than states it.
    private func isDefinition(_ unit: String, before: String, after: String) -> Bool {
        let isSpan = unit.contains(Self.span)
        if isSpan, after.prefixMatch(of: Self.spanBehind) != nil || before.contains(Self.spanBefore) || unit.contains("-") { return true }
        if unit.contains(/[%％]|percent/), after.prefixMatch(of: Self.convention) != nil || before.contains(Self.rankBefore) { return true }
        return false
    }

    nonisolated(unsafe) private static let ordinalBefore = /(第\s*|[Tt]op[\s-]?|TOP\s?|No\.\s?|[Vv]ersion\s|版本\s?|§\s?|(?i:chapter|section|figure|table|phase|day|week|step|q)\s|图\s?|表\s?|双\s?)$/
    nonisolated(unsafe) private static let dateBehind = /\s*(年|月(?!活)|日(?!均|活|内|后|前|留存|复购)|号|点(?!击)|时(?!段|长|间)|世纪|st\b|nd\b|rd\b|th\b|\s(January|February|March|April|May|June|July|August|September|October|November|December)\b|\s?(am|pm)\b)/
    nonisolated(unsafe) private static let unit =
        /\s*(?:[余多]\s*)?(?:(?:万亿|亿|千万|百万|万|千(?![万克米])|(?:K|k|M|B)(?![A-Za-z0-9])|(?:\s?(?:thousand|million|billion)\b))\s*(?:[余多]\s*)?)?(?:个?百分点|%|％|倍|元|美元|人民币|人次|人(?![工均])|单|次|件|名|位|家|台|条|篇|笔|场|支|款|户|份|张|套|块|秒|分钟|分(?=\s?\d+\s?秒|。|，|；|）)|小时|天|个月|毫秒|pp\b|percent(?:age points?)?\b|points?\b|x\b|×|times\b|dollars?\b|yuan\b|ms\b|s\b|sec(?:onds?)?\b|min(?:utes?)?\b|h(?:ours?)?\b|-(?:second|minute|hour|day|week|month|year)s?\b|days?\b|weeks?\b|months?\b|orders?\b|users?\b|customers?\b|buyers?\b|shoppers?\b|visitors?\b|visits?\b|sessions?\b|clicks?\b|impressions?\b|views?\b|plays?\b|people\b|households?\b|baskets?\b|units?\b|items?\b|coupons?\b|redemptions?\b|messages?\b|tickets?\b|complaints?\b|answers?\b|products?\b|stores?\b|followers?\b|campaigns?\b|mailings?\b)|\s*(?:万亿|亿|千万|百万|万)(?!一|能)|\s?(?:thousand|million|billion)\b|(?:K|M|B)(?![A-Za-z0-9])/
    nonisolated(unsafe) private static let span = /天|小时|分钟|秒|个月|days?|hours?|minutes?|seconds?|weeks?|months?|year|[^a-z](?:s|h|min|ms)\b/
    nonisolated(unsafe) private static let spanBehind = /\s*(内|之内|以内|后|之后|前|以前|留存|复购|无理由|滚动|窗口|期|客服|轮班|制|倒计时|retention|window|after|before|later|earlier|ago|running|moving|rolling|average)/
    nonisolated(unsafe) private static let spanBefore = /(前|首|近|过去|最近|每|满|未来|随后|之后|此后|头|至|(?i:first|last|past|within|every|each|next|per|after|previous|following|of|for|over|in|the)\s)\s*$/
    nonisolated(unsafe) private static let convention = /\s*(的?置信|的?区间|的?把握|的?显著|(?:of\s)?(?:confidence|significance|interval|credible|CI\b))/
    nonisolated(unsafe) private static let rankBefore = /(前|后|(?i:top|bottom|first|last|upper|lower)\s)\s*$/

    private static let currencies = ["US$", "HK$", "$", "£", "€", "¥", "￥"]
}

extension Character {
    fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
    fileprivate var isASCIILetter: Bool { isASCII && isLetter }
}
