/// How a chart writes its numbers: a unit, and the scale that the language uses for large ones.
public struct ValueFormat: Sendable {
    public enum Kind: Sendable {
        case number
        /// Things counted; the noun may be empty.
        case count(noun: String)
        case money(symbol: String, chineseName: String)
        /// 0.128 is shown as 12.8 %.
        case percent
        /// 3.2 is shown as 3.2 倍 or 3.2×.
        case times
        /// Any other unit, written after the number.
        case unit(String)
    }

    public var kind: Kind

    public init(_ kind: Kind) { self.kind = kind }

    /// A scale for an axis: one power of ten, one number of decimals, one unit for all its ticks.
    struct AxisScale {
        var divisor: Double
        var decimals: Int
        /// What stands once above the axis; empty where the ticks carry it.
        var unit: String
        /// After each tick: only a percent sign.
        var suffix: String

        func text(_ value: Double) -> String { Digits.text(value / divisor, decimals: decimals) + suffix }
    }

    /// - Parameters:
    ///   - largest: the largest magnitude on the axis.
    ///   - step: between ticks.
    func axisScale(largest: Double, step: Double, _ locale: ChartLocale) -> AxisScale {
        if case .percent = kind {
            return AxisScale(divisor: 0.01, decimals: Digits.decimals(forStep: step * 100), unit: "", suffix: "%")
        }
        let scale = self.scale(of: largest, locale)
        let isTimes = if case .times = kind, locale == .en { true } else { false }
        return AxisScale(
            divisor: scale.size, decimals: Digits.decimals(forStep: step / scale.size), unit: isTimes ? "" : unitText(scale.word, locale),
            suffix: isTimes ? scale.word + "×" : "")
    }

    /// One value with its unit, as labels show it.
    public func written(_ value: Double, _ locale: ChartLocale) -> String { text(value, locale) }

    /// One value with its unit, for labels: three significant digits or so.
    func text(_ value: Double, _ locale: ChartLocale) -> String {
        if case .percent = kind { return Digits.text(value * 100, decimals: 1) + "%" }
        let scale = self.scale(of: value.magnitude, locale)
        let scaled = value / scale.size
        let decimals = scale.size == 1 ? (value == value.rounded() ? 0 : 2) : scaled.magnitude >= 100 ? 0 : scaled.magnitude >= 10 ? 1 : 2
        let digits = Digits.trimmed(Digits.text(scaled, decimals: decimals))
        switch (kind, locale) {
        case (.money(let symbol, _), .en): return (scaled < 0 ? "−" : "") + symbol + digits.drop { $0 == "−" } + scale.word
        case (.money(_, let name), .zhHans): return "\(digits) \(scale.word)\(name)"
        case (.count(let noun), _): return noun.isEmpty && scale.word.isEmpty ? digits : locale == .en ? "\(digits)\(scale.word)" : "\(digits) \(scale.word)\(noun)"
        case (.times, .zhHans): return "\(digits) 倍"
        case (.times, .en): return "\(digits)×"
        case (.unit(let unit), _): return "\(digits)\(scale.word) \(unit)"
        case (.number, .zhHans): return scale.word.isEmpty ? digits : "\(digits) \(scale.word)"
        case (.number, .en), (.percent, _): return digits + scale.word
        }
    }

    private func unitText(_ word: String, _ locale: ChartLocale) -> String {
        switch (kind, locale) {
        case (.money(_, let name), .zhHans): word + name
        case (.money(let symbol, _), .en): word.isEmpty ? symbol : "\(symbol) \(Self.longWords[word] ?? word)"
        case (.count(let noun), .zhHans): word + noun
        case (.count(let noun), .en): [Self.longWords[word] ?? "", noun].filter { !$0.isEmpty }.joined(separator: " ")
        case (.times, .zhHans): "倍"
        case (.times, .en): "×"
        case (.unit(let unit), .zhHans): word + unit
        case (.unit(let unit), .en): word.isEmpty ? unit : "\(Self.longWords[word] ?? word) \(unit)"
        case (.number, .zhHans): word
        case (.number, .en): Self.longWords[word] ?? ""
        case (.percent, _): ""
        }
    }

    /// Minutes and the like keep their digits where people still read them: 3,600 and not 3.6 thousand.
    private func scale(of magnitude: Double, _ locale: ChartLocale) -> (size: Double, word: String) {
        if case .unit = kind, magnitude < 1e5 { return (1, "") }
        let scale = Self.scales(locale).first { magnitude >= $0.from }
        return scale.map { ($0.size, $0.word) } ?? (1, "")
    }

    private static let longWords = ["K": "thousand", "M": "million", "B": "billion"]

    /// From which size on numbers are counted in what. Four digits are read as they are.
    private static func scales(_ locale: ChartLocale) -> [(from: Double, size: Double, word: String)] {
        locale == .zhHans ? [(1e12, 1e12, "万亿"), (1e8, 1e8, "亿"), (1e4, 1e4, "万")] : [(1e9, 1e9, "B"), (1e6, 1e6, "M"), (1e4, 1e3, "K")]
    }
}

/// Numbers as digits, the same on any machine.
enum Digits {
    /// Fixed decimals, thousands parted by commas, a true minus sign, never "-0".
    static func text(_ value: Double, decimals: Int) -> String {
        var power = 1.0
        for _ in 0..<decimals { power *= 10 }
        let scaled = (value.magnitude * power).rounded()
        // Beyond what whole numbers hold exactly: the shortest digits that mean this value.
        guard scaled < 9e15 else { return value < 0 ? "−\(value.magnitude)" : "\(value)" }
        return digits(UInt64(scaled), decimals: decimals, isNegative: value < 0 && scaled != 0)
    }

    /// From the last digit on: decimals, then the whole with a comma before every three.
    private static func digits(_ scaled: UInt64, decimals: Int, isNegative: Bool) -> String {
        var rest = scaled, written = 0, bytes: [UInt8] = []
        bytes.reserveCapacity(24)
        while rest > 0 || written <= decimals {
            if written == decimals, decimals > 0 { bytes.append(UInt8(ascii: ".")) }
            if written > decimals, (written - decimals) % 3 == 0 { bytes.append(UInt8(ascii: ",")) }
            bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
            written += 1
        }
        bytes.reverse()
        let text = String(decoding: bytes, as: UTF8.self)
        return isNegative ? "−" + text : text
    }

    /// Without zeros at the end of its decimals.
    static func trimmed(_ text: String) -> String {
        let bytes = text.utf8
        guard bytes.contains(UInt8(ascii: ".")) else { return text }
        var count = 0
        for byte in bytes.reversed() {
            if byte == UInt8(ascii: ".") { count += 1 }
            guard byte == UInt8(ascii: "0") else { break }
            count += 1
        }
        return String(text.dropLast(count))
    }

    /// Decimals that tell ticks of this step apart.
    static func decimals(forStep step: Double) -> Int {
        guard step > 0, step.isFinite else { return 0 }
        var decimals = 0, scaled = step
        while decimals < 12, (scaled - scaled.rounded()).magnitude > 1e-6 * scaled { scaled *= 10; decimals += 1 }
        return decimals
    }
}
