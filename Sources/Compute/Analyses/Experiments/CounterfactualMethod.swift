import Model
import Statistics

/// What would have come without the campaign, from the days before it, and what came beyond that.
struct CounterfactualMethod: AnalysisMethod {
    let name = "counterfactual"
    let parameters = [
        AnalysisParameter.metric("metric"), AnalysisParameter("before", .period, isRequired: true), AnalysisParameter("after", .period), AnalysisParameter("season", .whole(1...60)),
        AnalysisParameter("controls", .metrics), AnalysisParameter("trend", .flag), .worth,
    ]

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds {
        let periods = [block.word("before"), block.word("after") ?? Campaign.ownPeriod].compactMap { $0 }
        var needs = AnalysisNeeds(uses: AnalysisNeeds.totals(block, campaign, "worth"))
        for metric in block.names("metric") + block.names("controls") {
            needs.uses += periods.map { AnalysisNeeds.daily(metric.value, $0, campaign) }
            if !campaign.hasDailyRows(metric.value) { needs.problems.append(Problem(.badParameter, "metric '\(metric.value)' has no days: its table has no `time:`", at: metric.place)) }
        }
        if let before = block.word("before").flatMap({ campaign.period(named: $0) }), let after = campaign.period(named: block.word("after") ?? Campaign.ownPeriod), before.end + 1 != after.start {
            needs.problems.append(Problem(.badParameter, "`before:` ends on \(before.end) and `after:` begins on \(after.start); one must follow the other", at: block.names("before").first?.place ?? block.place))
        }
        return needs
    }

    func run(_ input: AnalysisInput) -> AnalysisResult {
        let metric = input.block.word("metric") ?? "", before = input.period("before"), after = input.period("after")
        let old = input.daily(metric, in: before).compactMap { $0 }, new = input.daily(metric, in: after).compactMap { $0 }
        let controls = input.block.names("controls").map { name in (input.daily(name.value, in: before) + input.daily(name.value, in: after)).map { $0 ?? 0 } }
        let season = input.block.number("season").map { Int($0) } ?? 7
        guard old.count == before.days, new.count == after.days,
            let model = Counterfactual(before: old, after: new, period: season, controls: controls, hasTrend: input.block.flag("trend") ?? false)
        else { return Report.nothing(input, "活动前的天数不够，或有缺日，无法推算。", "There are too few days before, or some are missing.") }
        let unit = input.unit(of: metric)
        var report = Report(input, .modelled, count: Double(old.count))
        report.names("day", "日期", "Day", isTime: true)
        report.numbers("actual", input.say("实际", "Actual"), "Actual", unit)
        report.numbers("expected", "推算", "Expected", unit)
        report.bounds(unit)
        for (offset, value) in old.enumerated() { report.row(.day(before.start + offset), .number(value), .number(nil), .number(nil), .number(nil)) }
        for (offset, value) in new.enumerated() {
            report.row(.day(after.start + offset), .number(value), .number(model.expected[offset].value), .low(model.expected[offset]), .high(model.expected[offset]))
        }
        report.value("effect", model.effect, unit)
        report.value("lift", model.relative, .percent)
        report.value("expected", model.expected.sum(\.value), unit)
        report.value("autocorrelation", model.autocorrelation, .number)
        report.lines("day", ["actual", "expected"])
        report.note(
            "按活动前 \(old.count) 天的\(season == 7 ? "星期规律" : "周期规律")推算，没有对照组；同期的其他变化（季节、竞品、断货）都会算进来，不能全归于活动。",
            "Carried on from the \(old.count) days before by \(season == 7 ? "day of the week" : "season"), without a control group: whatever else changed then is counted in.")
        if model.autocorrelation > 0.4 { report.note("相邻两天的残差相关 \(report.text(model.autocorrelation, .number))，区间偏窄。", "Neighbouring residuals correlate (\(report.text(model.autocorrelation, .number))): the interval is too narrow.") }
        if old.count < 21 { report.note("活动前不足三周，星期规律估得不稳。", "Fewer than three weeks before: the days of the week are known roughly.") }
        let isCertain = model.effect.excludesZero, name = input.name(of: metric)
        report.finding(
            "effect", "\(name)比推算\(model.effect.value >= 0 ? "多" : "少") \(report.text(abs(model.effect.value), unit))，相对 \(report.change(model.relative.value))\(report.interval(model.relative, .percent))\(isCertain ? "" : "，区间含零，说不清")。",
            "\(name) came out \(model.effect.value >= 0 ? "above" : "below") what was expected by \(report.text(abs(model.effect.value), unit)), \(report.change(model.relative.value))\(report.interval(model.relative, .percent))\(isCertain ? "" : ": undecided").",
            effect: Report.effect(model.effect, worth: unit == .money ? input.worth ?? 1 : input.worth), evidence: .quasi, isGood: isCertain ? model.effect.value > 0 : nil)
        return report.result
    }
}
