import Charts
import Model

extension MarkDrawing {
    private static let takesPairs = "one metric by one dimension with `baseline: true`, two metrics by one dimension, or one metric by a dimension and another of two values"

    static let slope = MarkDrawing(takes: takesPairs, if: { $0.pairs != nil }) { request in
        let pairs = request.pairs
        return request.chart { Slope(pairs?.rows ?? [], names: pairs?.names ?? ("", ""), highlight: request.block.highlight.map(request.label)) }
    }

    static let dumbbell = MarkDrawing(takes: takesPairs, if: { $0.pairs != nil }) { request in
        let pairs = request.pairs
        return request.chart { Dumbbell(pairs?.rows ?? [], names: pairs?.names ?? ("", "")) }
    }

    static let pyramid = MarkDrawing(takes: "one metric by a dimension and another of two values", if: { $0.areCells && $0.pairs != nil }) { request in
        let pairs = request.pairs
        let rows = (pairs?.rows ?? []).reversed().map { PopulationPyramid.Row($0.name, left: $0.first, right: $0.second) }
        return request.chart { PopulationPyramid(Array(rows), names: pairs?.names ?? ("", "")) }
    }

    static let likert = MarkDrawing(takes: "one metric by a question and its answers, from worst to best", if: \.areCells) { request in
        let (question, answer) = (request.dimensions[0], request.dimensions[1])
        let answers = request.names(of: answer), table = request.cross(question, answer)
        return request.chart(ValueFormat(.percent)) {
            LikertChart(request.names(of: question).map { name in .init(name, values: answers.map { table[name]?[$0] }) }, answers: answers)
        }
    }

    static let radar = MarkDrawing(takes: "one metric by a dimension of three or more values, and at most one series", if: { $0.areItems || $0.areCells }) { request in
        request.chart {
            for item in request.items {
                let mark = RadarMark(axis: .value("", item.name), value: .value("", item.value))
                if let group = item.group { mark.foregroundStyle(by: .value("", group)) } else { mark }
            }
        }
    }
}

extension ChartRequest {
    /// Two numbers for each name, and what both are.
    fileprivate var pairs: (rows: [Dumbbell.Row], names: (first: String, second: String))? {
        guard let name = dimensions.first, let value = values.first else { return nil }
        if let baseline = rows.baseline, let before = rows.baselineName, dimensions.count == 1 {
            return (zip(rows.rows, baseline).map { .init($0[name].text, $1?.double, $0[value].number?.double) }, (before, words.thisCampaign))
        }
        if values.count == 2, dimensions.count == 1 {
            let found = rows.rows.map { Dumbbell.Row($0[name].text, $0[values[0]].number?.double, $0[values[1]].number?.double) }
            return (found, (rows.columns[values[0]].label, rows.columns[values[1]].label))
        }
        guard areCells else { return nil }
        let sides = names(of: dimensions[1]), table = cross(name, dimensions[1])
        guard sides.count == 2 else { return nil }
        return (names(of: name).map { .init($0, table[$0]?[sides[0]], table[$0]?[sides[1]]) }, (sides[0], sides[1]))
    }
}
