/// A power of ten with the word for it: 万, 亿, M, B.
struct Scale: Hashable, Sendable {
    var exponent: Int
    var word: String

    static let one = Scale(exponent: 0, word: "")
}

/// A stretch of sizes that are written alike: with one scale and one number of decimals.
struct NumberStep: Sendable {
    var scale: Scale = .one
    /// The power of ten, in this scale, at which figures are too large for the step.
    var limit: Int?
    /// Sizes up to here belong to another step.
    var above: PlainDecimal?
    var decimals: Int
    /// Zeros at the end stay: `12.0%`, `$8.50`.
    var isFixed = false
    /// Small figures keep two digits that say something: 0.0034, not 0.
    var isFine = false

    func places(for size: PlainDecimal) -> Int {
        isFine && !size.isZero ? min(12, max(decimals, 2 - size.point)) : decimals
    }

    func holds(_ mantissa: PlainDecimal, of size: PlainDecimal) -> Bool {
        if isFine, size.isZero { return false }
        if let above, !above.isSmaller(than: size) { return false }
        guard let limit else { return true }
        return mantissa.isBelow(powerOfTen: limit)
    }
}

extension NumberFormat {
    /// The steps of a unit, small to large.
    func steps(of unit: Unit) -> [NumberStep] {
        switch unit {
        case .money: language == .en ? NumberStep.englishMoney : NumberStep.chineseMoney
        case .count: language == .en ? NumberStep.englishCount : NumberStep.chineseCount
        case .percent: NumberStep.percent
        case .number: NumberStep.number
        case .times, .seconds, .minutes, .hours, .days: NumberStep.measured
        }
    }
}

extension NumberStep {
    static let fine = NumberStep(limit: -2, decimals: 2, isFine: true)

    /// Where a tenth of a percent says too little, a second decimal stands: below 1 % and between 99 % and 100 %.
    static let percent = [
        fine, NumberStep(limit: 0, above: PlainDecimal(0), decimals: 2, isFixed: true),
        NumberStep(limit: 2, above: PlainDecimal(99), decimals: 2, isFixed: true),
        NumberStep(decimals: 1, isFixed: true),
    ]

    static let number = [fine, NumberStep(decimals: 2)]
    static let measured = [
        fine, NumberStep(limit: 1, decimals: 2), NumberStep(limit: 2, decimals: 1), NumberStep(decimals: 0),
    ]

    static let chineseCount = [NumberStep(limit: 4, decimals: 0)] + chinese
    static let chineseMoney = [fine, NumberStep(limit: 2, decimals: 2)] + chineseCount
    static let englishCount = [NumberStep(limit: 6, decimals: 0)] + english
    static let englishMoney = [fine, NumberStep(limit: 3, decimals: 2, isFixed: true)] + englishCount

    private static let chinese =
        steps(Scale(exponent: 4, word: "万"), limit: 4) + [
            NumberStep(scale: Scale(exponent: 8, word: "亿"), limit: 4, decimals: 2),
            NumberStep(scale: Scale(exponent: 12, word: "万亿"), decimals: 2),
        ]

    private static let english =
        steps(Scale(exponent: 6, word: "M"), limit: 3) + steps(Scale(exponent: 9, word: "B"), limit: nil)

    /// Three digits that count: 1.67, 14.2, 580.
    private static func steps(_ scale: Scale, limit: Int?) -> [NumberStep] {
        [
            NumberStep(scale: scale, limit: 1, decimals: 2), NumberStep(scale: scale, limit: 2, decimals: 1),
            NumberStep(scale: scale, limit: limit, decimals: 0),
        ]
    }
}
