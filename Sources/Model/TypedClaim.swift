public import Foundation

/// A claim as people type it: a number with what the words around it say: `约 5000 万`, `120 万+`, `不低于 92%`, `over $1.2M`, `降至 28%`.
public struct TypedClaim: Hashable, Sendable, Codable {
    /// How the computed value stands to the number typed.
    public enum Comparison: String, Hashable, Sendable, Codable { case equal, about, moreThan, atLeast, lessThan, atMost, nearly }

    /// What the words say that the value did.
    public enum Movement: Hashable, Sendable, Codable {
        /// It changed by the number typed.
        case upBy, downBy
        /// It changed until it was the number typed.
        case upTo, downTo
    }

    public var number: TypedNumber
    public var comparison = Comparison.equal
    public var movement: Movement?

    /// nil where the text is not one number with its unit and such words.
    public init?(_ text: String) {
        var rest = text
        var comparison = Comparison.equal
        var movement: Movement?
        // Words of movement and of comparison may follow each other: 提升超过 5%.
        for _ in 0..<2 {
            let lowered = rest.lowercased()
            guard let first = lowered.first, let word = TypedClaim.before[first]?.first(where: { lowered.hasPrefix($0.word) }) else { break }
            switch word.meaning {
            case .compares(let found): comparison = found
            case .moves(let found): movement = found
            }
            rest = String(rest.dropFirst(word.word.count)).trimmed
        }
        let lowered = rest.lowercased()
        if let word = TypedClaim.behind.first(where: { lowered.hasSuffix($0.word) }) {
            comparison = word.comparison
            rest = String(rest.dropLast(word.word.count)).trimmed
        } else if rest.contains(where: { "余多+＋".contains($0) }), let range = rest.dropFirst().firstRange(of: TypedClaim.more) {
            comparison = .atLeast
            rest.removeSubrange(range)
        }
        guard let number = TypedNumber(rest) ?? TypedNumber(duration: rest) else { return nil }
        (self.number, self.comparison, self.movement) = (number, comparison, movement)
    }

    /// Compiled once: a pattern that stands in a function is compiled at each call.
    nonisolated(unsafe) private static let more = /[余多](?=[ 万亿千百元单人次件家名个]|$)|[+＋]/

    private enum Meaning { case compares(Comparison), moves(Movement) }

    /// By their first character; longer words first, so that 不低于 is not read as 低于.
    private static let before: [Character: [(word: String, meaning: Meaning)]] = {
        let comparisons: [Comparison: [String]] = [
            .equal: ["共计", "合计", "总计", "恰好", "达到", "高达", "达", "共", "仅有", "仅", "只有", "控制在", "稳定在", "exactly", "a total of", "totalling"],
            .about: ["大约", "约为", "约", "about", "around", "roughly", "approximately", "some", "~", "≈", "～"],
            .moreThan: ["超过", "超出", "超", "逾", "高于", "多于", "大于", "more than", "over", "above", "exceeding", "beyond", ">", "＞"],
            .atLeast: ["首次突破", "突破", "破", "不低于", "不少于", "至少", "at least", "no less than", "no fewer than", "not below", "≥", ">="],
            .lessThan: ["低于", "少于", "小于", "不足", "不到", "未达", "less than", "fewer than", "under", "below", "<", "＜"],
            .atMost: ["不超过", "不高于", "不多于", "至多", "最多", "at most", "no more than", "not above", "up to", "≤", "<="],
            .nearly: ["将近", "接近", "近", "nearly", "almost", "close to", "just under"],
        ]
        let movements: [Movement: [String]] = [
            .upBy: ["提升", "增长", "上升", "上涨", "提高", "增加", "up by", "up", "rose by", "grew by", "increased by"],
            .downBy: ["下降", "降低", "减少", "下滑", "回落", "缩短", "down by", "down", "fell by", "dropped by", "decreased by"],
            .upTo: ["升至", "提升至", "提升到", "提高到", "提高至", "增至", "增长至", "增长到", "上升至", "上升到", "rose to", "grew to", "increased to", "up to a new"],
            .downTo: ["降至", "下降至", "下降到", "降到", "降低至", "降低到", "缩短至", "缩短到", "减至", "减少至", "减少到", "fell to", "down to", "dropped to", "decreased to"],
        ]
        let all = comparisons.flatMap { key, words in words.map { (word: $0, meaning: Meaning.compares(key)) } }
            + movements.flatMap { key, words in words.map { (word: $0, meaning: Meaning.moves(key)) } }
        let sorted = all.sorted { ($0.word.count, $1.word) > ($1.word.count, $0.word) }
        return Dictionary(grouping: sorted) { $0.word.first ?? " " }
    }()

    private static let behind: [(word: String, comparison: Comparison)] = [
        ("or more", .atLeast), ("or less", .atMost), ("以上", .atLeast), ("以下", .atMost), ("以内", .atMost), ("内", .atMost), ("左右", .about), ("上下", .about),
        ("+", .atLeast), ("＋", .atLeast),
    ]
}

extension TypedClaim {
    /// Whether a computed value bears the claim out.
    ///
    /// - Parameter computed: in the scale of the number typed: percent not divided, 万 multiplied out.
    public func holds(for computed: Decimal) -> Bool {
        let typed = number.value
        let value = movement == .downBy ? -computed : computed
        return switch comparison {
        case .equal: value.rounded(decimals: -number.lastDigit) == typed
        case .about: value.rounded(decimals: -number.roughDigit) == typed.rounded(decimals: -number.roughDigit)
        case .moreThan: value > typed
        case .atLeast: value >= typed
        case .lessThan: value < typed
        case .atMost: value <= typed
        case .nearly: value <= typed && value >= typed * 9 / 10
        }
    }
}

extension TypedNumber {
    /// The last digit that “about” is exact to: the last one that is not zero, but at least two digits: `约 5000 万` is 49.5 to 50.5 million.
    var roughDigit: Int {
        guard value != 0 else { return lastDigit }
        let magnitude = abs(value)
        var leading = lastDigit
        while Decimal(sign: .plus, exponent: leading + 1, significand: 1) <= magnitude { leading += 1 }
        var lastMeant = lastDigit
        while lastMeant < leading, magnitude.rounded(decimals: -(lastMeant + 1)) == magnitude { lastMeant += 1 }
        return max(lastDigit, min(lastMeant, leading - 1))
    }

    nonisolated(unsafe) private static let duration = /(?:(\d+)\s*(?:小时|时|h|hours?)\s*)?(?:(\d+)\s*(?:分钟|分|min|m|minutes?)\s*)?(?:(\d+(?:\.\d+)?)\s*(?:秒钟|秒|s|sec|seconds?))?/

    /// A time of several units, in the smallest of them: `2 分 15 秒`, `1 小时 5 分钟`, `2 min 15 s`, `1h 5m`.
    fileprivate init?(duration text: String) {
        guard let match = text.trimmed.wholeMatch(of: TypedNumber.duration) else { return nil }
        let parts = [match.output.1, match.output.2, match.output.3]
        guard parts.count(where: { $0 != nil }) >= 2 else { return nil }
        let numbers = parts.map { part in part.flatMap { Decimal(string: String($0)) } ?? 0 }
        if let seconds = parts[2] {
            let decimals = seconds.split(separator: ".").dropFirst().first?.count ?? 0
            self.init(value: numbers[0] * 3600 + numbers[1] * 60 + numbers[2], lastDigit: -decimals, measure: .seconds)
        } else {
            self.init(value: numbers[0] * 60 + numbers[1], lastDigit: 0, measure: .minutes)
        }
    }
}

extension String {
    fileprivate var trimmed: String {
        let text = drop { $0.isWhitespace }
        return String(text.reversed().drop { $0.isWhitespace }.reversed())
    }
}
