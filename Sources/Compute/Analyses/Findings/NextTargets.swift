import Model
import Statistics

/// What to aim at next time: from what was reached, with its interval, a cautious and a bold target.
struct NextTargets: AnalysisMethod {
    let name = "next_targets"
    let parameters = [AnalysisParameter.metrics("metrics")]

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds {
        var uses = AnalysisNeeds.totals(block, campaign, "metrics")
        for name in block.names("metrics") where campaign.hasDailyRows(name.value) { uses.append(AnalysisNeeds.daily(name.value, Campaign.ownPeriod, campaign)) }
        return AnalysisNeeds(uses: uses + uses.compactMap { campaign.baselineUse(of: $0) })
    }

    func run(_ input: AnalysisInput) -> AnalysisResult {
        var report = Report(input, .estimated, count: Double(input.campaign.period.days))
        report.names("metric", "指标", "Metric")
        report.texts("now", "本次", "This time")
        report.texts("target", "本次目标", "Target now")
        report.texts("cautious", "稳妥目标（P80）", "Cautious (P80)")
        report.texts("bold", "进取目标（P50）", "Even odds (P50)")
        report.texts("basis", "依据", "Basis")
        for name in input.block.names("metrics").map(\.value) {
            guard let value = input.metrics.value(of: ValueKey(campaign: input.campaign.id, metric: name)), let now = value.value?.double else { continue }
            let metric = input.campaign.metrics[name], isLower = metric?.direction == .lower
            let days = input.campaign.hasDailyRows(name) ? input.daily(name, in: input.campaign.period).compactMap { $0 } : []
            // One-sided 80 %: from the rate's own interval, else from how days vary.
            var spread: (Double, String)?
            if let interval = value.interval {
                spread = ((interval.high.double - interval.low.double) / (2 * z95) * Normal.quantile(0.8), input.say("比率区间", "the rate's interval"))
            } else if days.count > 6, let variance = Moments(days).variance {
                let error = (variance / Double(days.count)).squareRoot() * (input.campaign.isAdditive(name) ? Double(days.count) : 1)
                spread = (error * Normal.quantile(0.8), input.say("各日波动", "how days vary"))
            }
            let cautious = spread.map { isLower ? now + $0.0 : now - $0.0 }
            report.row(
                .name(.text(name), value.name), .text(value.text), .text(value.targetText ?? "—"), .text(report.text(cautious, value.unit)), .text(value.text), .text(spread?.1 ?? input.say("只有一个数，给不出区间", "one number: no interval")))
            report.value("\(name)_cautious", cautious, value.unit)
            report.value("\(name)_even", now, value.unit)
        }
        report.note("条件不变时，“稳妥”有八成把握达到，“进取”一半把握；渠道结构、价格与竞品一变就要重估。把没有基线的目标写进立项书，不如先量一次。", "With nothing else changed the cautious target is reached with 80 %, the even one with 50 %. Where there is no interval, measure before you set a target.")
        return report.result
    }
}
