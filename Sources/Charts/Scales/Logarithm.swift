/// The natural logarithm and the exponential without a mathematics library, the same on every machine.
enum Logarithm {
    static let two = 0.6931471805599453

    /// ln x = e ln 2 + 2 artanh((m − 1)/(m + 1)) for x = m · 2^e with m between √½ and √2; exact to 1e-15.
    static func natural(_ value: Double) -> Double {
        guard value > 0 else { return value == 0 ? -.infinity : .nan }
        guard value.isFinite else { return value }
        var mantissa = value.significand, exponent = Double(value.exponent)
        if mantissa > 1.4142135623730951 { mantissa /= 2; exponent += 1 }
        let ratio = (mantissa - 1) / (mantissa + 1), square = ratio * ratio
        var term = ratio, sum = 0.0, divisor = 1.0
        for _ in 0..<14 {
            sum += term / divisor
            term *= square
            divisor += 2
        }
        return exponent * two + 2 * sum
    }

    /// e^x by halving to a small argument and the Taylor series.
    static func exponential(_ value: Double) -> Double {
        guard value > -745 else { return 0 }
        guard value < 709.7 else { return .infinity }
        let exponent = (value / two).rounded()
        let rest = value - exponent * two
        var term = 1.0, sum = 1.0
        for n in 1...20 {
            term *= rest / Double(n)
            sum += term
        }
        // In two steps, since 2^-1074 is below the smallest normal number.
        let half = Int(exponent) / 2
        return Double(sign: .plus, exponent: Int(exponent) - half, significand: sum) * Double(sign: .plus, exponent: half, significand: 1)
    }
}
