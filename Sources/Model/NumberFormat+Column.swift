import Foundation

extension NumberFormat {
    /// How one column of a table is written: one scale and one number of decimals, the unit in the head.
    public struct ColumnFormat: Sendable {
        /// For the column's head: `万元`, `%`, `$M`; empty where there is nothing to say.
        public var unitLabel: String
        var unit: Unit
        var scale: Scale
        var decimals: Int

        public func text(_ number: Number?) -> String {
            guard let number else { return NumberFormat.missing }
            let value = mantissa(number)
            let isNegative = value < 0 && value.rounded(decimals: decimals) != 0
            return (isNegative ? "−" : "") + Digits.grouped(value, decimals: decimals, trimmed: false)
        }

        fileprivate func mantissa(_ number: Number) -> Decimal {
            number.decimal * scale.inverse * (unit == .percent ? 100 : 1)
        }
    }

    /// One format for all the numbers of a column.
    ///
    /// The largest number sets the scale; where the smallest would vanish in it, the next smaller scale is taken.
    public func column(_ numbers: [Number?], unit: Unit, decimals: Int? = nil) -> ColumnFormat {
        let sizes = numbers.compactMap { $0.map { abs($0.decimal) } }
        let largest = sizes.max() ?? 0
        let smallest = sizes.filter { $0 != 0 }.min() ?? 0
        var scales = steps(of: unit).map(\.scale).reduce(into: [Scale]()) { if $0.last != $1 { $0.append($1) } }
        let top = write(largest, unit: unit, decimals: nil).scale
        while scales.count > 1, scales.last != top { scales.removeLast() }
        while scales.count > 1, let last = scales.last, (smallest * last.inverse).rounded(decimals: 2) == 0, smallest != 0 {
            scales.removeLast()
        }
        var format = ColumnFormat(unitLabel: "", unit: unit, scale: scales.last ?? .one, decimals: 0)
        format.unitLabel = unitLabel(unit, scale: format.scale)
        format.decimals = decimals ?? places(for: numbers.compactMap { $0 }, largest: largest, in: format)
        return format
    }

    /// As many decimals as the largest is given and as the smallest needs for two digits, but none that says nothing.
    private func places(for numbers: [Number], largest: Decimal, in format: ColumnFormat) -> Int {
        let values = numbers.map { abs(format.mantissa($0)) }
        let top = values.max() ?? 0
        if format.unit == .percent { return percentPlaces(values, top: top) }
        if case .count = format.unit, format.scale == .one { return 0 }
        if format.unit == .money, format.scale == .one, language == .en { return top < 1000 ? 2 : 0 }
        var places = top < 10 ? 2 : top < 100 ? 1 : 0
        if format.scale == .one, format.unit == .money { places = top < 100 ? 2 : 0 }
        if format.scale == .one, format.unit == .number { places = 2 }
        let smallest = values.filter { $0 != 0 }.min() ?? 0
        while places < 2, smallest != 0, smallest.rounded(decimals: places) < Decimal(sign: .plus, exponent: 1 - places, significand: 1) {
            places += 1
        }
        while places > 0, values.allSatisfy({ $0.rounded(decimals: places) == $0.rounded(decimals: places - 1) }) {
            places -= 1
        }
        return places
    }

    private func percentPlaces(_ values: [Decimal], top: Decimal) -> Int {
        let needsTwo = values.contains { $0 > 99 && $0 < 100 } || (top < 1 && top > 0)
            || values.contains { $0 != 0 && $0.rounded(decimals: 1) == 0 }
        return needsTwo ? 2 : 1
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
