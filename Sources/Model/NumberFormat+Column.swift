extension NumberFormat {
    /// How one column of a table is written: one scale and one number of decimals, the unit in the head.
    public struct ColumnFormat: Sendable {
        /// For the column's head: `万元`, `%`, `$M`; empty where there is nothing to say.
        public var unitLabel: String
        /// From the stored number to the one written: percent counts in hundredths.
        var shift: Int
        var decimals: Int

        public func text(_ number: Number?) -> String {
            guard let number else { return NumberFormat.missing }
            let value = PlainDecimal(number).scaled(by: shift).rounded(decimals: decimals)
            return (value.isNegative ? "−" : "") + value.text(decimals: decimals, trimmed: false)
        }
    }

    /// One format for all the numbers of a column.
    ///
    /// The largest number sets the scale; where the smallest would keep no two digits in it, the next
    /// smaller scale is taken.
    public func column(_ numbers: [Number?], unit: Unit, decimals: Int? = nil) -> ColumnFormat {
        var sizes = numbers.compactMap { $0.map { PlainDecimal($0).magnitude } }.filter { !$0.isZero }
        if unit == .percent { sizes = sizes.map { $0.scaled(by: 2) } }
        let scale = scale(for: sizes, unit: unit)
        let figures = sizes.map { $0.scaled(by: -scale.exponent) }
        return ColumnFormat(
            unitLabel: unitLabel(unit, scale: scale), shift: (unit == .percent ? 2 : 0) - scale.exponent,
            decimals: decimals ?? places(for: figures, unit: unit, isScaled: scale != .one))
    }

    private func scale(for sizes: [PlainDecimal], unit: Unit) -> Scale {
        guard let largest = sizes.max(by: { $0.isSmaller(than: $1) }),
            let smallest = sizes.min(by: { $0.isSmaller(than: $1) })
        else { return .one }
        let steps = steps(of: unit)
        let top = step(for: largest, in: steps)?.step.scale ?? .one
        var scales = steps.map(\.scale).reduce(into: [Scale]()) { if $0.last != $1 { $0.append($1) } }
        while scales.count > 1, let last = scales.last,
            last.exponent > top.exponent || smallest.scaled(by: -last.exponent).rounded(decimals: 2).isBelow(powerOfTen: -1)
        {
            scales.removeLast()
        }
        return scales.last ?? .one
    }

    /// As many decimals as the largest is given and as the smallest needs for two digits, but none that says nothing.
    private func places(for figures: [PlainDecimal], unit: Unit, isScaled: Bool) -> Int {
        guard let largest = figures.max(by: { $0.isSmaller(than: $1) }),
            let smallest = figures.min(by: { $0.isSmaller(than: $1) })
        else { return unit == .percent ? 1 : 0 }
        var places = largest.isBelow(powerOfTen: 1) ? 2 : largest.isBelow(powerOfTen: 2) ? 1 : 0
        switch unit {
        case .percent: return percentPlaces(figures, largest: largest, smallest: smallest)
        case .count where !isScaled: return 0
        case .money where !isScaled && language == .en: return largest.isBelow(powerOfTen: 3) ? 2 : 0
        case .money where !isScaled: places = largest.isBelow(powerOfTen: 2) ? 2 : 0
        case .number: places = 2
        default: break
        }
        while places < 2, smallest.rounded(decimals: places).isBelow(powerOfTen: 1 - places) { places += 1 }
        return min(places, figures.map { $0.rounded(decimals: places).decimals }.max() ?? 0)
    }

    private func percentPlaces(_ figures: [PlainDecimal], largest: PlainDecimal, smallest: PlainDecimal) -> Int {
        let ninetyNine = PlainDecimal(99)
        let isNearAll = figures.contains { ninetyNine.isSmaller(than: $0) && $0.isBelow(powerOfTen: 2) }
        return isNearAll || largest.isBelow(powerOfTen: 0) || smallest.rounded(decimals: 1).isZero ? 2 : 1
    }

    func unitLabel(_ unit: Unit, scale: Scale) -> String {
        switch (language, unit) {
        case (_, .percent): return "%"
        case (.zhHans, _): return scale.word + chineseSuffix(unit)
        case (.en, .money): return currency.symbol + scale.word
        case (.en, .count(let noun)): return [scale.word, noun].filter { !$0.isEmpty }.joined(separator: " ")
        case (.en, .times): return "×"
        case (.en, .seconds): return "s"
        case (.en, .minutes): return "min"
        case (.en, .hours): return "h"
        case (.en, .days): return "days"
        case (.en, .number): return ""
        }
    }
}
