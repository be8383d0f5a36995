/// Bars one upon the other.
enum StackedBars {
    struct Piece {
        var mark: BarMark
        var low: Double, high: Double

        func text(_ plot: Plot) -> String {
            if let label = mark.attributes.label { return label }
            let format = mark.isHorizontal ? plot.xFormat : plot.yFormat
            if mark.stacking == .normalized { return ValueFormat(.percent).text(high - low, plot.locale) }
            return mark.value.map { format.text($0, plot.locale) } ?? plot.locale.missing
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
