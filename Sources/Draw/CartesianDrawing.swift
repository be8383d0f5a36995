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
                    BandMark(fromDay: phase.start.number, toDay: phase.end.number, label: phase.name, isShaded: index % 2 == 0)
                }
            }
            for point in baselinePoints(of: rows, shape) {
                if mark == .bar {
                    bar(point, shape, lies)
                } else {
                    LineMark(x: point.place, y: .value(point.series ?? "", point.value), series: point.series)
                }
            }
            for point in points {
                switch mark {
                case .area: AreaMark(x: point.place, y: .value(shape.label(shape.values[0]), point.value), series: point.series)
                case .line: LineMark(x: point.place, y: .value(shape.label(shape.values[0]), point.value), series: point.series)
                default: bar(point, shape, lies)
                }
            }
            for error in intervals(of: rows, points) { error }
            if let target = rows.target { RuleMark(at: target.double, label: targetLabel(rows)) }
        }
        let positioned = chart.position(position(of: block)).highlight(block.highlight.map { label(of: $0, rows) })
        return .success(figure(positioned.muted(rows.baseline == nil ? nil : rows.baselineName)))
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

    private func bar(_ point: Point, _ shape: Rows, _ lies: Bool) -> BarMark {
        let value = PlottableValue.value(shape.label(shape.values[0]), point.value)
        return lies
            ? BarMark(x: value, y: point.place, series: point.series, label: point.label, isMuted: point.isOther)
            : BarMark(x: point.place, y: value, series: point.series, label: point.label, isMuted: point.isOther)
    }

    /// Bars lie where their names would not find room below them on a text column.
    private func mustLie(_ points: [Point], _ shape: Rows) -> Bool {
        guard !shape.isTime, case .dimension(_, let isOrdered)? = shape.columns.first?.role else { return false }
        let names = Set(points.map { point -> String in if case .text(let text) = point.place.datum { text } else { "" } })
        let widest = names.map { $0.reduce(0) { $0 + $1.terminalWidth } }.max() ?? 0
        let room = 90 / max(1, names.count)
        return widest > room * 2 || (!isOrdered && names.count > 6)
    }

    private func intervals(of rows: RowSet, _ points: [Point]) -> [ErrorBarMark] {
        guard let intervals = rows.intervals else { return [] }
        return zip(points, intervals).compactMap { point, interval in
            interval.map { ErrorBarMark(at: point.place.datum, low: $0.low.double, high: $0.high.double, series: point.series) }
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

    private func position(of block: ChartBlock) -> ChartOptions.Position {
        switch block.position {
        case .group: .group
        case .stack: .stack
        case .percent: .percent
        }
    }

    /// A series is named in YAML as the data has it or as pages call it.
    private func label(of name: String, _ rows: RowSet) -> String {
        rows.rows.lazy.flatMap { $0 }.first { $0.scalar.text == name }?.text ?? name
    }
}
