/// What the colours mean, in rows above the plot: a swatch for each series, or a ramp with its ends. Nothing where there
/// is one series or where the lines bear their names.
struct Legend {
    private var items: [(name: String, style: String, x: Double, row: Int)] = []
    private var ramp: (classes: [String], low: String, high: String)?
    let height: Double

    init(chart: Chart, names: [String], colours: ColourScale, labels: LabelScale? = nil, width: Double) {
        if chart.options.showsLegend, colours.hasRamp, names.isEmpty {
            let (low, high) = colours.ends
            let format = chart.format, unit = labels.map { $0.unit.isEmpty ? "" : chart.locale == .zhHans ? " \($0.unit)" : " (\($0.unit))" } ?? ""
            let ends = [low, high].map { labels?.text($0) ?? format.text($0, chart.locale) }
            ramp = ((0..<ColourScale.steps).map(colours.rampClass), ends[0], ends[1] + unit)
            height = 24
            return
        }
        guard names.count > 1 else { height = 0; return }
        var firsts: [String: MarkAttributes] = [:]
        for mark in chart.marks.all { if let name = mark.attributes.series, firsts[name] == nil { firsts[name] = mark.attributes } }
        var x = 0.0, row = 0
        for name in names {
            let text = TextMeasure.fitted(name, size: 12, width: width - 24)
            let itemWidth = TextMeasure.width(text, size: 12) + 32
            if x > 0, x + itemWidth - 14 > width { x = 0; row += 1 }
            var attributes = firsts[name] ?? MarkAttributes()
            if attributes.role == .muted { attributes.role = nil }
            items.append((text, colours.fill(attributes), x, row))
            x += itemWidth
        }
        height = Double(row + 1) * 20 + 6
    }

    func draw(_ scene: inout Scene) {
        for item in items {
            let y = Double(item.row) * 20
            scene.add(.rect(x: item.x, y: y + 2, width: 11, height: 11), item.style)
            scene.text(item.name, x: item.x + 16, y: y + 12)
        }
        if let ramp {
            scene.text(ramp.low, x: 0, y: 12)
            let start = TextMeasure.width(ramp.low, size: 12) + 8
            for (index, style) in ramp.classes.enumerated() {
                scene.add(.rect(x: start + Double(index) * 14, y: 2, width: 14, height: 11), style)
            }
            scene.text(ramp.high, x: start + Double(ramp.classes.count) * 14 + 8, y: 12)
        }
    }
}
