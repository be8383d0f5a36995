import Testing

import struct Foundation.Decimal

@testable import Model

@Suite struct PlainDecimalTests {
    private func text(_ number: Number, decimals: Int) -> String {
        let rounded = PlainDecimal(number).rounded(decimals: decimals)
        return (rounded.isNegative ? "-" : "") + rounded.text(decimals: decimals, trimmed: false)
    }

    /// Against Foundation's own rounding, on numbers of all sizes.
    @Test func roundsAsDecimalDoes() {
        var state: UInt64 = 618
        for _ in 0..<2000 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let significand = Int(state >> 40)
            let exponent = Int(state >> 33) % 16 - 11
            let value = Decimal(sign: .minus, exponent: exponent, significand: Decimal(significand))
            for decimals in 0...4 {
                let expected = value.rounded(decimals: decimals)
                let written = text(.exact(value), decimals: decimals).filter { $0 != "," }
                #expect(Decimal(string: written) == expected, "\(value) to \(decimals)")
            }
        }
    }

    @Test(arguments: [
        (0.5, 0, "1"), (0.05, 1, "0.1"), (0.049, 1, "0.0"), (0.004, 1, "0.0"), (1e-7, 8, "0.00000010"),
        (1e21, 0, "1,000,000,000,000,000,000,000"),
        (-0.4, 0, "0"), (999.95, 1, "1,000.0"), (1234567.0, 0, "1,234,567"), (2.5e-3, 3, "0.003"),
    ])
    func writesDoubles(_ double: Double, _ decimals: Int, _ expected: String) {
        #expect(text(.approximate(double), decimals: decimals) == expected)
    }

    @Test(arguments: [
        (1.0 / 3, 12, 0.333333333333), (2.0 / 3, 3, 0.667), (123456.789, 2, 120000.0), (-0.00012345, 2, -0.00012),
        (9.9999e300, 2, 1e301), (0.1 + 0.2, 12, 0.3), (42.0, 12, 42.0),
    ])
    func roundsToSignificantDigits(_ double: Double, _ digits: Int, _ expected: Double) {
        #expect(double.rounded(significant: digits) == expected)
    }

    @Test func comparesMagnitudes() {
        func plain(_ double: Double) -> PlainDecimal { PlainDecimal(.approximate(double)) }
        #expect(plain(0).isSmaller(than: plain(0.001)))
        #expect(!plain(0).isSmaller(than: plain(0)))
        #expect(plain(99).isSmaller(than: plain(99.001)))
        #expect(plain(9.9).isSmaller(than: plain(10)))
        #expect(!plain(10).isSmaller(than: plain(9.9)))
        #expect(plain(9.99).isBelow(powerOfTen: 1))
        #expect(!plain(10).isBelow(powerOfTen: 1))
    }
}
