import Charts
package import Model

/// From answers to figures: what each chart block asks for, drawn with Charts.
package enum Draw {
    /// Widths at which each chart is drawn: for a text column and for a phone.
    static let wide = 720.0, narrow = 340.0

    package static func figures(for campaigns: [Campaign], answers: Answers) -> (figures: Figures, problems: [Problem]) {
        var figures = Figures(styleSheet: ChartStyle.css, darkStyleSheet: ChartStyle.darkCSS)
        var problems: [Problem] = []
        for campaign in campaigns {
            let painter = Painter(campaign: campaign)
            let uses = campaign.uses
            for block in uses.charts {
                let key = BlockKey(campaign: campaign.id, id: block.id)
                guard let rows = answers.rowSets[key] else { continue }
                switch painter.figure(for: block, rows, answers) {
                case .success(let figure): figures.charts[key] = figure
                case .failure(let problem): problems.append(problem)
                }
            }
            for block in uses.analyses {
                let key = BlockKey(campaign: campaign.id, id: block.id)
                guard let result = answers.analyses[key], let chart = result.chart, !result.rows.rows.isEmpty else { continue }
                switch painter.figure(for: chart, result.rows, answers) {
                case .success(let figure): figures.charts[key] = figure
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
