import Model
import Statistics

/// How large the next test must be: people a group for each lift one wants to see, and how many days that takes.
struct SampleSizes: AnalysisMethod {
    let name = "sample_size"
    let parameters = [AnalysisParameter.metric("rate"), AnalysisParameter("lifts", .free), AnalysisParameter("power", .number(0.5...0.99)), AnalysisParameter("daily", .metric)]

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds {
        var needs = AnalysisNeeds(uses: AnalysisNeeds.totals(block, campaign, "rate", "daily"))
        for name in block.names("rate") where campaign.metrics[name.value]?.unit != .percent {
            needs.problems.append(Problem(.badParameter, "`rate:` is a metric in percent, and '\(name.value)' is counted in \(campaign.metrics[name.value]?.unit.name ?? "")", at: name.place))
        }
        for lift in block.names("lifts") where Double(lift.value).map({ $0 > 0 && $0 < 10 }) != true {
            needs.problems.append(Problem(.badParameter, "`lifts:` are relative, such as 0.05 for 5 %, not '\(lift.value)'", at: lift.place))
        }
        return needs
    }

    func run(_ input: AnalysisInput) -> AnalysisResult {
        let metric = input.block.word("rate") ?? ""
        guard let rate = input.total(metric)?.double, rate > 0, rate < 1 else { return Report.nothing(input, "指标没有值。", "The metric has no value.") }
        let typed = input.block.names("lifts").compactMap { Double($0.value) }, lifts = typed.isEmpty ? [0.02, 0.05, 0.1, 0.2] : typed
        let power = input.block.number("power") ?? 0.8
        let daily = input.block.word("daily").flatMap { input.total($0)?.double }.map { $0 / Double(input.campaign.period.days) }
        var report = Report(input, .modelled)
        report.names("lift", "要看出的相对提升", "Lift to be seen")
        report.numbers("people", "每组人数", "People a group", .count(noun: ""))
        report.numbers("difference", "绝对差", "Difference", .percent)
        if daily != nil { report.numbers("days", "两组所需天数", "Days for two groups", .days) }
        for lift in lifts {
            let size = Power.sampleSize(rate: rate, lift: lift, power: power)?.rounded(.up)
            let days = daily.flatMap { daily in size.map { (2 * $0 / daily).rounded(.up) } }
            report.row([.name(.double(lift), report.change(lift)), .number(size), .number(rate * lift)] + (daily == nil ? [] : [.number(days)]))
            report.value("people_\(wholePart((lift * 100).rounded()))", size, .count(noun: ""))
        }
        report.chart(.bar, x: "lift", y: "people") { $0.order = .data }
        report.note(
            "基线 \(report.text(rate, .percent))，双侧 5% 水平，把握 \(report.text(power, .percent))，两组各半。", "Baseline \(report.text(rate, .percent)), two-sided 5 % level, power \(report.text(power, .percent)), two equal groups.")
        return report.result
    }
}
