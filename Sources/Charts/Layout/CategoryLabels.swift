/// The labels below the plot: days thinned along the calendar's ladder, categories in one or two rows, never turned.
struct CategoryLabels {
    private var rows: [(lines: [String], x: Double)] = []
    private let rowCount: Int

    init(domain: [Datum], bands: BandScale, locale: ChartLocale, room: ClosedRange<Double>) {
        let days = domain.compactMap { datum -> Int? in if case .day(let day) = datum { day } else { nil } }
        if days.count == domain.count, let first = days.first {
            let widest = TextMeasure.width(locale.day(first + 20), size: 12) + 26
            let ticks = DayTicks.days(of: days) { Double($0) * widest <= bands.step * Double(domain.count) }
            rows = ticks.compactMap { day in bands.center(of: .day(day)).map { ([locale.day(day)], $0) } }
        } else {
            rows = Self.categories(domain, bands)
        }
        rows = Self.inside(room, rows)
        rowCount = rows.map(\.lines.count).max() ?? 0
    }

    /// A name in at most so many rows; none is a character alone: 10/月.
    private static func rows(of name: String, width: Double, most: Int) -> [String]? {
        guard let rows = TextMeasure.wrapped(name, size: 12, width: width, rows: most) else { return nil }
        return rows.count > 1 && rows.contains { $0.count == 1 } ? nil : rows
    }

    /// Whether some name below upright bars would be cut or left out.
    static func areCut(in chart: Chart, width: Double) -> Bool {
        var seen = Set<String>()
        let bars = chart.marks.of(BarMark.self)
        guard !bars.isEmpty, bars.allSatisfy({ !$0.isHorizontal }) else { return false }
        let names = bars.compactMap { if case .text(let name) = $0.category.first, seen.insert(name).inserted { name } else { nil } }
        let step = (width - 60) / Double(max(1, names.count)) - 4
        // Hours and the like are read from every second or third as well.
        guard !names.allSatisfy({ $0.count <= 5 && $0.allSatisfy { $0.isNumber || $0 == ":" } }) else { return false }
        return names.contains { Self.rows(of: $0, width: step, most: 2) == nil }
    }

    var height: Double { rowCount == 0 ? 6 : Double(rowCount) * 15 + 6 }

    func draw(at y: Double, _ scene: inout Scene) {
        for row in rows {
            for (index, line) in row.lines.enumerated() {
                scene.text(line, x: row.x, y: y + 17 + Double(index) * 15, anchor: .middle)
            }
        }
    }

    private static func categories(_ domain: [Datum], _ bands: BandScale) -> [(lines: [String], x: Double)] {
        let named = domain.compactMap { datum -> (text: String, x: Double)? in
            let text: String? = switch datum {
            case .text(let text): text
            case .number(let number?): Digits.trimmed(Digits.text(number, decimals: 2))
            default: nil
            }
            return text.flatMap { text in bands.center(of: datum).map { (text, $0) } }
        }
        for rows in 1...2 {
            let wrapped = named.compactMap { item in
                Self.rows(of: item.text, width: bands.step - 4, most: rows).map { (lines: $0, x: item.x) }
            }
            if wrapped.count == named.count { return wrapped }
        }
        // Neither one row nor two: every n-th, and what is still too wide is cut.
        let widest = min(named.map { TextMeasure.width($0.text, size: 12) }.max() ?? 0, 90) + 6
        let every = max(1, Int((widest / bands.step).rounded(.up)))
        return named.enumerated().filter { $0.offset % every == 0 }.map { item in
            ([TextMeasure.fitted(item.element.text, size: 12, width: bands.step * Double(every) - 4)], item.element.x)
        }
    }

    /// The first and last label are moved inwards where they would leave the drawing, and given up where they then meet others.
    private static func inside(_ room: ClosedRange<Double>, _ rows: [(lines: [String], x: Double)]) -> [(lines: [String], x: Double)] {
        var placed: [(lines: [String], x: Double)] = []
        var edge = -Double.infinity
        for row in rows {
            let half = (row.lines.map { TextMeasure.width($0, size: 12) }.max() ?? 0) / 2
            let x = max(min(row.x, room.upperBound - half), half)
            guard x - half > edge, half * 2 <= room.upperBound else { continue }
            placed.append((row.lines, x))
            edge = x + half + 2
        }
        return placed
    }
}
