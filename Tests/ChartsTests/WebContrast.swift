import Foundation

/// Relative luminance and contrast ratio as WCAG 2.2 defines them, and CIE L* above the same luminance.
///
/// https://www.w3.org/TR/WCAG22/#dfn-relative-luminance, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio; CIE 15:2004 for L*.
enum WebContrast {
    static func luminance(_ hex: String) throws -> Double {
        struct NotAColour: Error { let text: String }
        // `#fff` is short for `#ffffff`.
        let digits = hex.count == 4 ? hex.dropFirst().map { "\($0)\($0)" }.joined() : String(hex.dropFirst())
        guard digits.count == 6, hex.first == "#", let number = Int(digits, radix: 16) else { throw NotAColour(text: hex) }
        func linear(_ shift: Int) -> Double {
            let value = Double(number >> shift & 0xff) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0)
    }

    static func ratio(_ one: String, _ other: String) throws -> Double {
        let pair = try [luminance(one), luminance(other)].sorted()
        return (pair[1] + 0.05) / (pair[0] + 0.05)
    }

    static func lightness(_ hex: String) throws -> Double {
        let luminance = try luminance(hex)
        return luminance > 216.0 / 24389 ? 116 * cbrt(luminance) - 16 : luminance * 24389 / 27
    }
}
