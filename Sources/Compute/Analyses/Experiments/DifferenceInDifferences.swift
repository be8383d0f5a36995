import Model
import Statistics

/// What changed on the treated side beyond what changed on another: the daily gap before against the daily gap after.
struct DifferenceInDifferencesMethod: AnalysisMethod {
    let name = "difference_in_differences"
    let parameters = [
        AnalysisParameter.source, .column("group"), AnalysisParameter("treated", .words, isRequired: true), AnalysisParameter("control", .words, isRequired: true), .column("value"),
        .optionalColumn("per"), AnalysisParameter("before", .period, isRequired: true), AnalysisParameter("after", .period), AnalysisParameter("unit", .choice(Unit.names.keys.sorted())), .worth,
    ]

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds {
        let source = Source(block, in: campaign)
        guard let day = source.day else { return AnalysisNeeds(problems: [Problem(.badParameter, "`difference_in_differences` needs a table with `time:`", at: block.place)]) }
        let value = source.has("per") ? "sum(\(source["value"])) * 1.0 / NULLIF(sum(\(source["per"])), 0)" : "sum(\(source["value"]))"
        let group = source["group"], sides = ["treated", "control"].map { SQLText.literal(block.word($0) ?? "") }
        let query = source.select("\(day) AS day_of, \(group) AS side, \(value) AS value", where: "\(group) IN (\(sides.joined(separator: ", ")))", group: "1, 2", order: "1, 2", isDated: false)
        return AnalysisNeeds(uses: AnalysisNeeds.totals(block, campaign, "worth"), queries: [query])
    }

    func run(_ input: AnalysisInput) -> AnalysisResult {
        let before = input.period("before"), after = input.period("after"), treated = input.block.word("treated") ?? "", control = input.block.word("control") ?? ""
        var days: [Day: (treated: Double?, control: Double?)] = [:]
        for row in input.rows() {
            guard let day = row.day("day_of"), let value = row.number("value") else { continue }
            if row.text("side") == treated { days[day, default: (nil, nil)].treated = value } else { days[day, default: (nil, nil)].control = value }
        }
        func pairs(_ period: Period) -> [(treated: Double, control: Double)] {
            (0..<period.days).compactMap { offset in days[period.start + offset].flatMap { pair in pair.treated.flatMap { a in pair.control.map { (a, $0) } } } }
        }
        let old = pairs(before), new = pairs(after)
        guard let test = differenceInDifferences(before: old, after: new) else { return Report.nothing(input, "两段时期各要有两天以上的数据。", "Both periods need more than one day of data.") }
        let unit = input.block.word("unit").flatMap { Unit.names[$0] } ?? (input.block.word("per") == nil ? input.source.definition(of: "value")?.unit ?? .number : .percent)
        func mean(_ values: [Double]) -> Double { values.sum / Double(values.count) }
        let sides = [(treated, mean(old.map(\.treated)), mean(new.map(\.treated))), (control, mean(old.map(\.control)), mean(new.map(\.control)))]
        var report = Report(input, .estimated, count: Double(old.count + new.count))
        report.names("side", ofRole: "group")
        report.names("when", "时期", "Period")
        report.numbers("value", "日均", "Daily mean", unit)
        for side in sides {
            report.row(.name(.text(side.0), input.label(.text(side.0), of: "group")), .name(.text("before"), before.name), .number(side.1))
            report.row(.name(.text(side.0), input.label(.text(side.0), of: "group")), .name(.text("after"), [Campaign.ownPeriod, "", input.campaign.title].contains(after.name) ? input.say("本次", "This campaign") : after.name), .number(side.2))
        }
        report.value("effect", test.difference, unit)
        report.value("p", test.pValue, .number)
        report.value("treated_change", sides[0].2 - sides[0].1, unit)
        report.value("control_change", sides[1].2 - sides[1].1, unit)
        report.chart(.slope, x: "side", y: "value", series: "when")
        func text(_ value: Double) -> String { unit == .percent ? report.points(value) : report.text(value, unit) }
        report.note(
            "前提是两边在没有活动时会同涨同落；这里没有随机分组，只能排除两边共有的变化。区间来自每日差距的 Welch 检验，把各日当作独立。",
            "It rests on both sides moving alike without the campaign. Nobody was randomised: only what both share is ruled out. The interval takes days to be independent.")
        let name = input.label(.text(treated), of: "group"), other = input.label(.text(control), of: "group"), isCertain = test.difference.excludesZero
        report.finding(
            "effect", "\(name)的变化比\(other)多 \(text(test.difference.value))\(report.interval(test.difference, unit))\(isCertain ? "" : "，区间含零，说不清")。",
            "\(name) moved \(text(test.difference.value)) more than \(other)\(report.interval(test.difference, unit))\(isCertain ? "" : ": undecided").", effect: Report.effect(test.difference, worth: input.worth),
            evidence: .quasi, isGood: nil)
        return report.result
    }
}
