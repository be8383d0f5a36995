/// Finds room for axes, labels and legend from measured text, then draws the marks in what is left.
struct CartesianLayout {
    let chart: Chart
    let width: Double
    private let domain: [Datum]
    private let series: [String]
    private let isHorizontal: Bool

    init(chart: Chart, width: Double) {
        self.chart = chart
        self.width = width
        domain = chart.domain
        series = chart.series
        isHorizontal = chart.options.isHorizontal
    }

    func scene() -> Scene {
        let range = valueRange()
        guard !domain.isEmpty, let range else { return emptyScene() }
        let axis = ValueAxis(low: range.0, high: range.1, count: isHorizontal ? max(2, width / 130) : 5, format: valueFormat, chart.locale)
        return isHorizontal ? horizontal(axis) : vertical(axis)
    }

    private var valueFormat: ValueFormat { chart.options.position == .percent ? ValueFormat(.percent) : chart.format }

    private func emptyScene() -> Scene {
        var scene = Scene(width: width, height: 80)
        scene.text(chart.locale.missing, x: width / 2, y: 44, anchor: .middle)
        return scene
    }

    /// The numbers that the marks need; nil where there are none.
    private func valueRange() -> (Double, Double)? {
        let numbers = groups.flatMap { $0.extent(chart.options) }.filter(\.isFinite)
        guard let low = numbers.min(), let high = numbers.max(), marksHaveValues else { return nil }
        // A line may start above zero where that shows more; bars and areas never do.
        let startsAtZero = low >= 0 && (hasBars || low < high * 0.6)
        let bottom = startsAtZero ? 0 : low
        if bottom == high { return high == 0 ? (0, 1) : (min(0, high), max(0, high)) }
        if chart.options.position == .percent, low >= 0, high <= 1 + 1e-9 { return (0, 1) }
        return Ticks.nice(bottom, high, 5)
    }

    private var hasBars: Bool { chart.marks.contains { $0 is BarMark || $0 is AreaMark } }

    private var marksHaveValues: Bool {
        chart.marks.contains { mark in
            switch mark {
            case let bar as BarMark: bar.value.datum.number != nil
            case let line as LineMark: line.y.datum.number != nil
            case let area as AreaMark: area.y.datum.number != nil
            case let point as PointMark: point.y.datum.number != nil
            default: false
            }
        }
    }

    /// The marks by kind, in the order in which they are drawn: what lies behind comes first.
    private var groups: [MarkGroup] { MarkGroup.groups(of: chart.marks) }

    private var intervals: [Plot.Slot: ClosedRange<Double>] {
        let bars = chart.marks.compactMap { $0 as? ErrorBarMark }.filter { $0.low <= $0.high }
        return Dictionary(bars.map { (Plot.Slot(category: $0.category, series: $0.series), $0.low...$0.high) }, uniquingKeysWith: { first, _ in first })
    }

    // MARK: Standing

    private func vertical(_ axis: ValueAxis) -> Scene {
        let left = (axis.labels.map { TextMeasure.width($0.text, size: 12) }.max() ?? 0) + 10
        let isLine = chart.marks.contains { $0 is LineMark }
        let endWidth = (series.map { TextMeasure.width($0, size: 12) }.max() ?? 0) + 10
        let labelsEnds = isLine && series.count > 1 && series.count <= 6 && endWidth < width * 0.28
        let right = width - (labelsEnds ? endWidth : 12)
        let legend = Legend(chart: chart, series: labelsEnds ? [] : series, width: width)
        let showsValues = !isLine && barsHaveRoom(width: right - left)
        let bands = BandScale(domain, from: left, to: right, padding: isLine ? 0 : domain.count > 40 ? 0.1 : 0.28)
        let phases = chart.marks.compactMap { $0 as? BandMark }
        let bandRows = phases.isEmpty ? 0 : Double(BandMark.rows(of: phases, bands))
        let hasRule = chart.marks.contains { $0 is RuleMark }
        let top = legend.height + (axis.scale.unit.isEmpty ? 8 : 26) + bandRows * Canvas.rowHeight + (bandRows > 0 ? 2 : 0) + (showsValues || hasRule ? 8 : 0)
        let labels = CategoryLabels(domain: domain, bands: bands, locale: chart.locale, room: left...width)
        let height = max(200, min(360, width * 0.46)) + legend.height
        let bottom = height - labels.height - 4
        var canvas = Canvas(scene: Scene(width: width, height: height))
        legend.draw(&canvas.scene)
        let plot = Plot(
            left: left, right: right, top: top, bottom: bottom, bands: bands,
            values: LinearScale(low: axis.low, high: axis.high, from: bottom, to: top), options: chart.options, series: series,
            format: chart.format, locale: chart.locale, showsValues: showsValues, labelsEnds: labelsEnds, intervals: intervals)
        if !axis.scale.unit.isEmpty { canvas.scene.text(axis.scale.unit, x: 0, y: legend.height + 11) }
        groups.filter(\.isBehind).forEach { $0.draw(plot, &canvas) }
        for tick in axis.labels {
            let y = plot.values(tick.value)
            canvas.scene.add(.line(x1: left, y1: y, x2: right, y2: y), tick.value == 0 ? "axis" : "grid")
            canvas.scene.text(tick.text, x: left - 8, y: y + 4, anchor: .end)
        }
        labels.draw(at: bottom, &canvas.scene)
        groups.filter { !$0.isBehind }.forEach { $0.draw(plot, &canvas) }
        return canvas.finished()
    }

    private func barsHaveRoom(width: Double) -> Bool {
        let bars = chart.marks.compactMap { $0 as? BarMark }
        guard !bars.isEmpty else { return false }
        if chart.options.position != .group { return true }
        let slots = Double(domain.count * max(1, series.count))
        let texts = bars.map { $0.label ?? $0.value.datum.number.map { chart.format.text($0, chart.locale) } ?? "" }
        return (texts.map { TextMeasure.width($0, size: 12) }.max() ?? 0) + 4 < width / slots * 0.95
    }

    // MARK: Lying

    private func horizontal(_ axis: ValueAxis) -> Scene {
        let names = domain.map { datum -> String in if case .text(let text) = datum { text } else if case .day(let day) = datum { chart.locale.day(day) } else { "" } }
        let widest = names.map { TextMeasure.width($0, size: 12) }.max() ?? 0
        let left = min(widest, width * 0.38) + 10
        let bars = chart.marks.compactMap { $0 as? BarMark }
        let isGrouped = chart.options.position == .group
        let texts = bars.map { $0.label ?? $0.value.datum.number.map { chart.format.text($0, chart.locale) } ?? "" }
        let room = isGrouped ? (texts.map { TextMeasure.width($0, size: 12) }.max() ?? 0) + 10 : 8
        let hasNegative = bars.contains { ($0.value.datum.number ?? 0) < 0 }
        let legend = Legend(chart: chart, series: series, width: width)
        let slot = isGrouped && series.count > 1 ? Double(series.count) * 17 + 10 : 30
        let hasRule = chart.marks.contains { $0 is RuleMark }
        let top = legend.height + (hasRule ? 20 : 4)
        let height = top + slot * Double(domain.count) + 4
        let bands = BandScale(domain, from: top, to: height - 4, padding: 0.3)
        let plot = Plot(
            left: left + (hasNegative ? room : 0), right: width - room, top: top, bottom: height - 4, bands: bands,
            values: LinearScale(low: axis.low, high: axis.exactHigh, from: left + (hasNegative ? room : 0), to: width - room),
            options: chart.options, series: series, format: chart.format, locale: chart.locale, showsValues: true, labelsEnds: false, intervals: intervals)
        var canvas = Canvas(scene: Scene(width: width, height: height))
        legend.draw(&canvas.scene)
        for (datum, name) in zip(domain, names) {
            guard let centre = bands.center(of: datum) else { continue }
            canvas.scene.text(TextMeasure.fitted(name, size: 12, width: left - 10), x: left - 8, y: centre + 4, anchor: .end)
        }
        let zero = plot.values(0)
        groups.filter(\.isBehind).forEach { $0.draw(plot, &canvas) }
        canvas.scene.add(.line(x1: zero, y1: top, x2: zero, y2: height - 4), "axis")
        groups.filter { !$0.isBehind }.forEach { $0.draw(plot, &canvas) }
        return canvas.finished()
    }
}
