import Model

/// How a total came together day by day: against an even pace to its target, and phase by phase.
struct Pace: AnalysisMethod {
    let name = "pace"
    let parameters = [AnalysisParameter.metric("metric")]

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds {
        let metric = block.names("metric")[0]
        var needs = AnalysisNeeds(uses: AnalysisNeeds.totals(block, campaign, "metric") + [AnalysisNeeds.daily(metric.value, Campaign.ownPeriod, campaign)])
        if !campaign.isAdditive(metric.value) {
            needs.problems.append(Problem(.badParameter, "`pace` adds up days, and '\(metric.value)' is no sum or count", at: metric.place))
        }
        return needs
    }

    func run(_ input: AnalysisInput) -> AnalysisResult {
        let metric = input.block.names("metric")[0].value, period = input.campaign.period
        let days = input.daily(metric, in: period).map { $0 ?? 0 }, total = days.sum, unit = input.unit(of: metric)
        let target = input.campaign.metrics[metric]?.target?.low.double
        var report = Report(input, .observed, count: Double(days.count))
        report.names("phase", "阶段", "Phase")
        report.numbers("days", "天数", "Days", .days)
        report.numbers("value", input.name(of: metric), input.name(of: metric), unit)
        report.numbers("share", "占全期", "Share of all", .percent)
        report.numbers("per_day", "日均", "Per day", unit)
        for phase in input.campaign.phases {
            let own = days.enumerated().filter { phase.contains(period.start + $0.offset) }.map(\.element)
            guard !own.isEmpty else { continue }
            report.row(.name(.text(phase.id), phase.name), .number(Double(own.count)), .number(own.sum), .number(total > 0 ? own.sum / total : nil), .number(own.sum / Double(own.count)))
            report.value("\(phase.id)_share", total > 0 ? own.sum / total : nil, .percent)
        }
        report.part("phases")
        report.names("day", "日期", "Day", isTime: true)
        report.numbers("actual", "累计实际", "Actual so far", unit)
        if target != nil { report.numbers("even", "匀速到目标", "Even pace to the target", unit) }
        var sum = 0.0
        for (index, value) in days.enumerated() {
            sum += value
            report.row([.day(period.start + index), .number(sum)] + (target.map { [.number($0 * Double(index + 1) / Double(days.count))] } ?? []))
        }
        report.value("total", total, unit)
        report.value("peak", days.max(), unit)
        let half = days.indices.first { days.prefix($0 + 1).sum >= total / 2 }
        if let half, total > 0 {
            report.value("days_to_half", Double(half + 1), .days)
            let share = Double(half + 1) / Double(days.count)
            report.finding(
                "half", "\(input.name(of: metric))的一半在前 \(half + 1) 天完成，占全期天数的 \(report.text(share, .percent))。",
                "Half of \(input.name(of: metric)) came in the first \(half + 1) days, \(report.text(share, .percent)) of the period.", evidence: .association)
        }
        report.result.chart = nil
        report.lines("day", target == nil ? ["actual"] : ["actual", "even"])
        return report.result
    }
}
