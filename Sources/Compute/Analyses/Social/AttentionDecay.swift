import Foundation
import Model
import Statistics

/// How fast attention fades after its peak: the half-life, and what share is left at the end.
struct AttentionDecay: AnalysisMethod {
    let name = "decay"
    let parameters = [AnalysisParameter.metric("metric"), AnalysisParameter("period", .period), AnalysisParameter("from", .words)]

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds {
        let metric = block.names("metric")[0]
        guard campaign.hasDailyRows(metric.value) else { return AnalysisNeeds(problems: [Problem(.badParameter, "metric '\(metric.value)' has no days: its table has no `time:`", at: metric.place)]) }
        if let from = block.names("from").first, Day(from.value) == nil { return AnalysisNeeds(problems: [Problem(.badParameter, "`from:` is a day such as 2025-06-18, not '\(from.value)'", at: from.place)]) }
        return AnalysisNeeds(uses: [AnalysisNeeds.daily(metric.value, block.word("period") ?? Campaign.ownPeriod, campaign)])
    }

    func run(_ input: AnalysisInput) -> AnalysisResult {
        let metric = input.block.word("metric") ?? "", period = input.period("period"), unit = input.unit(of: metric)
        let values = input.daily(metric, in: period).map { $0 ?? 0 }
        let peak = values.indices.max { (values[$0], $1) < (values[$1], $0) } ?? 0
        let start = input.block.word("from").flatMap { Day($0) }.map { max(0, $0 - period.start) } ?? peak
        let after = Array(values.dropFirst(start))
        guard let decay = Decay(days: after.indices.map(Double.init), values: after) else { return Report.nothing(input, "高峰之后没有衰减，或天数不够。", "Nothing fades after the peak, or there are too few days.") }
        var report = Report(input, .modelled, count: Double(after.count))
        report.names("day", "日期", "Day", isTime: true)
        report.numbers("actual", "实际", "Actual", unit)
        report.numbers("fitted", "拟合", "Fitted", unit)
        for (index, value) in values.enumerated() {
            report.row(.day(period.start + index), .number(value), .number(index < start ? nil : decay.start * exp(-decay.rate.value * Double(index - start))))
        }
        report.value("half_life", decay.halfLife.value, .days, decay.halfLife.high.isFinite ? decay.halfLife : nil)
        report.value("fit", decay.rSquared, .percent)
        report.value("left", after[0] > 0 ? after[after.count - 1] / after[0] : nil, .percent)
        report.lines("day", ["actual", "fitted"])
        report.note("按每天减少同样比例（指数衰减）拟合；拟合优度 \(report.text(decay.rSquared, .percent))\(decay.rSquared < 0.6 ? "，走势不像指数衰减，半衰期只作参考" : "")。", "Fitted as the same share lost each day; R² \(report.text(decay.rSquared, .percent))\(decay.rSquared < 0.6 ? ": it hardly fades like this, take the half-life as a hint" : "").")
        report.finding(
            "half_life", "\(input.name(of: metric))每 \(report.text(decay.halfLife.value, .days))减半\(decay.halfLife.high.isFinite ? report.interval(decay.halfLife, .days) : "")，到最后一天剩 \(report.text(after[0] > 0 ? after[after.count - 1] / after[0] : nil, .percent))。",
            "\(input.name(of: metric)) halves every \(report.text(decay.halfLife.value, .days))\(decay.halfLife.high.isFinite ? report.interval(decay.halfLife, .days) : ""); on the last day \(report.text(after[0] > 0 ? after[after.count - 1] / after[0] : nil, .percent)) is left.", evidence: .association)
        return report.result
    }
}
