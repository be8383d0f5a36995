/// Each category's value at two times, joined by a line. What rose and what fell differ in colour unless one stands out.
public struct Slope: ChartContent {
    private let rows: [Dumbbell.Row]
    private let names: (first: String, second: String)
    private let highlight: String?

    public init(_ rows: [Dumbbell.Row], names: (first: String, second: String), highlight: String? = nil) {
        self.rows = rows
        self.names = names
        self.highlight = highlight
    }

    public func marks(in context: ChartContext) -> [any Mark] {
        rows.map { row in
            let isFalling = (row.second ?? 0) < (row.first ?? 0)
            let role: MarkRole = highlight.map { $0 == row.name ? .accent : .muted } ?? (isFalling ? .series(1) : .series(0))
            return SlopeMark(
                start: .value(names.first, row.first), end: .value(names.second, row.second), startText: row.firstLabel, endText: row.secondLabel
            ).label(row.name).foregroundStyle(role)
        }
    }

    public func prepare(_ options: inout ChartOptions) { options.showsLegend = false }
}
