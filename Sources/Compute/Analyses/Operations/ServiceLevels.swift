import Model
import Statistics

/// A service objective: what was reached, how much of the error budget is spent, and on which days it burnt.
struct ServiceLevels: AnalysisMethod {
    let name = "service_level"
    let parameters = [AnalysisParameter.metric("good"), .metric("all"), AnalysisParameter("objective", .number(0.5...0.999999), isRequired: true)]

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds {
        let metrics = block.names("good") + block.names("all")
        for metric in metrics where !campaign.hasDailyRows(metric.value) { return AnalysisNeeds(problems: [Problem(.badParameter, "metric '\(metric.value)' has no days: its table has no `time:`", at: metric.place)]) }
        return AnalysisNeeds(uses: AnalysisNeeds.totals(block, campaign, "good", "all") + metrics.map { AnalysisNeeds.daily($0.value, Campaign.ownPeriod, campaign) })
    }

    func run(_ input: AnalysisInput) -> AnalysisResult {
        let names = (input.block.word("good") ?? "", input.block.word("all") ?? ""), objective = input.block.number("objective") ?? 0.99, period = input.campaign.period
        guard let good = input.total(names.0)?.double, let all = input.total(names.1)?.double, let level = ServiceLevel(objective: objective, good: good, all: all) else {
            return Report.nothing(input, "没有请求，或成功数多于总数。", "There were no requests, or more good ones than all.")
        }
        let days = zip(input.daily(names.0, in: period), input.daily(names.1, in: period)).map { (good: $0 ?? 0, all: $1 ?? 0) }
        var report = Report(input, .observed, count: all), spent = 0.0
        report.names("day", "日期", "Day", isTime: true)
        report.numbers("spent", "已用错误预算", "Error budget spent", .percent)
        report.numbers("level", "当日水平", "Level of the day", .percent, decimals: 3)
        report.numbers("burn", "燃烧速率", "Burn rate", .times)
        var fast = 0, worst: (Int, Double) = (0, 0)
        for (index, day) in days.enumerated() {
            let burn = ServiceLevel.burnRate(bad: day.all - day.good, all: day.all, objective: objective)
            spent += (day.all - day.good) / level.budget
            report.row(.day(period.start + index), .number(spent), .number(day.all > 0 ? day.good / day.all : nil), .number(burn))
            if let burn { if burn > 1 { fast += 1 }; if burn > worst.1 { worst = (index, burn) } }
        }
        let interval = wilsonInterval(successes: good, trials: all).map { Estimate(value: level.level, low: $0.low, high: $0.high, count: all) }
        report.value("level", level.level, .percent, interval)
        report.value("spent", level.spent, .percent)
        report.value("bad", all - good, .count(noun: ""))
        report.value("budget", level.budget, .count(noun: ""))
        report.value("fast_days", Double(fast), .days)
        report.value("worst_burn", worst.1, .times)
        report.value("allowed_minutes_a_year", 365 * 24 * 60 * (1 - objective), .minutes)
        report.lines("day", ["spent"])
        report.note("错误预算 = 总数 × (1 − 目标)；燃烧速率 1 表示恰好匀速用完，大于 1 的日子透支。", "Error budget: all × (1 − objective). A burn rate of 1 uses it up evenly; days above 1 overspend.")
        report.finding(
            "budget", "水平 \(report.text(level.level, .percent))，目标 \(report.text(objective, .percent))，错误预算用了 \(report.text(level.spent, .percent))；燃烧最快的一天是\(input.format.day(period.start + worst.0))（\(report.text(worst.1, .times))）。",
            "Level \(report.text(level.level, .percent)) against an objective of \(report.text(objective, .percent)): \(report.text(level.spent, .percent)) of the error budget is spent; fastest on \(input.format.day(period.start + worst.0)) (\(report.text(worst.1, .times))).", evidence: .association, isGood: level.spent <= 1)
        return report.result
    }
}
