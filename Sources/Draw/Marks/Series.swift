import Charts
import Model

/// One number of a line, an area or bars: its place, its series and the rest.
struct SeriesPoint {
    var place: PlottableValue
    var series: String?
    var value: Double?
    var isOther: Bool
}

extension ChartRequest {
    /// One point per row and metric; the second dimension or the metrics' names are the series.
    var points: [SeriesPoint] {
        guard let first = dimensions.first else { return [] }
        let own = rows.baseline != nil && values.count == 1 && dimensions.count == 1 ? rows.columns[values[0]].label : nil
        return values.flatMap { column in
            rows.rows.map { row in
                let series = dimensions.count > 1 ? row[dimensions[1]].text : values.count > 1 ? rows.columns[column].label : own
                return SeriesPoint(place: place(row[first]), series: series, value: row[column].number?.double, isOther: row[first].scalar == .text(words.other))
            }
        }
    }

    var baselinePoints: [SeriesPoint] {
        guard let baseline = rows.baseline, let name = rows.baselineName, dimensions.count == 1, let first = dimensions.first else { return [] }
        return zip(rows.rows, baseline).map { row, number in SeriesPoint(place: place(row[first]), series: name, value: number?.double, isOther: false) }
    }

    private func place(_ cell: RowSet.Cell) -> PlottableValue {
        if isTime, case .day(let day) = cell.scalar { return .value("", day: day.number) }
        return .value(cell.text, cell.text)
    }

    func value(_ point: SeriesPoint) -> PlottableValue { .value(values.first.map { rows.columns[$0].label } ?? "", point.value) }

    func coloured<M: Mark>(_ mark: M, by point: SeriesPoint) -> M { point.series.map { mark.foregroundStyle(by: .value("", $0)) } ?? mark }

    /// Phases behind a chart over time.
    var phases: [BandMark] {
        guard block.showsPhases, isTime, let first = dimensions.first else { return [] }
        let days = rows.rows.compactMap { row -> Day? in if case .day(let day) = row[first].scalar { day } else { nil } }
        guard let start = days.min(), let end = days.max() else { return [] }
        return campaign.phases.enumerated().filter { start <= $0.element.start && $0.element.end <= end }.map { index, phase in
            BandMark(xStart: .value("", day: phase.start.number), xEnd: .value("", day: phase.end.number), label: phase.name, isShaded: index % 2 == 0)
        }
    }

    /// Moments with names across a chart over time.
    var eventRules: [RuleMark] {
        guard isTime else { return [] }
        return rows.events.map { RuleMark(x: .value("", day: Int($0.moment.rounded(.down)))).foregroundStyle(.muted).label($0.name) }
    }

    func target(lying: Bool) -> [RuleMark] {
        guard let target = rows.target else { return [] }
        let text = words.sentences.targetIs(rows.targetText ?? ""), place = PlottableValue.value(text, target.double)
        return [(lying ? RuleMark(x: place) : RuleMark(y: place)).label(text)]
    }

    var scaleKind: ScaleKind {
        switch block.scale {
        case .linear: .linear
        case .log: .log
        case .sqrt: .squareRoot
        case .symlog: .symlog
        }
    }

    /// A chart of series: several metrics by one dimension, or one metric by a dimension and a series.
    var areSeries: Bool { !dimensions.isEmpty && !values.isEmpty && (dimensions.count == 1 || dimensions.count == 2 && values.count == 1) }
    /// One number for each name.
    var areItems: Bool { dimensions.count == 1 && values.count == 1 }
    /// One number for each pair of names.
    var areCells: Bool { dimensions.count == 2 && values.count == 1 }

    static let takesSeries = "several metrics by one dimension, or one metric by a dimension and a series"
    static let takesItems = "one metric by one dimension"
    static let takesCells = "one metric by two dimensions"
}
