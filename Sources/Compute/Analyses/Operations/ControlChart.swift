import Model

/// A rate day by day within the limits that chance sets: a p-chart.
///
/// W. A. Shewhart 1931; three standard errors around the overall rate, each day by its own size.
struct ControlChart: AnalysisMethod {
    let name = "control_chart"
    let parameters = [AnalysisParameter.metric("successes"), .metric("trials")]

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds {
        let metrics = block.names("successes") + block.names("trials")
        for metric in metrics where !campaign.hasDailyRows(metric.value) { return AnalysisNeeds(problems: [Problem(.badParameter, "metric '\(metric.value)' has no days: its table has no `time:`", at: metric.place)]) }
        return AnalysisNeeds(uses: metrics.map { AnalysisNeeds.daily($0.value, Campaign.ownPeriod, campaign) })
    }

    func run(_ input: AnalysisInput) -> AnalysisResult {
        let period = input.campaign.period, successes = input.daily(input.block.word("successes") ?? "", in: period), trials = input.daily(input.block.word("trials") ?? "", in: period)
        let all = trials.compactMap { $0 }.sum, rate = all > 0 ? successes.compactMap { $0 }.sum / all : 0
        guard all > 0, rate > 0, rate < 1 else { return Report.nothing(input, "没有可判的比率。", "There is no rate to judge.") }
        // Huge counts make chance tiny; what days really vary by is added (Laney's p').
        let scores = zip(successes, trials).compactMap { s, n in n.flatMap { n in s.map { ($0 / n - rate) / (rate * (1 - rate) / n).squareRoot() } } }
        let steps = zip(scores, scores.dropFirst()).map { abs($0 - $1) }, spread = max(1, steps.isEmpty ? 1 : steps.sum / Double(steps.count) / 1.128)
        var report = Report(input, .observed, count: all), outside: [Int] = []
        report.names("day", "日期", "Day", isTime: true)
        report.numbers("rate", "比率", "Rate", .percent, decimals: 2)
        report.numbers("lower", "控制下限", "Lower limit", .percent, decimals: 2)
        report.numbers("upper", "控制上限", "Upper limit", .percent, decimals: 2)
        for (index, (s, n)) in zip(successes, trials).enumerated() {
            guard let s, let n, n > 0 else { report.row(.day(period.start + index), .number(nil), .number(nil), .number(nil)); continue }
            let half = 3 * spread * (rate * (1 - rate) / n).squareRoot()
            if abs(s / n - rate) > half { outside.append(index) }
            report.row(.day(period.start + index), .number(s / n), .number(max(0, rate - half)), .number(min(1, rate + half)))
        }
        report.value("rate", rate, .percent)
        report.value("outside", Double(outside.count), .days)
        report.lines("day", ["rate", "lower", "upper"])
        report.note("界限为总比率上下三个标准误，按每日样本量与各日实际波动（Laney p′）放宽；界外的日子才值得找原因。", "Limits: three standard errors about the overall rate, widened by how days really vary (Laney's p′); only days outside are worth a search for causes.")
        let days = Words.of(input.campaign.language).sentences.list(outside.prefix(3).map { input.format.day(period.start + $0) })
        report.finding("outside", outside.isEmpty ? "每天都在控制界限之内，起伏只是随机。" : "有 \(outside.count) 天超出控制界限：\(days)\(outside.count > 3 ? "等" : "")。", outside.isEmpty ? "Every day lies within the limits: only chance." : "\(outside.count) days lie outside of the limits: \(days)\(outside.count > 3 ? " and others" : "").", evidence: .association, isGood: outside.isEmpty)
        return report.result
    }
}
