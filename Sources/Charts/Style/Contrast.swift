/// Contrast as WCAG 2.2 defines it.
enum Contrast {
    /// Relative luminance of `#rrggbb`, 0 to 1.
    static func luminance(of hex: String) -> Double {
        let linear = channels(of: hex).map { Double($0) / 255 }.map { $0 <= 0.04045 ? $0 / 12.92 : power(($0 + 0.055) / 1.055, 2.4) }
        guard linear.count == 3 else { return 0 }
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }

    /// From 1 to 21.
    static func ratio(_ one: String, _ other: String) -> Double {
        let a = luminance(of: one), b = luminance(of: other)
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    /// Of a dark and a pale text the one that reads better upon a colour.
    static func text(on colour: String) -> String { ratio(colour, "#16181d") >= ratio(colour, "#ffffff") ? "#16181d" : "#ffffff" }

    /// The colour, moved towards another until it is at least 4.5:1 against the paper: a series' own colour for its name.
    static func readable(_ colour: String, on paper: String, towards ink: String) -> String {
        for step in 0...20 {
            let mixed = mix(colour, ink, share: Double(step) / 20)
            if ratio(mixed, paper) >= 4.5 { return mixed }
        }
        return ink
    }

    private static func mix(_ one: String, _ other: String, share: Double) -> String {
        let pairs = zip(channels(of: one), channels(of: other))
        return "#" + pairs.map { a, b in
            let value = Int((Double(a) + (Double(b) - Double(a)) * share).rounded())
            return (value < 16 ? "0" : "") + String(value, radix: 16)
        }.joined()
    }

    /// Red, green and blue of `#rrggbb`, 0 to 255; empty for anything else.
    private static func channels(of hex: String) -> [Int] {
        let digits = hex.dropFirst().compactMap(\.hexDigitValue)
        guard digits.count == 6 else { return [] }
        return stride(from: 0, to: 6, by: 2).map { digits[$0] * 16 + digits[$0 + 1] }
    }

    private static func power(_ base: Double, _ exponent: Double) -> Double {
        base <= 0 ? 0 : Logarithm.exponential(exponent * Logarithm.natural(base))
    }
}
