/// The series' names with their colours, in rows above the plot; nothing where there is one series or where the lines
/// bear their names.
struct Legend {
    private var items: [(name: String, style: String, x: Double, row: Int)] = []
    let height: Double

    init(chart: Chart, series: [String], width: Double) {
        guard series.count > 1 else { height = 0; return }
        let coloured = chart.series.filter { $0 != chart.options.mutedSeries }
        var x = 0.0, row = 0
        for name in series {
            let text = TextMeasure.fitted(name, size: 12, width: width - 24)
            let itemWidth = TextMeasure.width(text, size: 12) + 32
            if x > 0, x + itemWidth - 14 > width { x = 0; row += 1 }
            let muted = name == chart.options.mutedSeries || (chart.options.highlight.map { $0 != name && series.contains($0) } ?? false)
            items.append((text, muted ? "muted" : ChartStyle.series(coloured.firstIndex(of: name) ?? 0), x, row))
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
    }
}
