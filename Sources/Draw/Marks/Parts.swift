import Charts
import Model

extension MarkDrawing {
    static let donut = MarkDrawing(takes: ChartRequest.takesItems, if: \.areItems) { request in
        request.chart { Donut(request.items, other: request.words.other) }
    }

    static let pareto = MarkDrawing(takes: ChartRequest.takesItems, if: \.areItems) { request in request.chart { Pareto(request.items, other: request.words.other) } }

    static let funnel = MarkDrawing(takes: "one metric by its steps, or several metrics in one unit", if: \.areItems) { request in
        request.chart { Funnel(request.items) }
    }

    /// Rows named after `totals:` are levels; where the last is none, what all come to closes the chart.
    static let waterfall = MarkDrawing(takes: "one metric by one dimension, or several metrics in one unit", if: \.areItems) { request in
        let totals = Set(request.block.totals.map(request.label))
        var steps = request.items.map { Waterfall.Step($0.name, $0.value, isTotal: totals.contains($0.name)) }
        if steps.last?.isTotal == false {
            let sum = steps.reduce(0) { sum, step in step.isTotal ? step.value ?? sum : sum + (step.value ?? 0) }
            steps.append(.init(request.words.total, sum, isTotal: true))
        }
        return request.chart { Waterfall(steps, lowerIsBetter: request.rows.direction == .lower) }
    }

    static let treemap = MarkDrawing(takes: "one metric by one dimension, or by a group and its parts", if: { $0.areItems || $0.areCells }) { request in
        request.chart { Treemap(request.nestedItems) }
    }
}

extension ChartRequest {
    /// Of two dimensions the first is the group, the second its parts.
    fileprivate var nestedItems: [Item] {
        guard areCells else { return items }
        var (group, name) = (dimensions[0], dimensions[1])
        // Of a query `series:` is the group.
        if isEncoded { (group, name) = (name, group) }
        return rows.rows.map { Item($0[name].text, $0[values[0]].number?.double, group: $0[group].text) }
    }
}
