/// Finds room for axes, labels and legend from measured text, then draws the marks in what is left.
struct CartesianLayout {
    let chart: Chart
    let width: Double
    private let groups: [MarkGroup]
    private let extents: Extents
    private let colours: ColourScale
    private let bars: [BarMark]
    private let areStacked: Bool
    private let xFormat: ValueFormat, yFormat: ValueFormat
    private let hasCells: Bool
    private let isLine: Bool

    init(chart: Chart, width: Double) {
        self.chart = chart
        self.width = width
        groups = chart.marks.groups
        extents = groups.reduce(into: Extents()) { $0.add($1.extents(chart.options)) }
        colours = ColourScale(marks: chart.marks, options: chart.options)
        bars = chart.marks.of(BarMark.self)
        areStacked = BarMark.areStacked(bars)
        (xFormat, yFormat) = (
            chart.options.xAxis.format ?? (Self.areShares(chart, bars, true) ? ValueFormat(.percent) : chart.format),
            chart.options.yAxis.format ?? (Self.areShares(chart, bars, false) ? ValueFormat(.percent) : chart.format)
        )
        hasCells = chart.marks.has(RectangleMark.self)
        isLine = chart.marks.has(LineMark.self)
    }

    private var options: ChartOptions { chart.options }

    /// Shares of a whole are percentages whatever they are shares of.
    private static func areShares(_ chart: Chart, _ bars: [BarMark], _ isHorizontal: Bool) -> Bool {
        bars.contains { $0.stacking == .normalized && $0.isHorizontal == isHorizontal }
            || !isHorizontal && chart.marks.of(AreaMark.self).contains { $0.stacking == .normalized }
    }

    /// Numbers that are written beside or inside marks.
    private func labelNumbers(horizontal: Bool) -> [Double] {
        let pieces = StackedBars.pieces(bars.filter { $0.isHorizontal == horizontal && $0.attributes.label == nil && $0.hasLabel }).compactMap(\.number)
        if hasCells { return pieces + chart.marks.of(RectangleMark.self).filter { $0.attributes.label == nil }.compactMap { $0.attributes.colour?.datum.number } }
        return pieces + chart.marks.of(PointMark.self).compactMap { $0.attributes.label == nil ? $0.attributes.labelValue : nil }
    }

    private var xDomain: AxisDomain? {
        AxisDomain(extents.x, shared(options.xAxis, true), fromZero: extents.xFromZero, isContinuous: extents.xIsContinuous, padding: extents.padding, ticks: max(2, width / 110))
    }

    private var yDomain: AxisDomain? {
        AxisDomain(extents.y, shared(options.yAxis, false), fromZero: extents.yFromZero, isContinuous: extents.yIsContinuous, padding: extents.padding, ticks: 5)
    }

    /// Shares of a whole end with the whole.
    private func shared(_ axis: AxisOptions, _ isHorizontal: Bool) -> AxisOptions {
        guard axis.domain == nil, Self.areShares(chart, bars, isHorizontal) else { return axis }
        var axis = axis
        axis.domain = 0...1
        return axis
    }

    /// Whether categories stand below each other.
    var hasRows: Bool { yDomain?.isBands ?? false }

    /// What the axis of numbers runs over.
    var valueDomain: ClosedRange<Double>? {
        guard case .numbers(let low, let high)? = hasRows ? xDomain : yDomain else { return nil }
        return low...high
    }

    func scene() -> Scene {
        guard let x = xDomain, let y = yDomain, extents.hasValues else { return .empty(width: width, chart.locale) }
        return y.isBands ? rows(x, y) : columns(x, y)
    }

    private var legendNames: [String] { options.showsLegend ? chart.series : [] }

    // MARK: A vertical axis of numbers

    private func columns(_ x: AxisDomain, _ y: AxisDomain) -> Scene {
        let height = plotHeight(x)
        let yAxis = numberAxis(y, options.yAxis, count: max(2, min(6, height / 50)), yFormat, room: height)
        let numbers = labelNumbers(horizontal: false)
        // Bars that all bear their values need no axis of numbers.
        let bare = bottomAxis(x, from: 12, to: width - 12, padding: nil).scale
        let scale = yFormat.labelScale(numbers, chart.locale)
        let labelsBars = !bars.isEmpty && !isLine && !areStacked && options.yAxis.isHidden == nil && (options.showsValues ?? barsHaveRoom(bare, scale))
        var axis = options.yAxis
        if labelsBars { axis.isHidden = true }
        let isTight = labelsBars && axis.domain == nil && axis.kind == .linear && !axis.isSymmetric
        let shown = isTight ? numberAxis(y.ending(with: extents.y.compactMap(\.number).max()), options.yAxis, count: 2, yFormat, room: height) : yAxis
        let left = LeftAxis(shown, options: axis)
        let labels = labelsBars ? scale : yFormat.labelScale(numbers, divisor: yAxis.divisor, chart.locale)
        let (unit, head) = said(unit: labelsBars ? labels?.unit ?? "" : yAxis.unit, isShown: labelsBars || axis.isHidden != true, axis)
        let endWidth = (legendNames.map { TextMeasure.width($0, size: 12) }.max() ?? 0) + 10
        let labelsEnds = isLine && legendNames.count > 1 && legendNames.count <= 6 && endWidth < width * 0.28
        let start = min(left.width, width * 0.6), end = width - (labelsEnds ? endWidth : 12)
        let legend = Legend(chart: chart, names: labelsEnds ? [] : legendNames, colours: colours, width: width)
        let bottom = bottomAxis(x, from: start, to: end, padding: isLine ? 0 : nil)
        let phases = chart.marks.of(BandMark.self)
        let phaseRows = phases.isEmpty ? 0 : Double(BandMark.rows(of: phases, bottom.scale))
        let showsValues = labelsBars || (options.showsValues ?? areStacked)
        let hasRule = chart.marks.of(RuleMark.self).contains { $0.attributes.role != .muted }
        let top = legend.height + (head.isEmpty ? 8.0 : 26) + phaseRows * Canvas.rowHeight + (phaseRows > 0 ? 2 : 0) + (showsValues || hasRule ? 8 : 0)
        let base = top + height, total = base + bottom.height + 4
        var canvas = Canvas(scene: Scene(width: width, height: total))
        legend.draw(&canvas.scene)
        let yScale = left.scale(top: top, bottom: base)
        let plot = Plot(
            x: bottom.scale, y: yScale, options: options, colours: colours, xFormat: xFormat, yFormat: yFormat,
            colourFormat: chart.format, locale: chart.locale,
            showsValues: showsValues, labelsEnds: labelsEnds, labels: labels, intervals: intervals)
        canvas.scene.unit = unit
        canvas.scene.text(TextMeasure.fitted(head, size: 12, width: width), x: 0, y: legend.height + 11, "title")
        draw(plot, left, bottom, start: start, base: base, &canvas)
        return canvas.finished()
    }

    private func plotHeight(_ x: AxisDomain) -> Double {
        if let aspect = options.aspect { return max(60, width * aspect) }
        let isScatter = !x.isBands && bars.isEmpty && !isLine
        return isScatter ? max(220, min(400, width * 0.52)) : max(160, min(320, width * 0.38))
    }

    private func barsHaveRoom(_ scale: PositionScale, _ labels: LabelScale?) -> Bool {
        guard bars.contains(where: \.hasLabel), let bands = scale.bands else { return false }
        let positions = Set(bars.compactMap(\.attributes.position)).count
        let texts = bars.map { text(of: $0, labels, yFormat) }
        return (texts.map { TextMeasure.width($0, size: 12) }.max() ?? 0) + 4 < bands.step / Double(max(1, positions)) * 0.95
    }

    private func text(of bar: BarMark, _ labels: LabelScale?, _ format: ValueFormat) -> String {
        if let own = bar.attributes.label { return own }
        guard let number = bar.attributes.labelValue ?? bar.value, number.isFinite else { return "" }
        return (labels?.text(number) ?? format.text(number, chart.locale)) + (bar.attributes.signsLabel ? "+" : "")
    }

    // MARK: Rows below each other

    private func rows(_ x: AxisDomain, _ y: AxisDomain) -> Scene {
        guard case .bands(let domain) = y else { return .empty(width: width, chart.locale) }
        let positions = max(1, Set(bars.compactMap(\.attributes.position)).count)
        let padding = hasCells ? 0.06 : 0.3
        let rowHeight = options.rowHeight ?? (hasCells ? 26 : positions > 1 ? Double(positions) * 17 + 10 : 30)
        let left = LeftAxis(
            bands: domain, padding: padding, options: options.yAxis, locale: chart.locale, room: width * 0.38,
            lines: rowHeight >= 30 ? 2 : 1)
        let format = bars.isEmpty ? (hasCells ? chart.format : xFormat) : xFormat
        let scale = format.labelScale(labelNumbers(horizontal: true), chart.locale)
        let beyond = bars.filter { $0.isHorizontal && !areStacked && $0.attributes.labelSide != .inside && $0.hasLabel }
        let valueTexts = beyond.map { text(of: $0, scale, xFormat) }.filter { !$0.isEmpty }
        let labelsBars = !valueTexts.isEmpty && options.showsValues != false
        let room = labelsBars ? min((valueTexts.map { TextMeasure.width($0, size: 12) }.max() ?? 0) + 10, width * 0.25) : 8
        let hasNegative = beyond.contains { !$0.isRange && ($0.value ?? 0) < 0 }
        let beside = min(extents.labelRoom, width * 0.2)
        let start = min(left.width, width * 0.5) + (hasNegative && labelsBars ? room : beside), end = width - max(room, beside)
        // Bars that bear their values need no axis of numbers.
        let bottom = bottomAxis(x, from: start, to: end, padding: hasCells ? 0.06 : nil, hidesNumbers: labelsBars)
        let divisor = bottom.divisor
        let labels = labelsBars || divisor == nil ? scale : format.labelScale(labelNumbers(horizontal: true), divisor: divisor, chart.locale)
        let legend = Legend(chart: chart, names: legendNames, colours: colours, labels: hasCells ? labels : nil, width: width)
        let (unit, head) = said(unit: labelsBars ? labels?.unit ?? "" : "", isShown: labelsBars, options.yAxis)
        let hasRule = chart.marks.has(RuleMark.self)
        let phases = chart.marks.of(BandMark.self)
        let phaseRows = phases.isEmpty ? 0 : Double(BandMark.rows(of: phases, bottom.scale))
        let top = legend.height + (head.isEmpty ? 4 : 20) + (hasRule ? 18 : 0) + phaseRows * Canvas.rowHeight + (phaseRows > 0 ? 4 : 0)
        let base = top + rowHeight * Double(domain.count)
        var canvas = Canvas(scene: Scene(width: width, height: base + bottom.height + 4))
        legend.draw(&canvas.scene)
        let plot = Plot(
            x: bottom.scale, y: left.scale(top: top, bottom: base), options: options, colours: colours, xFormat: xFormat, yFormat: yFormat,
            colourFormat: chart.format, locale: chart.locale, showsValues: options.showsValues ?? true, labelsEnds: false, labels: labels,
            intervals: intervals)
        canvas.scene.unit = unit
        canvas.scene.text(TextMeasure.fitted(head, size: 12, width: width), x: 0, y: legend.height + 11, "title")
        draw(plot, left, bottom, start: left.width, base: base, &canvas)
        return canvas.finished()
    }

    // MARK: Both

    /// The unit where it stands alone, and what stands above the axis: its title, its unit, or nothing.
    private func said(unit: String, isShown: Bool, _ axis: AxisOptions) -> (unit: String?, head: String) {
        let own = isShown && !axis.hidesUnit ? unit : "", title = axis.title ?? ""
        guard title.isEmpty else { return (nil, [title, own].filter { !$0.isEmpty }.joined(separator: " · ")) }
        return (own.isEmpty ? nil : own, options.saysUnit ? own : "")
    }

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
        let hasLines = isLine && !hasRows && !(plot.x.values.map { _ in extents.x.contains(where: \.isNumber) } ?? false)
        if options.xAxis.hasGrid ?? !hasLines { bottom.drawGrid(top: plot.top, bottom: base, &canvas.scene) }
        left.draw(plot.y, left: start, &canvas.scene)
        bottom.draw(at: base, width: width, &canvas.scene)
        if options.yAxis.isHidden != true, left.isBare, let zero = plot.y.values, let y = zero.position(of: 0), plot.y.range.contains(y) {
            canvas.scene.add(.line(x1: plot.left, y1: y, x2: plot.right, y2: y), "axis")
        }
        if let zero = plot.x.values, bars.contains(where: \.isHorizontal), let x = zero.position(of: 0), plot.x.range.contains(x) {
            canvas.scene.add(.line(x1: x, y1: plot.top, x2: x, y2: base), "axis")
        }
        groups.filter { $0.layer != .behind }.forEach { $0.draw(plot, &canvas) }
    }

    private var intervals: [Plot.Slot: ClosedRange<Double>] {
        let marks = chart.marks.of(ErrorBarMark.self)
        return Dictionary(
            marks.compactMap { mark in mark.values.map { (Plot.Slot(category: mark.category, position: mark.attributes.position), $0) } },
            uniquingKeysWith: { first, _ in first })
    }
}
