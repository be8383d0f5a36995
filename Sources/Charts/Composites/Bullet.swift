/// Metrics against their targets, one row each with a scale of its own: a bar for the value, a tick for the target, a
/// thin mark for the baseline (Stephen Few, "Bullet Graph Design Specification", 2013).
public struct Bullet: Graphic {
    public struct Row: Sendable {
        public var name: String
        public var value: Double?
        public var valueText: String
        public var target: Double?
        public var targetText: String
        public var baseline: Double?
        /// Whether the target was reached; nil where that is unknown.
        public var isMet: Bool?

        public init(
            name: String, value: Double?, valueText: String, target: Double?, targetText: String, baseline: Double? = nil, isMet: Bool? = nil
        ) {
            self.name = name
            self.value = value
            self.valueText = valueText
            self.target = target
            self.targetText = targetText
            self.baseline = baseline
            self.isMet = isMet
        }
    }

    public let id: String, title: String
    public let locale: ChartLocale
    let rows: [Row]

    public init(id: String, title: String, locale: ChartLocale, rows: [Row]) {
        self.id = id
        self.title = title
        self.locale = locale
        self.rows = rows
    }

    public var summary: String {
        let items = rows.map { row -> String in
            let target = row.target == nil ? "" : locale == .zhHans ? "，目标 \(row.targetText)" : ", target \(row.targetText)"
            return "\(row.name) \(row.valueText)\(target)"
        }
        return ([title] + items).joined(separator: locale == .zhHans ? "；" : "; ")
    }

    public func scene(width: Double) -> Scene {
        let isNarrow = width < 480
        let rowHeight = isNarrow ? 52.0 : 36.0
        var scene = Scene(width: width, height: max(40, Double(rows.count) * rowHeight + 4))
        let nameWidth = isNarrow ? 0 : min((rows.map { TextMeasure.width($0.name, size: 12) }.max() ?? 0) + 12, width * 0.3)
        let texts = rows.map { text(of: $0) }
        let textWidth = isNarrow ? 0 : min((texts.map { TextMeasure.width($0, size: 12) }.max() ?? 0) + 12, width * 0.36)
        for (index, row) in rows.enumerated() {
            let top = Double(index) * rowHeight
            let bar = (left: nameWidth, right: width - textWidth, y: top + (isNarrow ? 26 : 10))
            if isNarrow {
                let text = TextMeasure.fitted(texts[index], size: 12, width: width * 0.7)
                let own = TextMeasure.width(text, size: 12)
                scene.text(TextMeasure.fitted(row.name, size: 12, width: width - own - 12), x: 0, y: top + 16)
                scene.text(text, x: width, y: top + 16, anchor: .end, "strong")
            } else {
                scene.text(TextMeasure.fitted(row.name, size: 12, width: nameWidth - 12), x: 0, y: bar.y + 12)
                scene.text(TextMeasure.fitted(texts[index], size: 12, width: textWidth - 8), x: bar.right + 10, y: bar.y + 12, "strong")
            }
            draw(row, bar, &scene)
        }
        if rows.isEmpty { scene.text(locale.missing, x: width / 2, y: 24, anchor: .middle) }
        return scene
    }

    private func text(of row: Row) -> String {
        guard row.target != nil else { return row.valueText }
        return locale == .zhHans ? "\(row.valueText)（目标 \(row.targetText)）" : "\(row.valueText) (target \(row.targetText))"
    }

    private func draw(_ row: Row, _ bar: (left: Double, right: Double, y: Double), _ scene: inout Scene) {
        let numbers = [row.value, row.target, row.baseline].compactMap { $0 }.filter { $0.isFinite && $0 > 0 }
        let largest = (numbers.max() ?? 1) * 1.12
        let scale = LinearScale(low: 0, high: largest, from: bar.left, to: bar.right)
        scene.add(.rect(x: bar.left, y: bar.y, width: bar.right - bar.left, height: 16), "track")
        if let value = row.value, value.isFinite, value > 0 {
            scene.add(
                .rect(x: bar.left, y: bar.y + 3, width: scale(value) - bar.left, height: 10), row.isMet == false ? "bad" : "s1",
                tooltip: "\(row.name): \(row.valueText)")
        }
        if let baseline = row.baseline, baseline.isFinite, baseline > 0 {
            scene.add(.line(x1: scale(baseline), y1: bar.y + 13, x2: scale(baseline), y2: bar.y + 19), "axis")
        }
        if let target = row.target, target.isFinite, target > 0 {
            scene.add(.line(x1: scale(target), y1: bar.y - 3, x2: scale(target), y2: bar.y + 19), "tick", tooltip: row.targetText)
        }
    }
}
