import Charts
import Model

extension MarkDrawing {
    static let bar = MarkDrawing(takes: ChartRequest.takesSeries, if: \.areSeries) { request in
        let points = request.points, lies = request.block.horizontal || request.shouldLie(points)
        return request.chart {
            if !lies { request.phases }
            for point in request.baselinePoints + points { request.bar(point, lies) }
            request.intervals(points, lies)
            request.target(lying: lies)
        }
        .chartMuted(request.rows.baseline == nil ? nil : request.rows.baselineName)
    }

    static let bullet = MarkDrawing(takes: "metrics without `by:`, or metrics by one dimension", if: { $0.dimensions.count == 1 }) { request in
        let set = request.rows
        func index(_ form: Reference.Form) -> Int? { set.columns.firstIndex { $0.role == .value(form) } }
        return Bullet(
            id: request.id, title: request.title, locale: request.locale,
            rows: set.rows.map { row in
                let value = index(.value).map { row[$0] }, target = index(.target).map { row[$0] }
                let isMet: Bool? = value?.number.flatMap { value in target?.number.map { set.direction == .lower ? value <= $0 : $0 <= value } }
                return Bullet.Row(
                    name: row[0].text, value: value?.number?.double, valueText: value?.text ?? "", target: target?.number?.double,
                    targetText: target?.text ?? "", baseline: index(.baseline).flatMap { row[$0].number?.double }, isMet: isMet)
            })
    }
}

extension ChartRequest {
    fileprivate func bar(_ point: SeriesPoint, _ lies: Bool) -> BarMark {
        let stacking: BarMark.Stacking = block.position == .percent ? .normalized : .standard, value = value(point)
        var bar = coloured(BarMark(x: lies ? value : point.place, y: lies ? point.place : value, stacking: stacking), by: point)
        if block.position == .group, let series = point.series { bar = bar.position(by: .value("", series)) }
        let isBeside = highlighted.map { point.series == nil && point.place.label != $0 } ?? false
        return point.isOther || isBeside ? bar.foregroundStyle(.muted) : bar
    }

    /// The category that stands out; nil where the highlight is a series' or there is none.
    private var highlighted: String? {
        guard let name = block.highlight.map(label), let first = dimensions.first, names(of: first).contains(name) else { return nil }
        return name
    }

    /// A ranking of many reads better downwards; where names need room, the chart lays its bars down by itself.
    fileprivate func shouldLie(_ points: [SeriesPoint]) -> Bool {
        guard !isTime, !isOrdered, let first = dimensions.first else { return false }
        return names(of: first).count > 6
    }

    fileprivate func intervals(_ points: [SeriesPoint], _ lies: Bool) -> [ErrorBarMark] {
        zip(points, rows.intervals ?? []).compactMap { point, interval in
            guard let interval else { return nil }
            let low = PlottableValue.value("", interval.low.double), high = PlottableValue.value("", interval.high.double)
            let bar = lies ? ErrorBarMark(xStart: low, xEnd: high, y: point.place) : ErrorBarMark(x: point.place, yStart: low, yEnd: high)
            return point.series.map { bar.position(by: .value("", $0)) } ?? bar
        }
    }
}
