/// Shares of a whole as a ring, with name, value and share of each beside it; from the seventh part on they are one.
public struct Donut: Sendable {
    public struct Part: Sendable {
        public var name: String
        public var value: Double?
        public var label: String?

        public init(name: String, value: Double?, label: String? = nil) {
            self.name = name
            self.value = value
            self.label = label
        }
    }

    public let id: String, title: String
    public let locale: ChartLocale
    public let format: ValueFormat
    let parts: [Part]

    /// - Parameters:
    ///   - parts: in the order in which they go round; negative and missing ones are left out.
    ///   - other: what the parts beyond the sixth are called together.
    public init(id: String, title: String, locale: ChartLocale, format: ValueFormat, parts: [Part], other: String) {
        self.id = id
        self.title = title
        self.locale = locale
        self.format = format
        let drawn = parts.filter { ($0.value ?? 0) > 0 && ($0.value ?? 0).isFinite }
        if drawn.count > 6 {
            let rest = drawn.dropFirst(5).reduce(0) { $0 + ($1.value ?? 0) }
            self.parts = drawn.prefix(5) + [Part(name: other, value: rest)]
        } else {
            self.parts = drawn
        }
    }

    private var total: Double { parts.reduce(0) { $0 + ($1.value ?? 0) } }

    public var summary: String {
        guard total > 0 else { return locale.missing }
        let items = parts.map { "\($0.name) \(ValueFormat(.percent).text(($0.value ?? 0) / total, locale))" }
        return title + (locale == .zhHans ? "：" : ": ") + items.joined(separator: locale == .zhHans ? "，" : ", ")
    }

    public func svg(width: Double) -> String {
        SVGWriter(id: "\(id)-\(Int(width))", title: title, description: summary).svg(scene(width: width))
    }

    func scene(width: Double) -> Scene {
        guard total > 0 else {
            var scene = Scene(width: width, height: 80)
            scene.text(locale.missing, x: width / 2, y: 44, anchor: .middle)
            return scene
        }
        let isNarrow = width < 480
        let size = isNarrow ? 190.0 : 220.0
        var scene = Scene(width: width, height: isNarrow ? size + 16 + Double(parts.count) * 24 : max(size, Double(parts.count) * 26 + 8))
        let centre = (x: isNarrow ? width / 2 : size / 2 + 8, y: isNarrow ? size / 2 : scene.height / 2)
        ring(centre, outer: size / 2 - 4, inner: size / 2 - 44, &scene)
        scene.text(locale.total, x: centre.x, y: centre.y - 4, anchor: .middle)
        scene.text(format.text(total, locale), x: centre.x, y: centre.y + 16, anchor: .middle, size: 14, "strong")
        let list = (x: isNarrow ? 0 : size + 48, y: isNarrow ? size + 16 : (scene.height - Double(parts.count) * 26) / 2)
        table(list, width: min(width - list.x, 340), rowHeight: isNarrow ? 24 : 26, &scene)
        return scene
    }

    private func ring(_ centre: (x: Double, y: Double), outer: Double, inner: Double, _ scene: inout Scene) {
        var angle = 0.0
        for (index, part) in parts.enumerated() {
            let share = (part.value ?? 0) / total
            let next = angle + share
            let tooltip = "\(part.name): \(part.label ?? format.text(part.value ?? 0, locale)) (\(ValueFormat(.percent).text(share, locale)))"
            scene.add(.path(sector(centre, outer, inner, from: angle, to: min(next, angle + 0.99999))), "\(style(index)) sector", tooltip: tooltip)
            angle = next
        }
    }

    private func style(_ index: Int) -> String { index == 5 && parts.count == 6 && parts[5].label == nil ? "muted" : "s\(index % ChartStyle.count + 1)" }

    private func sector(_ c: (x: Double, y: Double), _ outer: Double, _ inner: Double, from: Double, to: Double) -> String {
        func point(_ turn: Double, _ radius: Double) -> (Double, Double) {
            let (sine, cosine) = Trigonometry.sineCosine(turns: turn)
            return (c.x + radius * sine, c.y - radius * cosine)
        }
        // A sliver of space between neighbours keeps them apart without a line.
        let gap = parts.count > 1 && to - from > 0.01 ? 0.0015 : 0
        let (a, b) = (from + gap, to - gap)
        var path = PathBuilder()
        let start = point(a, outer), end = point(b, outer), innerEnd = point(b, inner), innerStart = point(a, inner)
        path.move(start.0, start.1)
        path.arc(radius: outer, large: b - a > 0.5, sweep: true, end.0, end.1)
        path.line(innerEnd.0, innerEnd.1)
        path.arc(radius: inner, large: b - a > 0.5, sweep: false, innerStart.0, innerStart.1)
        path.close()
        return path.data
    }

    private func table(_ origin: (x: Double, y: Double), width: Double, rowHeight: Double, _ scene: inout Scene) {
        for (index, part) in parts.enumerated() {
            let y = origin.y + Double(index) * rowHeight + rowHeight / 2
            let value = part.label ?? format.text(part.value ?? 0, locale)
            let valueWidth = TextMeasure.width(value, size: 12)
            scene.add(.rect(x: origin.x, y: y - 6, width: 11, height: 11), style(index))
            let room = width - 18 - 62 - valueWidth - 20
            scene.text(TextMeasure.fitted(part.name, size: 12, width: room), x: origin.x + 18, y: y + 4)
            scene.text(value, x: origin.x + width - 62, y: y + 4, anchor: .end)
            scene.text(ValueFormat(.percent).text((part.value ?? 0) / total, locale), x: origin.x + width, y: y + 4, anchor: .end, "strong")
        }
    }
}
