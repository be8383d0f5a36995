public import Foundation

/// All values that a number may stand for: `28.6%` is anything that rounds to it.
public struct NumberRange: Hashable, Sendable, Codable {
    public var low: Double
    /// Not a part of the range unless it is the low end, too.
    public var high: Double

    public init(_ low: Double, _ high: Double) { (self.low, self.high) = (min(low, high), max(low, high)) }
    public init(exactly value: Double) { (low, high) = (value, value) }

    public static func + (a: NumberRange, b: NumberRange) -> NumberRange { NumberRange(a.low + b.low, a.high + b.high) }
    public static func - (a: NumberRange, b: NumberRange) -> NumberRange { NumberRange(a.low - b.high, a.high - b.low) }
    public static func * (a: NumberRange, b: NumberRange) -> NumberRange { combined(a, b, *) }

    /// nil where the divisor may be zero.
    public static func / (a: NumberRange, b: NumberRange) -> NumberRange? { b.low <= 0 && b.high >= 0 ? nil : combined(a, b, /) }

    private static func combined(_ a: NumberRange, _ b: NumberRange, _ operation: (Double, Double) -> Double) -> NumberRange {
        let ends = [operation(a.low, b.low), operation(a.low, b.high), operation(a.high, b.low), operation(a.high, b.high)]
        return ends.dropFirst().reduce(NumberRange(exactly: ends[0])) { NumberRange(min($0.low, $1), max($0.high, $1)) }
    }

    /// Whether some value of each range makes the relation true.
    ///
    /// Ends that merely touch do not count, `28%` can't be `29%`; what doubles lose in a calculation is no difference.
    public func mayBe(_ relation: Identity.Relation, _ other: NumberRange) -> Bool {
        let slack = 1e-9 * max(abs(low), abs(high), abs(other.low), abs(other.high))
        return switch relation {
        case .atMost: low <= other.high + slack
        case .atLeast: high >= other.low - slack
        case .equal: overlap(other) > slack || isPoint && other.low - slack <= low && low <= other.high + slack || other.isPoint && low - slack <= other.low && other.low <= high + slack
        }
    }

    private var isPoint: Bool { low == high }
    private func overlap(_ other: NumberRange) -> Double { min(high, other.high) - max(low, other.low) }
}

extension TypedClaim {
    /// What the words may stand for, in the unit that metrics are stored in and times in seconds.
    ///
    /// A number that is said to be exceeded, `破 2.3 亿` or `5000+`, is short of the next round one: who could have said more would have.
    public var range: NumberRange {
        let step = Decimal(sign: .plus, exponent: number.lastDigit, significand: 1), rough = Decimal(sign: .plus, exponent: number.roughDigit, significand: 1)
        let value = number.value
        return switch comparison {
        case .equal: stored(value - step / 2, value + step / 2)
        case .about: stored(value - rough / 2, value + rough / 2)
        case .moreThan, .atLeast: stored(value, value + rough)
        case .lessThan, .atMost: stored(value - rough, value)
        case .nearly: stored(value * 9 / 10, value)
        }
    }

    /// Whether a value that bears the claim out is also one for which these words would be chosen.
    ///
    /// - Parameter computed: in the scale of the number typed.
    public func isNear(_ computed: Decimal) -> Bool {
        let step = Decimal(sign: .plus, exponent: number.roughDigit, significand: 1)
        return abs(computed - number.value) <= step
    }

    /// The number typed, without what the words around it allow; in the same unit.
    public var point: Double { stored(number.value, number.value).low }

    private func stored(_ low: Decimal, _ high: Decimal) -> NumberRange {
        let scale: Decimal = switch number.measure {
        case .percent, .points: Decimal(sign: .plus, exponent: -2, significand: 1)
        default: number.seconds ?? 1
        }
        return NumberRange(Number.exact(low * scale).double, Number.exact(high * scale).double)
    }
}
