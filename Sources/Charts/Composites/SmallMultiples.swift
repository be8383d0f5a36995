/// The same chart for several groups, side by side on one scale, so that heights compare across all.
public struct SmallMultiples: Graphic {
    public let id: String, title: String
    public let locale: ChartLocale
    private let panels: [Chart]

    /// - Parameter panels: charts of one kind; their titles name the groups.
    public init(id: String, title: String, locale: ChartLocale, panels: [Chart]) {
        self.id = id
        self.title = title
        self.locale = locale
        self.panels = panels
    }

    public var summary: String { title + (locale == .zhHans ? "。" : ". ") + panels.map(\.summary).joined(separator: locale == .zhHans ? "" : " ") }

    public func scene(width: Double) -> Scene {
        guard !panels.isEmpty else { return .empty(width: width, locale) }
        // As many rows as there must be, and all of them about full.
        let most = max(1, min(panels.count, Int(width / 165))), rows = (panels.count + most - 1) / most
        let columns = (panels.count + rows - 1) / rows
        let gap = 20.0, panelWidth = (width - gap * Double(columns - 1)) / Double(columns)
        let (charts, unit) = shared(panelWidth)
        var scene = Scene(width: width, height: 0), y = 0.0
        if !unit.isEmpty {
            scene.text(TextMeasure.fitted(unit, size: 12, width: width), x: 0, y: 12, "title")
            y = 18
        }
        for start in stride(from: 0, to: charts.count, by: columns) {
            let row = charts[start..<min(start + columns, charts.count)].map { ($0.title, $0.scene(width: panelWidth)) }
            for (column, (title, panel)) in row.enumerated() {
                let x = Double(column) * (panelWidth + gap)
                scene.text(TextMeasure.fitted(title, size: 12, width: panelWidth), x: x, y: y + 14, "strong")
                scene.add(panel, x: x, y: y + 22)
            }
            y += (row.map(\.1.height).max() ?? 0) + 34
        }
        scene.height = max(40, y - 8)
        return scene
    }

    /// All panels on one axis of values, without legends, and the unit that they share.
    private func shared(_ width: Double) -> (charts: [Chart], unit: String) {
        let layouts = panels.map { CartesianLayout(chart: $0, width: width) }
        let domains = layouts.compactMap(\.valueDomain)
        guard let low = domains.map(\.lowerBound).min(), let high = domains.map(\.upperBound).max() else { return (panels, "") }
        let areRows = layouts.contains(where: \.hasRows), format = panels[0].format
        let unit = format.axisScale(largest: max(low.magnitude, high.magnitude), step: Ticks.step(low, high, 4), locale).unit
        let charts = panels.map { panel -> Chart in
            let plain = panel.chartLegend(isShown: false).chartXAxis { $0.hidesUnit = true }.chartYAxis { $0.hidesUnit = true }
            return areRows ? plain.chartXAxis { $0.domain = low...high } : plain.chartYAxis { $0.domain = low...high }.chartAspect(0.55)
        }
        return (charts, unit)
    }
}
