/// A decimal number as its digits, for writing it: scaling moves the point, rounding looks at one digit.
///
/// Exact for any number, and several times faster than arithmetic on `Decimal`.
struct PlainDecimal: Sendable {
    private(set) var isNegative: Bool
    /// 0…9 each, without zeros at either end; empty for zero.
    private(set) var digits: [UInt8]
    /// The value is 0.d₁d₂d₃… × 10^point.
    private(set) var point: Int

    /// Of a double, its shortest decimal notation.
    init(_ number: Number) {
        switch number {
        case .exact(let decimal): self.init(notation: decimal.description)
        case .approximate(let double): self.init(notation: double.description)
        }
    }

    init(_ integer: Int) { self.init(notation: String(integer)) }

    /// Reads `-12.5`, `1e-07`.
    private init(notation: String) {
        isNegative = false
        digits = []
        point = 0
        var hasPoint = false
        var exponent = 0
        var exponentSign = 0
        for byte in notation.utf8 {
            switch byte {
            case UInt8(ascii: "-"): if exponentSign == 0 { isNegative = true } else { exponentSign = -1 }
            case UInt8(ascii: "."): hasPoint = true
            case UInt8(ascii: "e"), UInt8(ascii: "E"): exponentSign = 1
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                let digit = byte - UInt8(ascii: "0")
                if exponentSign != 0 {
                    exponent = exponent * 10 + Int(digit)
                } else if digit != 0 || !digits.isEmpty {
                    digits.append(digit)
                    if !hasPoint { point += 1 }
                } else if hasPoint {
                    point -= 1
                }
            default: break
            }
        }
        point += exponent * exponentSign
        trim()
    }

    var isZero: Bool { digits.isEmpty }

    var magnitude: PlainDecimal {
        var copy = self
        copy.isNegative = false
        return copy
    }

    func scaled(by exponent: Int) -> PlainDecimal {
        guard !isZero else { return self }
        var copy = self
        copy.point += exponent
        return copy
    }

    /// Half away from zero.
    func rounded(decimals: Int) -> PlainDecimal {
        let kept = point + decimals
        guard kept < digits.count else { return self }
        var copy = self
        guard kept >= 0 else {
            copy.digits = []
            copy.trim()
            return copy
        }
        copy.digits.removeSubrange(kept...)
        if digits[kept] >= 5 { copy.increment() }
        copy.trim()
        return copy
    }

    /// Adds one to the last digit.
    private mutating func increment() {
        var index = digits.count - 1
        while index >= 0, digits[index] == 9 {
            digits[index] = 0
            index -= 1
        }
        if index >= 0 {
            digits[index] += 1
        } else {
            digits.insert(1, at: 0)
            point += 1
        }
    }

    private mutating func trim() {
        while digits.last == 0 { digits.removeLast() }
        if digits.isEmpty {
            isNegative = false
            point = 0
        }
    }

    /// Whether the magnitude is below 10^exponent.
    func isBelow(powerOfTen exponent: Int) -> Bool { isZero || point <= exponent }

    /// Compares magnitudes.
    func isSmaller(than other: PlainDecimal) -> Bool {
        if isZero || other.isZero { return isZero && !other.isZero }
        if point != other.point { return point < other.point }
        return digits.lexicographicallyPrecedes(other.digits)
    }

    /// The double nearest to it.
    var double: Double? {
        var notation = isNegative ? "-0." : "0."
        for digit in digits { notation.unicodeScalars.append(Unicode.Scalar(digit + UInt8(ascii: "0"))) }
        return Double(isZero ? "0" : "\(notation)e\(point)")
    }

    /// How many decimals it takes to write it in full.
    var decimals: Int { max(0, digits.count - point) }

    /// The magnitude, already rounded, with commas between thousands.
    func text(decimals: Int, trimmed: Bool) -> String {
        var text = ""
        let whole = max(0, point)
        if whole == 0 { text.append("0") }
        for index in 0..<whole {
            if index > 0, (whole - index).isMultiple(of: 3) { text.append(",") }
            text.unicodeScalars.append(scalar(at: index))
        }
        let count = trimmed ? min(decimals, self.decimals) : decimals
        if count > 0 {
            text.append(".")
            for place in 0..<count { text.unicodeScalars.append(scalar(at: point + place)) }
        }
        return text
    }

    private func scalar(at index: Int) -> Unicode.Scalar {
        Unicode.Scalar((digits.indices.contains(index) ? digits[index] : 0) + UInt8(ascii: "0"))
    }
}
