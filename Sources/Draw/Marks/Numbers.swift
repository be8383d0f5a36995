import Charts
import Model

extension MarkDrawing {
    static let scatter = MarkDrawing(
        takes: "two or three metrics by one dimension: along, up and the symbol's size; of a query `x:`, `y:` and `size:`", if: { $0.values.count >= 2 && $0.values.count <= 3 && $0.dimensions.count <= 2 }
    ) { request in
        let columns = request.values
        let x = request.column(.x, or: 0, of: columns) ?? columns[0], y = request.column(.y, or: 1, of: columns) ?? columns[1]
        let size = request.column(.size, or: 2, of: columns)
        let isNamed = request.rows.rows.count <= 40
        let name = request.column(.label, or: 0, of: request.dimensions), group = request.dimensions.first { $0 != name }
        let points = request.rows.rows.map { row in
            QuadrantChart.Point(
                name.map { row[$0].text } ?? "", x: row[x].number?.double, y: row[y].number?.double, size: size.flatMap { row[$0].number?.double }, group: group.map { row[$0].text })
        }
        return request.chart(request.format(of: y)) {
            QuadrantChart(points, formats: (request.format(of: x), request.format(of: y)), isNamed: isNamed && name != nil)
        }
        .chartXAxis { $0.title = request.rows.columns[x].label; $0.kind = request.scaleKind }.chartYAxis { $0.title = request.rows.columns[y].label }
    }

    static let curve = MarkDrawing(takes: "`x:` and `y:` of a query or an analysis, with `low:` and `high:` where there is an interval", if: { $0.values.count >= 2 }) { request in
        let columns = request.values
        let x = request.column(.x, or: 0, of: columns) ?? columns[0], y = request.column(.y, or: 1, of: columns) ?? columns[1]
        let low = request.column(.low, or: 2, of: columns), high = request.column(.high, or: 3, of: columns)
        let groups = request.dimensions.first.map(request.names)
        return request.chart(request.format(of: y)) {
            for group in groups ?? [""] {
                let rows = request.rows.rows.filter { row in groups == nil || request.dimensions.first.map { row[$0].text } == group }
                ResponseCurve(
                    rows.compactMap { row in
                        row[x].number.map {
                            .init(x: $0.double, y: row[y].number?.double, low: low.flatMap { row[$0].number?.double }, high: high.flatMap { row[$0].number?.double })
                        }
                    }, series: groups == nil ? nil : group)
            }
        }.chartXAxis { $0.title = request.rows.columns[x].label; $0.format = request.format(of: x); $0.kind = request.scaleKind }
    }

    static let histogram = MarkDrawing(takes: "one column of numbers, a row for each thing", if: { $0.values.count == 1 }) { request in
        request.chart(ValueFormat(.count(noun: ""))) { Histogram(request.samples.flatMap(\.values)) }
            .chartXAxis { $0.format = request.format; $0.title = request.rows.columns[request.values[0]].label }
    }

    private static let takesSamples = "one column of numbers with a row for each thing, and one dimension that groups them"

    static let box = MarkDrawing(takes: takesSamples, if: \.areSamples) { request in request.chart { BoxPlot(request.samples) }.chartXAxis { $0.kind = request.scaleKind } }
    static let violin = MarkDrawing(takes: takesSamples, if: \.areSamples) { request in request.chart { ViolinPlot(request.samples) }.chartXAxis { $0.kind = request.scaleKind } }
    static let beeswarm = MarkDrawing(takes: takesSamples, if: \.areSamples) { request in request.chart { Beeswarm(request.samples) }.chartXAxis { $0.kind = request.scaleKind } }
}

extension ChartRequest {
    fileprivate var areSamples: Bool { values.count == 1 && !dimensions.isEmpty }

    /// All numbers of each name of the first dimension.
    fileprivate var samples: [Sample] {
        guard let value = values.first else { return [] }
        guard let name = dimensions.first else { return [Sample("", rows.rows.compactMap { $0[value].number?.double })] }
        let groups = Dictionary(grouping: rows.rows) { $0[name].text }
        return names(of: name).map { key in Sample(key, (groups[key] ?? []).compactMap { $0[value].number?.double }) }
    }
}
