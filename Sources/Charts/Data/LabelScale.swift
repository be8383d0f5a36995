/// How all value labels of a chart are written: one power of ten and one number of decimals, so that they compare at a
/// glance, with the unit once beside them.
struct LabelScale: Sendable {
    let divisor: Double
    let decimals: Int
    /// What stands once above the labels; empty where each bears it.
    let unit: String
    /// After each label: a percent sign.
    let suffix: String

    func text(_ value: Double) -> String { Digits.text(value / divisor, decimals: decimals) + suffix }
}

extension ValueFormat {
    /// - Parameters:
    ///   - values: all that are written.
    ///   - divisor: of an axis beside them, whose unit is theirs.
    /// - Returns: nil where the values differ so much that one scale would hide the small ones.
    func labelScale(_ values: [Double], divisor: Double? = nil, _ locale: ChartLocale) -> LabelScale? {
        let magnitudes = values.filter { $0.isFinite && $0 != 0 }.map(\.magnitude)
        guard let largest = magnitudes.max(), let smallest = magnitudes.min() else { return nil }
        // The scale of the largest value, or of the smallest where that shows both.
        for reference in [largest, smallest] {
            let axis = axisScale(largest: reference, step: reference, locale), size = divisor ?? axis.divisor
            guard let decimals = decimals(magnitudes, smallest, largest, size) else { continue }
            return LabelScale(divisor: size, decimals: decimals, unit: divisor == nil ? axis.unit : "", suffix: axis.suffix)
        }
        return nil
    }

    /// So many that the largest has three digits or so and the smallest at least one; nil where no number is.
    private func decimals(_ magnitudes: [Double], _ smallest: Double, _ largest: Double, _ size: Double) -> Int? {
        let top = largest / size
        let most = switch kind {
        case .percent: 1
        default: top >= 100 ? 0 : top >= 10 ? 1 : 2
        }
        var decimals = most
        while decimals > 0, magnitudes.allSatisfy({ Self.isWhole($0 / size, decimals: decimals - 1) }) { decimals -= 1 }
        var power = 1.0
        for _ in 0..<decimals { power *= 10 }
        return smallest / size * power >= 0.95 && top < 1e7 ? decimals : nil
    }

    private static func isWhole(_ value: Double, decimals: Int) -> Bool {
        let scaled = decimals == 0 ? value : value * 10
        return (scaled - scaled.rounded()).magnitude < 1e-6 * max(1, scaled)
    }
}
