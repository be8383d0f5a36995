/// Bars one upon the other.
enum StackedBars {
    struct Piece {
        var mark: BarMark
        var low: Double, high: Double

        private func format(_ plot: Plot) -> ValueFormat { mark.isHorizontal ? plot.xFormat : plot.yFormat }

        /// The number that is written beside or inside.
        var number: Double? { mark.attributes.labelValue ?? (mark.stacking == .normalized ? high - low : mark.value) }

        func label(_ plot: Plot) -> String { plot.label(mark.attributes, number, format(plot)) }

        func tooltip(_ plot: Plot) -> String {
            mark.attributes.label.flatMap { $0.isEmpty ? nil : $0 } ?? number.map { format(plot).text($0, plot.locale) } ?? plot.locale.missing
        }
    }

    private struct Key: Hashable {
        var category: Datum
        var position: String?
    }

    static func pieces(_ marks: [BarMark]) -> [Piece] {
        var positive: [Key: Double] = [:], negative: [Key: Double] = [:], totals: [Key: Double] = [:]
        func key(_ mark: BarMark) -> Key { Key(category: mark.category.first, position: mark.attributes.position) }
        for mark in marks where !mark.isRange { totals[key(mark), default: 0] += mark.value?.magnitude ?? 0 }
        return marks.compactMap { mark in
            if case .range(let start, let end) = mark.isHorizontal ? mark.x : mark.y {
                guard let low = start.datum.number, let high = end.datum.number else { return nil }
                let last = if case .day = end.datum { high + 1 } else { high }
                return Piece(mark: mark, low: low, high: last)
            }
            guard var value = mark.value else { return nil }
            guard mark.stacking != .unstacked else { return Piece(mark: mark, low: 0, high: value) }
            let key = key(mark)
            if mark.stacking == .normalized {
                let total = totals[key] ?? 0
                value = total == 0 ? 0 : value / total
            }
            let base = (value < 0 ? negative : positive)[key] ?? 0
            if value < 0 { negative[key] = base + value } else { positive[key] = base + value }
            return Piece(mark: mark, low: base, high: base + value)
        }
    }
}
