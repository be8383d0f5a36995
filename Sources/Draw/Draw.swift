import Charts
package import Model

/// From answers to figures: what each chart block asks for, drawn with Charts.
package enum Draw {
    /// Widths at which each chart is drawn: for a text column and for a phone.
    static let wide = 720.0, narrow = 340.0

    package static func figures(for campaigns: [Campaign], answers: Answers, jobs: Int = 1) -> (figures: Figures, problems: [Problem]) {
        var figures = Figures(styleSheet: ChartStyle.css, darkStyleSheet: ChartStyle.darkCSS)
        var problems: [Problem] = []
        for campaign in campaigns {
            let painter = Painter(campaign: campaign)
            let uses = campaign.uses
            let asked = uses.charts.compactMap { block in
                answers.rowSets[BlockKey(campaign: campaign.id, id: block.id)].map { (id: block.id, block: block, rows: $0) }
            }
            let found = uses.analyses.compactMap { block -> (id: String, block: ChartBlock, rows: RowSet)? in
                guard let result = answers.analyses[BlockKey(campaign: campaign.id, id: block.id)], let chart = result.chart, !result.rows.rows.isEmpty else { return nil }
                return (block.id, chart, result.rows)
            }
            let charts = asked + found
            let drawn = parallelMap(charts.count, jobs: jobs) { painter.figure(for: charts[$0].block, charts[$0].rows, answers) }
            for (chart, result) in zip(charts, drawn) {
                switch result {
                case .success(let figure): figures.charts[BlockKey(campaign: campaign.id, id: chart.id)] = figure
                case .failure(let problem): problems.append(problem)
                }
            }
            for (key, values) in answers.dailyValues where key.campaign == campaign.id {
                // A line through a handful of days would be a guess at the rest.
                guard values.count(where: { $0 != nil }) * 2 > values.count else { continue }
                figures.sparklines[key] = Sparkline.svg(values.map { $0?.double }, width: 120, height: 28)
            }
        }
        return (figures, problems)
    }
}
