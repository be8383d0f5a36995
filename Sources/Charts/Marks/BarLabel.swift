/// The value of a bar: at its end, or inside of a stacked piece that is large enough.
struct BarLabel {
    let piece: StackedBars.Piece
    let isStacked: Bool
    /// Pixels of the bar's beginning and end along the values.
    let low: Double, high: Double
    let centre: Double, thickness: Double
    let text: String

    func place(on plot: Plot, into canvas: inout Canvas) {
        let mark = piece.mark
        guard plot.showsValues, !text.isEmpty, mark.hasLabel else { return }
        if isStacked || mark.attributes.labelSide == .inside { inside(plot, &canvas) } else { outside(plot, &canvas) }
    }

    private func inside(_ plot: Plot, _ canvas: inout Canvas) {
        let width = TextMeasure.width(text, size: 12), length = abs(high - low)
        let isHorizontal = piece.mark.isHorizontal
        guard isHorizontal ? length > width + 8 && thickness >= 16 : length >= 18 && thickness > width + 4 else { return }
        let style = plot.colours.textInside(piece.mark.attributes), middle = (low + high) / 2
        isHorizontal
            ? canvas.label(text, x: middle, y: centre + 4, anchor: .middle, style)
            : canvas.label(text, x: centre, y: middle + 4, anchor: .middle, style)
    }

    private func outside(_ plot: Plot, _ canvas: inout Canvas) {
        let mark = piece.mark, isNegative = piece.high < piece.low || (!mark.isRange && piece.high < 0)
        var end = high
        if let interval = plot.intervals[Plot.Slot(category: mark.category.first, position: mark.attributes.position)],
            let values = (mark.isHorizontal ? plot.x : plot.y).values
        {
            end = values.clamped(isNegative ? min(interval.lowerBound, piece.high) : max(interval.upperBound, piece.high))
        }
        if mark.isHorizontal {
            guard thickness >= 11 else { return }
            let leftwards = isNegative && !mark.isRange, edge = mark.isRange ? max(low, high) : end
            let beside = Canvas.Label.Place(x: edge + (leftwards ? -5 : 5), y: centre + 4, anchor: leftwards ? .end : .start, rows: [text])
            let before = Canvas.Label.Place(x: min(low, high) - 5, y: centre + 4, anchor: .end, rows: [text])
            canvas.label(.value, mark.isRange ? [beside, before] : [beside])
        } else {
            let upper = mark.isRange ? min(low, high) : end
            canvas.label(text, x: centre, y: isNegative && !mark.isRange ? end + 14 : upper - 5, anchor: .middle)
        }
    }
}
