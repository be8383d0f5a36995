import Charts
import Model

extension MarkDrawing {
    static let donut = MarkDrawing(takes: ChartRequest.takesItems, if: \.areItems) { request in
        request.chart { Donut(request.items, other: request.words.other) }
    }

    static let pareto = MarkDrawing(takes: ChartRequest.takesItems, if: \.areItems) { request in request.chart { Pareto(request.items) } }

    static let funnel = MarkDrawing(takes: "one metric by its steps, or several metrics in one unit", if: \.areItems) { request in
        request.chart { Funnel(request.items) }
    }

    /// Rows named after `totals:` are levels; without them the sum of all closes the chart.
    static let waterfall = MarkDrawing(takes: "one metric by one dimension, or several metrics in one unit", if: \.areItems) { request in
        let totals = Set(request.block.totals.map(request.label))
        var steps = request.items.map { Waterfall.Step($0.name, $0.value, isTotal: totals.contains($0.name)) }
        if totals.isEmpty { steps.append(.init(request.words.total, steps.compactMap(\.value).reduce(0, +), isTotal: true)) }
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
        return rows.rows.map { Item($0[dimensions[1]].text, $0[values[0]].number?.double, group: $0[dimensions[0]].text) }
    }
}
