import Charts
import Model

extension MarkDrawing {
    static let line = MarkDrawing(takes: ChartRequest.takesSeries, if: \.areSeries) { request in
        let points = request.points
        let peak = request.block.showsPeak ? points.indices.max { (points[$0].value ?? -.infinity) < (points[$1].value ?? -.infinity) } : nil
        return request.chart {
            request.phases
            for point in request.baselinePoints { request.coloured(LineMark(x: point.place, y: .value("", point.value)), by: point) }
            for (index, point) in points.enumerated() {
                let label = index == peak ? point.value.map { request.format.written($0, request.locale) } : nil
                request.coloured(LineMark(x: point.place, y: request.value(point)), by: point).label(label, on: .above)
            }
            request.target(lying: false)
            request.eventRules
        }.chartMuted(request.rows.baseline == nil ? nil : request.rows.baselineName).chartYAxis { $0.kind = request.scaleKind }
    }

    static let area = MarkDrawing(takes: ChartRequest.takesSeries, if: \.areSeries) { request in
        let stacking: AreaMark.Stacking =
            switch request.block.position {
            case .percent: .normalized
            case .stream: .stream
            case .group, .stack: .standard
            }
        return request.chart {
            request.phases
            for point in request.points { request.coloured(AreaMark(x: point.place, y: request.value(point), stacking: stacking), by: point) }
            request.target(lying: false)
            request.eventRules
        }.chartYAxis { $0.isHidden = stacking == .stream ? true : nil }
    }
}
