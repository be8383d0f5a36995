import Foundation

/// A power of ten with the word for it: 万, 亿, M, B.
struct Scale: Hashable, Sendable {
    var exponent: Int
    var word: String

    static let one = Scale(exponent: 0, word: "")
    var inverse: Decimal { Decimal(sign: .plus, exponent: -exponent, significand: 1) }
}

/// A stretch of sizes that are written alike: with one scale and one number of decimals.
struct NumberStep: Sendable {
    var scale: Scale = .one
    /// The first figure, in this scale, that is too large for the step.
    var limit: Decimal?
    /// Sizes up to here belong to another step.
    var above: Decimal?
    var decimals: Int
    /// Zeros at the end stay: `12.0%`, `$8.50`.
    var isFixed = false
    /// Small figures keep two digits that say something: 0.0034, not 0.
    var isFine = false

    func places(for size: Decimal) -> Int {
        guard isFine, size > 0 else { return decimals }
        var places = decimals, probe = size.scaled(by: decimals)
        while probe < 10, places < 12 { probe *= 10; places += 1 }
        return places
    }

    func holds(_ mantissa: Decimal, of size: Decimal) -> Bool {
        if isFine, size == 0 { return false }
        if let above, size <= above { return false }
        guard let limit else { return true }
        return mantissa < limit
    }
}

extension NumberFormat {
    /// The steps of a unit, small to large.
    func steps(of unit: Unit) -> [NumberStep] {
        switch unit {
        case .money where language == .en:
            [.fine, NumberStep(limit: 1000, decimals: 2, isFixed: true), NumberStep(limit: 1_000_000, decimals: 0)]
                + NumberStep.english
        case .money: [.fine, NumberStep(limit: 100, decimals: 2), NumberStep(limit: 10_000, decimals: 0)] + NumberStep.chinese
        case .count where language == .en: [NumberStep(limit: 1_000_000, decimals: 0)] + NumberStep.english
        case .count: [NumberStep(limit: 10_000, decimals: 0)] + NumberStep.chinese
        case .percent: NumberStep.percent
        case .number: [.fine, NumberStep(decimals: 2)]
        case .times, .seconds, .minutes, .hours, .days:
            [.fine, NumberStep(limit: 10, decimals: 2), NumberStep(limit: 100, decimals: 1), NumberStep(decimals: 0)]
        }
    }
}

extension NumberStep {
    static let fine = NumberStep(limit: Decimal(sign: .plus, exponent: -2, significand: 1), decimals: 2, isFine: true)

    /// Where a tenth of a percent says too little, a second decimal stands: below 1 % and between 99 % and 100 %.
    static let percent = [
        fine,
        NumberStep(limit: 1, above: 0, decimals: 2, isFixed: true),
        NumberStep(limit: 100, above: 99, decimals: 2, isFixed: true),
        NumberStep(decimals: 1, isFixed: true),
    ]

    static let chinese = steps(Scale(exponent: 4, word: "万"), below: 10_000) + [
        NumberStep(scale: Scale(exponent: 8, word: "亿"), limit: 10_000, decimals: 2),
        NumberStep(scale: Scale(exponent: 12, word: "万亿"), decimals: 2),
    ]

    static let english = steps(Scale(exponent: 6, word: "M"), below: 1000) + steps(Scale(exponent: 9, word: "B"), below: nil)

    /// Three digits that count: 1.67, 14.2, 580.
    private static func steps(_ scale: Scale, below limit: Decimal?) -> [NumberStep] {
        [
            NumberStep(scale: scale, limit: 10, decimals: 2), NumberStep(scale: scale, limit: 100, decimals: 1),
            NumberStep(scale: scale, limit: limit, decimals: 0),
        ]
    }
}

/// Decimals as digits, with commas between thousands.
enum Digits {
    static func grouped(_ value: Decimal, decimals: Int, trimmed: Bool) -> String {
        let parts = abs(value.rounded(decimals: max(0, decimals))).description.split(separator: ".")
        let whole = parts.first.map(String.init) ?? "0"
        var fraction = parts.count > 1 ? String(parts[1]) : ""
        while fraction.count < decimals { fraction += "0" }
        if trimmed { while fraction.last == "0" { fraction.removeLast() } }
        return commas(whole) + (fraction.isEmpty ? "" : "." + fraction)
    }

    private static func commas(_ whole: String) -> String {
        guard whole.count > 3 else { return whole }
        var result = ""
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.count - index).isMultiple(of: 3) { result.append(",") }
            result.append(digit)
        }
        return result
    }
}

extension Decimal {
    fileprivate func scaled(by exponent: Int) -> Decimal {
        self * Decimal(sign: .plus, exponent: exponent, significand: 1)
    }
}
