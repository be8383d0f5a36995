/// A bar from zero. It lies where the number is given as `x`.
public struct BarMark: Mark {
    let category: PlottableValue
    let value: PlottableValue
    public private(set) var series: String?
    /// The value as the caller writes it; else the chart's format writes it.
    let label: String?
    let isHorizontal: Bool
    /// Grey: "other", or a part that is there for comparison.
    let isMuted: Bool

    public init(x: PlottableValue, y: PlottableValue, series: String? = nil, label: String? = nil, isMuted: Bool = false) {
        isHorizontal = x.datum.isNumber && !y.datum.isNumber
        category = isHorizontal ? y : x
        value = isHorizontal ? x : y
        self.series = series
        self.label = label
        self.isMuted = isMuted
    }

    public var position: Datum? { category.datum }

    public static func extent(of marks: [BarMark], _ options: ChartOptions) -> [Double] {
        Stacking(marks, options.position).pieces.flatMap { [$0.low, $0.high] } + [0]
    }

    public static func draw(_ marks: [BarMark], on plot: Plot, into canvas: inout Canvas) {
        let names = plot.series.isEmpty ? [""] : plot.series
        let grouped = plot.options.position == .group && marks.contains { $0.series != nil }
        let slot = grouped ? plot.bands.bandwidth / Double(names.count) : plot.bands.bandwidth
        let thickness = min(slot - (grouped ? min(2, slot * 0.15) : 0), 48)
        for piece in Stacking(marks, plot.options.position).pieces {
            let mark = piece.mark
            guard let start = plot.bands.position(of: mark.category.datum) else { continue }
            let offset = grouped ? Double(names.firstIndex(of: mark.series ?? "") ?? 0) * slot : 0
            let edge = start + offset + (slot - thickness) / 2
            let style = mark.isMuted || plot.isMuted(mark.series) ? "muted" : ChartStyle.series(plot.colour(of: mark.series))
            let from = plot.values(piece.low), to = plot.values(piece.high)
            let tooltip = ([plot.text(mark.category.datum), mark.series].compactMap { $0 }.joined(separator: " · ")) + ": " + mark.text(plot)
            let shape: Scene.Shape = plot.options.isHorizontal
                ? .rect(x: min(from, to), y: edge, width: abs(to - from), height: thickness)
                : .rect(x: edge, y: min(from, to), width: thickness, height: abs(to - from))
            canvas.scene.add(shape, style, tooltip: tooltip)
            label(piece, mark, at: edge + thickness / 2, thickness, plot, &canvas)
        }
    }

    func text(_ plot: Plot) -> String { label ?? value.datum.number.map(plot.text) ?? plot.locale.missing }

    /// The value at the bar's end; inside of stacked pieces that are large enough.
    private static func label(
        _ piece: Stacking.Piece, _ mark: BarMark, at centre: Double, _ thickness: Double, _ plot: Plot, _ canvas: inout Canvas
    ) {
        guard plot.showsValues else { return }
        let text = plot.options.position == .percent ? ValueFormat(.percent).text(piece.high - piece.low, plot.locale) : mark.text(plot)
        let width = TextMeasure.width(text, size: 12)
        let from = plot.values(piece.low), to = plot.values(piece.high)
        if plot.options.position != .group {
            let room = plot.options.isHorizontal ? abs(to - from) > width + 8 && thickness >= 16 : abs(to - from) >= 18 && thickness > width + 4
            guard room else { return }
            let style = mark.isMuted || plot.isMuted(mark.series) ? "strong" : "inside"
            return plot.options.isHorizontal
                ? canvas.label(text, x: (from + to) / 2, y: centre + 4, anchor: .middle, style)
                : canvas.label(text, x: centre, y: (from + to) / 2 + 4, anchor: .middle, style)
        }
        let isNegative = (mark.value.datum.number ?? 0) < 0
        let interval = plot.intervals[Plot.Slot(category: mark.category.datum, series: mark.series)]
        let end = interval.map { plot.values(isNegative ? min($0.lowerBound, piece.high) : max($0.upperBound, piece.high)) } ?? to
        if plot.options.isHorizontal {
            guard thickness >= 11 else { return }
            canvas.label(text, x: end + (isNegative ? -5 : 5), y: centre + 4, anchor: isNegative ? .end : .start)
        } else {
            canvas.label(text, x: centre, y: isNegative ? end + 14 : end - 5, anchor: .middle)
        }
    }
}

/// Bars one upon the other: positive ones up from zero, negative ones down.
struct Stacking {
    struct Piece { var mark: BarMark; var low: Double; var high: Double }
    private(set) var pieces: [Piece] = []

    init(_ marks: [BarMark], _ position: ChartOptions.Position) {
        var positive: [Datum: Double] = [:], negative: [Datum: Double] = [:], totals: [Datum: Double] = [:]
        for mark in marks { totals[mark.category.datum, default: 0] += mark.value.datum.number.map(abs) ?? 0 }
        for mark in marks {
            guard var value = mark.value.datum.number else { continue }
            guard position != .group else { pieces.append(Piece(mark: mark, low: 0, high: value)); continue }
            if position == .percent {
                let total = totals[mark.category.datum] ?? 0
                value = total == 0 ? 0 : value / total
            }
            let base = (value < 0 ? negative : positive)[mark.category.datum] ?? 0
            pieces.append(Piece(mark: mark, low: base, high: base + value))
            if value < 0 { negative[mark.category.datum] = base + value } else { positive[mark.category.datum] = base + value }
        }
    }
}
