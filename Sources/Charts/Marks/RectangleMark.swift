/// A cell of two categories: a heat map, a cohort table.
public struct RectangleMark: Mark {
    public var attributes = MarkAttributes()
    private var own: MarkStatement?
    /// What is written above the number: whole, and short.
    private var names: [String]?
    let x: Span
    let y: Span

    public init(x: PlottableValue, y: PlottableValue) { self.init(.at(x), .at(y)) }
    public init(xStart: PlottableValue, xEnd: PlottableValue, yStart: PlottableValue, yEnd: PlottableValue) {
        self.init(.range(xStart, xEnd), .range(yStart, yEnd))
    }

    private init(_ x: Span, _ y: Span) {
        self.x = x
        self.y = y
    }

    public var statement: MarkStatement? {
        if let own { return own }
        let column: String? = if case .text(let name) = x.first { name } else { nil }
        return MarkStatement(place: y.first, value: attributes.colour?.datum.number, series: column)
    }

    /// What it says where its row and column do not name it: a day of a calendar.
    func stating(_ place: Datum, value: Double?) -> RectangleMark {
        var mark = self
        mark.own = MarkStatement(place: place, value: value, series: nil)
        return mark
    }

    /// What it says where its place is no name: a tile of a map.
    func named(_ place: String, short: String, value: Double?) -> RectangleMark {
        var mark = self
        mark.names = [place, short]
        mark.own = MarkStatement(place: .text(place), value: value, series: nil)
        return mark
    }

    public static func extents(of marks: [RectangleMark], _ options: ChartOptions) -> Extents {
        var extents = Extents()
        extents.x = marks.flatMap(\.x.ends)
        extents.y = marks.flatMap(\.y.ends)
        extents.hasValues = !marks.isEmpty
        return extents
    }

    public static func draw(_ marks: [RectangleMark], on plot: Plot, into canvas: inout Canvas) {
        // Names are whole on all cells or short on all.
        let areWhole = marks.allSatisfy { mark in
            guard let name = mark.names?.first, let x = plot.x.extent(of: mark.x) else { return true }
            return TextMeasure.width(name, size: 12) <= abs(x.to - x.from) - 4
        }
        // Numbers without names stand in all cells or in none: only the small ones fitting would say that the others are missing.
        let writesNumbers = marks.allSatisfy { mark in
            guard mark.names == nil, let x = plot.x.extent(of: mark.x) else { return true }
            return mark.number(plot).map { TextMeasure.width($0, size: 12) <= abs(x.to - x.from) - 4 } ?? true
        }
        // Cells of one colour together: they stand in one group.
        let inOrder = marks.enumerated().map { (mark: $1, style: plot.colours.fill($1.attributes), index: $0) }.sorted { ($0.style, $0.index) < ($1.style, $1.index) }
        for (mark, style, _) in inOrder {
            guard let x = plot.x.extent(of: mark.x), let y = plot.y.extent(of: mark.y) else { continue }
            let width = abs(x.to - x.from), height = abs(y.to - y.from)
            let value = mark.attributes.colour?.datum.number
            let isMissing = mark.attributes.colour.map { $0.datum.number == nil } ?? false
            let said = value.map { plot.colourFormat.text($0, plot.locale) } ?? mark.attributes.label ?? ""
            let names = mark.own.map { plot.xText($0.place) } ?? [plot.yText(mark.y.first), plot.xText(mark.x.first)].joined(separator: " · ")
            canvas.scene.add(
                .rect(x: min(x.from, x.to), y: min(y.from, y.to), width: width, height: height),
                isMissing ? "track" : style,
                tooltip: mark.attributes.tooltip ?? "\(names): \(isMissing ? plot.locale.missing : said)")
            guard plot.options.showsValues != false, height >= 15, writesNumbers else { continue }
            let shown = mark.rows(plot, value, areWhole, room: width - 4).prefix(max(1, Int((height - 4) / 14)))
            let top = (y.from + y.to) / 2 + 4 - Double(shown.count - 1) * Canvas.rowHeight / 2
            let place = Canvas.Label.Place(x: (x.from + x.to) / 2, y: top, anchor: .middle, rows: Array(shown))
            canvas.label(.value, [place], isMissing || mark.attributes.colour == nil ? "label" : plot.colours.textInside(mark.attributes))
        }
    }

    /// What the cell writes of its number; nil where there is none, or a label in its place.
    private func number(_ plot: Plot) -> String? {
        guard attributes.label == nil || attributes.labelValue != nil, let value = attributes.colour?.datum.number else { return nil }
        return plot.label(attributes, value, plot.colourFormat)
    }

    /// A name, where it has one, and below it the number: what fits of them, the name first.
    private func rows(_ plot: Plot, _ value: Double?, _ areWhole: Bool, room: Double) -> [String] {
        func fits(_ text: String) -> Bool { !text.isEmpty && TextMeasure.width(text, size: 12) <= room }
        if let label = attributes.label, attributes.labelValue == nil { return fits(label) ? [label] : [] }
        let number = value == nil ? "" : plot.label(attributes, value, plot.colourFormat)
        guard let names else { return fits(number) ? [number] : [] }
        guard let name = areWhole ? names.first : names.last, fits(name) else { return [] }
        return fits(number) ? [name, number] : [name]
    }
}
