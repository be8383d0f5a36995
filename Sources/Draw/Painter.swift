import Charts
import Model

/// Draws the charts of one campaign in its language.
struct Painter {
    let campaign: Campaign

    func figure(for block: ChartBlock, _ rows: RowSet, _ answers: Answers) -> Result<Figure, Problem> {
        let title = plainText(of: block.title, answers)
        return graphic(ChartRequest(id: block.id, title: title, block: block, rows: rows, campaign: campaign)).map(figure)
    }

    /// The chart that an analysis draws by itself.
    func figure(for block: AnalysisBlock, _ rows: RowSet, _ mark: ChartBlock.Mark) -> Result<Figure, Problem> {
        let chart = ChartBlock(id: block.id, mark: Located(mark, at: block.place), rows: .analysis(block.method), title: block.title, place: block.place)
        return graphic(ChartRequest(id: block.id, title: block.title.plainText, block: chart, rows: rows, campaign: campaign)).map(figure)
    }

    private func graphic(_ request: ChartRequest) -> Result<any Graphic, Problem> {
        if let facet = request.block.facet, let column = request.dimensions.last { return multiples(request, facet, column) }
        let mark = request.block.mark.value == .auto ? MarkDrawing.automatic(for: request) : request.block.mark.value
        guard let drawing = MarkDrawing.all[mark] else { return .failure(Problem("no drawing for '\(mark.rawValue)'", at: request.block.mark.place)) }
        // Without rows there is nothing that could be of the wrong kind.
        guard request.rows.rows.isEmpty || drawing.fits(request) else {
            return .failure(Problem("a \(mark.rawValue) chart takes \(drawing.takes)", at: request.block.mark.place))
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
            case .success: return .failure(Problem("a \(block.mark.value.rawValue) chart can't be drawn once for each '\(facet.value)'", at: facet.place))
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
        return Figure(wide: graphic.svg(width: Draw.wide), narrow: graphic.svg(width: Draw.narrow), description: graphic.summary, unit: unit)
    }

    /// A title's words with its numbers in them, as the page shows them.
    func plainText(of inlines: [Inline], _ answers: Answers) -> String {
        inlines.map { inline in
            switch inline {
            case .reference(let reference): reference.claim?.value ?? answers.references[reference.place]?.text ?? ""
            default: [inline].plainText
            }
        }.joined()
    }
}
