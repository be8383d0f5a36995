import Charts
import Model

/// How one mark draws a block's rows. A new one is a file under `Marks/` and a line in the list.
struct MarkDrawing: Sendable {
    /// What it needs, as a message says it: "one metric by one dimension".
    let takes: String
    let fits: @Sendable (ChartRequest) -> Bool
    let draw: @Sendable (ChartRequest) -> any Graphic

    init(takes: String, if fits: @escaping @Sendable (ChartRequest) -> Bool, draw: @escaping @Sendable (ChartRequest) -> any Graphic) {
        self.takes = takes
        self.fits = fits
        self.draw = draw
    }

    static let all: [ChartBlock.Mark: MarkDrawing] = [
        .line: line, .area: area, .bar: bar, .bullet: bullet, .donut: donut, .funnel: funnel, .waterfall: waterfall, .pareto: pareto,
        .slope: slope, .dumbbell: dumbbell, .likert: likert, .pyramid: pyramid, .radar: radar, .heatmap: heatmap, .calendar: calendar,
        .cohort: cohort, .map: map, .treemap: treemap, .sankey: sankey, .scatter: scatter, .curve: curve, .histogram: histogram, .box: box,
        .violin: violin, .beeswarm: beeswarm, .gantt: gantt,
    ]

    /// What `auto` means.
    static func automatic(for request: ChartRequest) -> ChartBlock.Mark {
        if case .metrics(_, let by) = request.block.rows, by.isEmpty { return .bullet }
        if request.isTime { return .line }
        let units = Set(request.values.map { request.rows.columns[$0].unit })
        if request.values.count > 1, units.count > 1, request.dimensions.count == 1 { return .scatter }
        guard let first = request.dimensions.first else { return .bar }
        let names = request.names(of: first)
        if request.dimensions.count == 2, request.names(of: request.dimensions[1]).count > 6 { return .heatmap }
        if request.dimensions.count == 1, names.count > 7, TileMap.unknownNames(names).isEmpty { return .map }
        return .bar
    }
}
