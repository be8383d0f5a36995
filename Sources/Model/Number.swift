public import Foundation

/// A computed number: exact where it was counted or added up from decimals, else a double.
///
/// Sums, differences and products of exact numbers stay exact; a quotient is a double.
public enum Number: Hashable, Sendable, Codable {
    case exact(Decimal)
    case approximate(Double)

    public init(_ integer: Int) { self = .exact(Decimal(integer)) }

    /// nil where the double is not finite: a missing value is missing, never infinite.
    public init?(_ double: Double) {
        guard double.isFinite else { return nil }
        self = .approximate(double)
    }

    public var double: Double {
        switch self {
        case .exact(let decimal): Double(decimal.description) ?? 0
        case .approximate(let double): double
        }
    }

    /// The decimal nearest to the number; of a double, its shortest decimal notation.
    public var decimal: Decimal {
        switch self {
        case .exact(let decimal): decimal
        case .approximate(let double): Decimal(string: "\(double)") ?? Decimal(double)
        }
    }

    /// Full precision, shortest notation, no exponent for exact numbers: `983000000`, `0.128`.
    public var plainText: String {
        switch self {
        case .exact(let decimal): decimal.description
        case .approximate(let double):
            double == double.rounded() && abs(double) < 1e15 ? String(Int64(double)) : "\(double)"
        }
    }

    public var isZero: Bool { double == 0 }

    public static func + (a: Number, b: Number) -> Number? { combine(a, b, { $0 + $1 }, { $0 + $1 }) }
    public static func - (a: Number, b: Number) -> Number? { combine(a, b, { $0 - $1 }, { $0 - $1 }) }
    public static func * (a: Number, b: Number) -> Number? { combine(a, b, { $0 * $1 }, { $0 * $1 }) }

    /// nil for a division by zero.
    public static func / (a: Number, b: Number) -> Number? {
        b.isZero ? nil : Number((a.double / b.double).rounded(significant: 15))
    }

    private static func combine(
        _ a: Number, _ b: Number, _ exact: (Decimal, Decimal) -> Decimal, _ double: (Double, Double) -> Double
    ) -> Number? {
        if case .exact(let x) = a, case .exact(let y) = b { return .exact(exact(x, y)) }
        return Number(double(a.double, b.double))
    }
}

extension Number: Comparable {
    public static func < (a: Number, b: Number) -> Bool {
        if case .exact(let x) = a, case .exact(let y) = b { return x < y }
        return a.double < b.double
    }
}

extension Double {
    /// Rounded to so many significant decimal digits.
    ///
    /// An engine that adds doubles in parallel gives another last digit from run to run; 12 digits are the same each time.
    public func rounded(significant digits: Int) -> Double {
        guard self != 0, isFinite else { return self }
        let plain = PlainDecimal(.approximate(self))
        guard plain.digits.count > digits else { return self }
        return plain.rounded(decimals: digits - plain.point).double ?? self
    }
}

extension Decimal {
    /// Rounded half away from zero to so many decimals (negative: to tens, hundreds …).
    public func rounded(decimals: Int) -> Decimal {
        var source = self
        var result = Decimal()
        NSDecimalRound(&result, &source, decimals, .plain)
        return result
    }
}
