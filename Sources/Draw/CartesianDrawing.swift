import Charts
import Model

/// Lines, areas and bars over a category or time axis.
extension Painter {
    func cartesian(
        _ block: ChartBlock, _ rows: RowSet, _ shape: Rows, _ mark: ChartBlock.Mark, title: String
    ) -> Result<Figure, Problem> {
        guard shape.dimensions >= 1, !shape.values.isEmpty else {
            return .failure(Problem("a \(mark.rawValue) chart needs `by:`, the dimension along its axis", at: block.mark.place))
        }
        guard shape.dimensions <= 2, shape.dimensions == 1 || shape.values.count == 1 else {
            return .failure(Problem("a chart shows several metrics by one dimension, or one metric by a dimension and a series", at: block.place))
        }
        let points = self.points(of: rows, shape)
        let lies = mark == .bar && (block.horizontal || mustLie(points, shape))
        let chart = Chart(id: block.id, title: title, locale: locale, format: format(of: shape)) {
            if block.showsPhases, shape.isTime, mark != .bar || !lies {
                for (index, phase) in campaign.phases.enumerated() where covers(phase, rows) {
                    BandMark(
                        xStart: .value("", day: phase.start.number), xEnd: .value("", day: phase.end.number), label: phase.name,
                        isShaded: index % 2 == 0)
                }
            }
            for point in baselinePoints(of: rows, shape) {
                if mark == .bar {
                    bar(point, shape, lies, block)
                } else {
                    coloured(LineMark(x: point.place, y: .value(point.series ?? "", point.value)), by: point)
                }
            }
            for point in points {
                switch mark {
                case .area:
                    coloured(
                        AreaMark(x: point.place, y: value(point, shape), stacking: block.position == .percent ? .normalized : .standard), by: point)
                case .line: coloured(LineMark(x: point.place, y: value(point, shape)), by: point)
                default: bar(point, shape, lies, block)
                }
            }
            for error in intervals(of: rows, points, lies) { error }
            if let target = rows.target {
                let place = PlottableValue.value(targetLabel(rows), target.double)
                (lies ? RuleMark(x: place) : RuleMark(y: place)).label(targetLabel(rows))
            }
        }
        let finished = chart.chartHighlight(block.highlight.map { label(of: $0, rows) }).chartMuted(rows.baseline == nil ? nil : rows.baselineName)
        return .success(figure(finished))
    }

    struct Point {
        var place: PlottableValue
        var series: String?
        var value: Double?
        var label: String
        var isOther: Bool
    }

    /// One point per row and metric; the second dimension or the metrics' names are the series.
    private func points(of rows: RowSet, _ shape: Rows) -> [Point] {
        let own = rows.baseline != nil && shape.values.count == 1 && shape.dimensions == 1 ? shape.label(shape.values[0]) : nil
        let other = Words.of(campaign.language).other
        return shape.values.flatMap { column in
            rows.rows.map { row in
                let series = shape.dimensions == 2 ? row[1].text : shape.values.count > 1 ? shape.label(column) : own
                return Point(
                    place: place(row[0], shape), series: series, value: row[column].number?.double, label: row[column].text,
                    isOther: row[0].scalar == .text(other))
            }
        }
    }

    private func place(_ cell: RowSet.Cell, _ shape: Rows) -> PlottableValue {
        if shape.isTime, case .day(let day) = cell.scalar { return .value(shape.label(0), day: day.number) }
        return .value(shape.label(0), cell.text)
    }

    private func baselinePoints(of rows: RowSet, _ shape: Rows) -> [Point] {
        guard let baseline = rows.baseline, let name = rows.baselineName, shape.dimensions == 1 else { return [] }
        return zip(rows.rows, baseline).map { row, number in
            let text = NumberFormat(language: campaign.language, currency: campaign.currency).text(number, unit: shape.unit ?? .number)
            return Point(place: place(row[0], shape), series: name, value: number?.double, label: text, isOther: false)
        }
    }

    private func value(_ point: Point, _ shape: Rows) -> PlottableValue { .value(shape.label(shape.values[0]), point.value) }

    private func coloured<M: Mark>(_ mark: M, by point: Point) -> M { point.series.map { mark.foregroundStyle(by: .value("", $0)) } ?? mark }

    private func bar(_ point: Point, _ shape: Rows, _ lies: Bool, _ block: ChartBlock) -> BarMark {
        let value = value(point, shape)
        let stacking: BarMark.Stacking = block.position == .percent ? .normalized : .standard
        var bar = BarMark(x: lies ? value : point.place, y: lies ? point.place : value, stacking: stacking)
        bar = coloured(bar, by: point)
        if block.position == .group, let series = point.series { bar = bar.position(by: .value("", series)) }
        if block.position != .percent { bar = bar.label(point.label) }
        return point.isOther ? bar.foregroundStyle(.muted) : bar
    }

    /// Bars lie where their names would not find room below them on a text column.
    private func mustLie(_ points: [Point], _ shape: Rows) -> Bool {
        guard !shape.isTime, case .dimension(_, let isOrdered)? = shape.columns.first?.role else { return false }
        let names = Set(points.map { point -> String in if case .text(let text) = point.place.datum { text } else { "" } })
        let widest = names.map { $0.reduce(0) { $0 + $1.terminalWidth } }.max() ?? 0
        let room = 90 / max(1, names.count)
        return widest > room * 2 || (!isOrdered && names.count > 6)
    }

    private func intervals(of rows: RowSet, _ points: [Point], _ lies: Bool) -> [ErrorBarMark] {
        guard let intervals = rows.intervals else { return [] }
        return zip(points, intervals).compactMap { point, interval in
            guard let interval else { return nil }
            let low = PlottableValue.value("", interval.low.double), high = PlottableValue.value("", interval.high.double)
            let bar = lies
                ? ErrorBarMark(xStart: low, xEnd: high, y: point.place) : ErrorBarMark(x: point.place, yStart: low, yEnd: high)
            return point.series.map { bar.position(by: .value("", $0)) } ?? bar
        }
    }

    private func covers(_ phase: Period, _ rows: RowSet) -> Bool {
        let days = rows.rows.compactMap { row -> Day? in if case .day(let day)? = row.first?.scalar { day } else { nil } }
        guard let first = days.min(), let last = days.max() else { return false }
        return first <= phase.start && phase.end <= last
    }

    private func targetLabel(_ rows: RowSet) -> String {
        Words.of(campaign.language).sentences.targetIs(rows.targetText ?? "")
    }

    /// A series is named in YAML as the data has it or as pages call it.
    private func label(of name: String, _ rows: RowSet) -> String {
        rows.rows.lazy.flatMap { $0 }.first { $0.scalar.text == name }?.text ?? name
    }
}
