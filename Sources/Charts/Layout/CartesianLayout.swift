/// Finds room for axes, labels and legend from measured text, then draws the marks in what is left.
struct CartesianLayout {
    let chart: Chart
    let width: Double
    private let groups: [MarkGroup]
    private let extents: Extents
    private let colours: ColourScale
    private let bars: [BarMark]
    private let hasCells: Bool
    private let isLine: Bool

    init(chart: Chart, width: Double) {
        self.chart = chart
        self.width = width
        groups = MarkGroup.groups(of: chart.marks)
        extents = groups.reduce(into: Extents()) { $0.add($1.extents(chart.options)) }
        colours = ColourScale(marks: chart.marks, options: chart.options)
        bars = chart.marks.compactMap { $0 as? BarMark }
        hasCells = chart.marks.contains { $0 is RectangleMark }
        isLine = chart.marks.contains { $0 is LineMark }
    }

    private var options: ChartOptions { chart.options }
    private var xFormat: ValueFormat { options.xAxis.format ?? normalized(true) ?? chart.format }
    private var yFormat: ValueFormat { options.yAxis.format ?? normalized(false) ?? chart.format }

    /// Shares of a whole are percentages whatever they are shares of.
    private func normalized(_ isHorizontal: Bool) -> ValueFormat? {
        let shares = bars.contains { $0.stacking == .normalized && $0.isHorizontal == isHorizontal }
            || !isHorizontal && chart.marks.contains { ($0 as? AreaMark)?.stacking == .normalized }
        return shares ? ValueFormat(.percent) : nil
    }

    func scene() -> Scene {
        let xTicks = max(2, width / 110)
        guard
            let x = AxisDomain(extents.x, options.xAxis, fromZero: extents.xFromZero, isContinuous: extents.xIsContinuous, ticks: xTicks),
            let y = AxisDomain(extents.y, options.yAxis, fromZero: extents.yFromZero, isContinuous: extents.yIsContinuous, ticks: 5),
            extents.hasValues
        else { return emptyScene() }
        return y.isBands ? rows(x, y) : columns(x, y)
    }

    private func emptyScene() -> Scene {
        var scene = Scene(width: width, height: 80)
        scene.text(chart.locale.missing, x: width / 2, y: 44, anchor: .middle)
        return scene
    }

    private var legendNames: [String] { options.showsLegend ? chart.series : [] }

    // MARK: A vertical axis of numbers

    private func columns(_ x: AxisDomain, _ y: AxisDomain) -> Scene {
        let height = plotHeight(x)
        let yAxis = numberAxis(y, options.yAxis, count: max(2, min(6, height / 55)), yFormat, room: height)
        let left = LeftAxis(yAxis, options: options.yAxis)
        let endWidth = (legendNames.map { TextMeasure.width($0, size: 12) }.max() ?? 0) + 10
        let labelsEnds = isLine && legendNames.count > 1 && legendNames.count <= 6 && endWidth < width * 0.28
        let start = left.width, end = width - (labelsEnds ? endWidth : 12)
        let legend = Legend(chart: chart, names: labelsEnds ? [] : legendNames, colours: colours, width: width)
        let bottom = bottomAxis(x, from: start, to: end, padding: isLine ? 0 : nil)
        let phases = chart.marks.compactMap { $0 as? BandMark }
        let phaseRows = phases.isEmpty ? 0 : Double(BandMark.rows(of: phases, bottom.scale))
        let showsValues = options.showsValues ?? (!isLine && barsHaveRoom(bottom.scale))
        let hasRule = chart.marks.contains { $0 is RuleMark }
        let head = left.head.isEmpty ? 8.0 : 26
        let top = legend.height + head + phaseRows * Canvas.rowHeight + (phaseRows > 0 ? 2 : 0) + (showsValues || hasRule ? 8 : 0)
        let total = height + legend.height
        let base = total - bottom.height - 4
        var canvas = Canvas(scene: Scene(width: width, height: total))
        legend.draw(&canvas.scene)
        let yScale = left.scale(top: top, bottom: base)
        let plot = Plot(
            x: bottom.scale, y: yScale, options: options, colours: colours, xFormat: xFormat, yFormat: yFormat,
            colourFormat: chart.format, locale: chart.locale,
            showsValues: showsValues, labelsEnds: labelsEnds, intervals: intervals)
        canvas.scene.text(TextMeasure.fitted(left.head, size: 12, width: width), x: 0, y: legend.height + 11, "title")
        draw(plot, left, bottom, start: start, base: base, &canvas)
        return canvas.finished()
    }

    private func plotHeight(_ x: AxisDomain) -> Double {
        if let aspect = options.aspect { return max(120, width * aspect) }
        let isScatter = !x.isBands && bars.isEmpty && !isLine
        return isScatter ? max(260, min(420, width * 0.56)) : max(200, min(360, width * 0.46))
    }

    private func barsHaveRoom(_ scale: PositionScale) -> Bool {
        guard !bars.isEmpty, let bands = scale.bands else { return !bars.isEmpty }
        let positions = Set(bars.compactMap(\.attributes.position)).count
        if positions == 0 && bars.contains(where: { $0.attributes.series != nil }) { return true }
        let texts = bars.map { $0.attributes.label ?? yFormat.text($0.value ?? 0, chart.locale) }
        return (texts.map { TextMeasure.width($0, size: 12) }.max() ?? 0) + 4 < bands.step / Double(max(1, positions)) * 0.95
    }

    // MARK: Rows below each other

    private func rows(_ x: AxisDomain, _ y: AxisDomain) -> Scene {
        guard case .bands(let domain) = y else { return emptyScene() }
        let positions = max(1, Set(bars.compactMap(\.attributes.position)).count)
        let rowHeight = options.rowHeight ?? (hasCells ? 26 : positions > 1 ? Double(positions) * 17 + 10 : 30)
        let padding = hasCells ? 0.06 : 0.3
        let left = LeftAxis(
            bands: domain, padding: padding, options: options.yAxis, locale: chart.locale, room: width * 0.38,
            lines: rowHeight >= 30 ? 2 : 1)
        let valueTexts = bars.filter { $0.isHorizontal && !$0.isStacked(among: bars) }.map { $0.attributes.label ?? xFormat.text($0.value ?? 0, chart.locale) }
        let labelsBars = !valueTexts.isEmpty && options.showsValues != false
        let room = labelsBars ? min((valueTexts.map { TextMeasure.width($0, size: 12) }.max() ?? 0) + 10, width * 0.25) : 8
        let hasNegative = bars.contains { !$0.isRange && ($0.value ?? 0) < 0 }
        let start = left.width + (hasNegative && labelsBars ? room : 0), end = width - room
        // Bars that bear their values need no axis of numbers.
        let bottom = bottomAxis(x, from: start, to: end, padding: hasCells ? 0.06 : nil, hidesNumbers: labelsBars)
        let legend = Legend(chart: chart, names: legendNames, colours: colours, width: width)
        let hasRule = chart.marks.contains { $0 is RuleMark }
        let phases = chart.marks.compactMap { $0 as? BandMark }
        let phaseRows = phases.isEmpty ? 0 : Double(BandMark.rows(of: phases, bottom.scale))
        let top = legend.height + (left.head.isEmpty ? 4 : 20) + (hasRule ? 18 : 0) + phaseRows * Canvas.rowHeight + (phaseRows > 0 ? 4 : 0)
        let base = top + rowHeight * Double(domain.count)
        var canvas = Canvas(scene: Scene(width: width, height: base + bottom.height + 4))
        legend.draw(&canvas.scene)
        let plot = Plot(
            x: bottom.scale, y: left.scale(top: top, bottom: base), options: options, colours: colours, xFormat: xFormat, yFormat: yFormat,
            colourFormat: chart.format, locale: chart.locale, showsValues: options.showsValues ?? true, labelsEnds: false, intervals: intervals)
        canvas.scene.text(TextMeasure.fitted(left.head, size: 12, width: width), x: 0, y: legend.height + 11, "title")
        draw(plot, left, bottom, start: left.width, base: base, &canvas)
        return canvas.finished()
    }

    // MARK: Both

    private func numberAxis(_ domain: AxisDomain, _ axis: AxisOptions, count: Double, _ format: ValueFormat, room: Double) -> NumberAxis {
        switch domain {
        case .numbers(let low, let high): NumberAxis(low: low, high: high, options: axis, count: count, format: format, chart.locale)
        case .time(let low, let high): NumberAxis(from: low, to: high, room: room, chart.locale)
        case .bands: NumberAxis(low: 0, high: 1, options: axis, count: count, format: format, chart.locale)
        }
    }

    private func bottomAxis(_ domain: AxisDomain, from: Double, to: Double, padding: Double?, hidesNumbers: Bool = false) -> BottomAxis {
        if case .bands(let data) = domain {
            let space = padding ?? (data.count > 40 ? 0.1 : 0.28)
            return BottomAxis(
                bands: data, padding: space, from: from, to: to, options: options.xAxis, locale: chart.locale, room: from...width)
        }
        var axis = options.xAxis
        if hidesNumbers, axis.isHidden == nil, case .numbers = domain { axis.isHidden = true }
        return BottomAxis(
            numberAxis(domain, axis, count: max(2, (to - from) / 90), xFormat, room: to - from), from: from, to: to, options: axis)
    }

    private func draw(_ plot: Plot, _ left: LeftAxis, _ bottom: BottomAxis, start: Double, base: Double, _ canvas: inout Canvas) {
        groups.filter { $0.layer == .behind }.forEach { $0.draw(plot, &canvas) }
        if options.yAxis.hasGrid != false { left.drawGrid(plot.y, left: plot.left, right: plot.right, &canvas.scene) }
        if options.xAxis.hasGrid != false { bottom.drawGrid(top: plot.top, bottom: base, &canvas.scene) }
        left.draw(plot.y, left: start, &canvas.scene)
        bottom.draw(at: base, width: width, &canvas.scene)
        if let zero = plot.x.values, bars.contains(where: \.isHorizontal), let x = zero.position(of: 0), plot.x.range.contains(x) {
            canvas.scene.add(.line(x1: x, y1: plot.top, x2: x, y2: base), "axis")
        }
        groups.filter { $0.layer != .behind }.forEach { $0.draw(plot, &canvas) }
    }

    private var intervals: [Plot.Slot: ClosedRange<Double>] {
        let marks = chart.marks.compactMap { $0 as? ErrorBarMark }
        return Dictionary(
            marks.compactMap { mark in mark.values.map { (Plot.Slot(category: mark.category, position: mark.attributes.position), $0) } },
            uniquingKeysWith: { first, _ in first })
    }
}
