import Charts
import Model

/// Draws the charts of one campaign in its language.
struct Painter {
    let campaign: Campaign

    func figure(for block: ChartBlock, _ rows: RowSet, _ answers: Answers) -> Result<Figure, Problem> {
        let title = plainText(of: block.title, answers)
        if case .analysis(let name) = block.rows { return figure(for: block, of: name, rows, answers) }
        return graphic(ChartRequest(id: block.id, title: title, block: block, rows: rows, campaign: campaign)).map(figure)
    }

    /// Of an analysis a chart draws the columns that it names, or else those that the method thinks best.
    private func figure(for block: ChartBlock, of name: Located<String>, _ rows: RowSet, _ answers: Answers) -> Result<Figure, Problem> {
        var chart = block
        let result = answers.analyses[BlockKey(campaign: campaign.id, id: name.analysis)]
        if chart.encodings.isEmpty, chart.series == nil, name.part == nil, let own = result?.chart {
            (chart.encodings, chart.series, chart.values) = (own.encodings, own.series, own.values)
            if chart.mark.value == .auto { chart = own.titled(like: block) }
        }
        let (drawn, unknown) = rows.drawn(as: chart)
        guard let drawn else {
            let ids = rows.columns.map(\.id)
            return .failure(Problem(.unknownColumn, "analysis '\(name.value)' has no column '\(unknown[0].value)'\(suggestion(for: unknown[0].value, among: ids))", at: unknown[0].place))
        }
        let shown = (chart.encodings.isEmpty ? rows : drawn).withoutEmptyNames(for: chart.mark.value)
        return graphic(ChartRequest(id: block.id, title: plainText(of: block.title, answers), block: chart, rows: shown, campaign: campaign)).map(figure)
    }

    private func graphic(_ request: ChartRequest) -> Result<any Graphic, Problem> {
        if let facet = request.block.facet, let column = request.dimensions.last { return multiples(request, facet, column) }
        let mark = request.block.mark.value == .auto ? MarkDrawing.automatic(for: request) : request.block.mark.value
        guard let drawing = MarkDrawing.all[mark] else { return .failure(Problem(.badChart, "no drawing for '\(mark.rawValue)'", at: request.block.mark.place)) }
        // Without rows there is nothing that could be of the wrong kind.
        guard request.rows.rows.isEmpty || drawing.fits(request) else {
            return .failure(Problem(.badChart, "a \(mark.rawValue) chart takes \(drawing.takes)", at: request.block.mark.place))
        }
        return .success(drawing.draw(request))
    }

    /// A small chart for each value of the dimension after `facet:`.
    private func multiples(_ request: ChartRequest, _ facet: Located<String>, _ column: Int) -> Result<any Graphic, Problem> {
        var block = request.block
        block.facet = nil
        var panels: [Chart] = []
        for (index, name) in request.names(of: column).enumerated() {
            var rows = request.rows
            rows.columns.remove(at: column)
            rows.rows = request.rows.rows.filter { $0[column].text == name }.map { row in
                var row = row
                row.remove(at: column)
                return row
            }
            (rows.baseline, rows.intervals) = (nil, nil)
            let part = ChartRequest(id: "\(request.id)-\(index)", title: name, block: block, rows: rows, campaign: campaign)
            switch graphic(part) {
            case .success(let chart as Chart): panels.append(chart)
            case .success: return .failure(Problem(.badChart, "a \(block.mark.value.rawValue) chart can't be drawn once for each '\(facet.value)'", at: facet.place))
            case .failure(let problem): return .failure(problem)
            }
        }
        return .success(SmallMultiples(id: request.id, title: request.title, locale: request.locale, panels: panels))
    }

    private func figure(_ graphic: any Graphic) -> Figure {
        var graphic = graphic, unit: String?
        // A unit that both drawings share is said once, in the headline.
        if let chart = graphic as? Chart, let wide = chart.unit(width: Draw.wide), wide == chart.unit(width: Draw.narrow) {
            unit = wide
            graphic = chart.chartUnit(isShown: false)
        }
        return Figure(
            wide: graphic.svg(width: Draw.wide, .page), narrow: graphic.svg(width: Draw.narrow, .phone(besides: Draw.wide)),
            file: graphic.svg(width: Draw.wide, .file), description: graphic.summary, unit: unit)
    }

    /// A title's words with its numbers in them, as the page shows them.
    func plainText(of inlines: [Inline], _ answers: Answers) -> String {
        inlines.map { inline in
            switch inline {
            case .reference(let reference): reference.claim?.value ?? answers.answer(to: reference, in: campaign)?.text ?? ""
            default: [inline].plainText
            }
        }.joined()
    }
}

extension ChartBlock {
    fileprivate func titled(like block: ChartBlock) -> ChartBlock {
        var chart = self
        (chart.id, chart.title, chart.subtitle, chart.note, chart.source) = (block.id, block.title, block.subtitle, block.note, block.source)
        (chart.showsPhases, chart.highlight) = (block.showsPhases || showsPhases, block.highlight ?? highlight)
        return chart
    }
}

extension RowSet {
    /// Bars without the names that no row has a number for: the first step of a funnel has no rate, and would take the room of a bar.
    fileprivate func withoutEmptyNames(for mark: ChartBlock.Mark) -> RowSet {
        guard mark == .bar, let name = columns.firstIndex(where: \.isDimension), let value = columns.firstIndex(where: { $0.role == .value(.value) }),
            case .dimension(isTime: false, _) = columns[name].role
        else { return self }
        let known = Set(rows.filter { $0[value].number != nil }.map { $0[name].text })
        let kept = rows.indices.filter { known.contains(rows[$0][name].text) }
        guard !known.isEmpty, kept.count < rows.count else { return self }
        var part = self
        part.rows = kept.map { rows[$0] }
        part.baseline = baseline.map { baseline in kept.map { baseline[$0] } }
        part.intervals = intervals.map { intervals in kept.map { intervals[$0] } }
        if !links.isEmpty { part.links = kept.map { links[$0] } }
        return part
    }
}
