import Model

/// From sales to what is left: each cost taken off in turn, with the break-even and what a tenth more or less would do.
struct MarginBridge: AnalysisMethod {
    let name = "margin_bridge"
    let parameters = [AnalysisParameter.metric("start"), .metrics("less"), AnalysisParameter("fixed", .metrics)]

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds {
        var needs = AnalysisNeeds(uses: AnalysisNeeds.totals(block, campaign, "start", "less", "fixed"))
        for name in block.names("start") + block.names("less") where campaign.metrics[name.value]?.unit != .money {
            needs.problems.append(Problem(.badParameter, "a margin bridge is in money, and '\(name.value)' is counted in \(campaign.metrics[name.value]?.unit.name ?? "")", at: name.place))
        }
        for name in block.names("fixed") where !block.names("less").contains(where: { $0.value == name.value }) {
            needs.problems.append(Problem(.badParameter, "`fixed:` names costs of `less:`, and '\(name.value)' is none of them", at: name.place))
        }
        return needs
    }

    func run(_ input: AnalysisInput) -> AnalysisResult {
        let first = input.block.word("start") ?? "", less = input.block.names("less").map(\.value), fixed = Set(input.block.names("fixed").map(\.value))
        guard let sales = input.total(first)?.double, sales > 0 else { return Report.nothing(input, "没有成交额。", "There are no sales.") }
        let costs = less.map { (id: $0, name: input.name(of: $0), amount: input.total($0)?.double ?? 0) }, left = sales - costs.sum(\.amount)
        var report = Report(input, .observed)
        report.names("step", "项目", "Step")
        report.numbers("amount", "金额", "Amount", .money)
        report.numbers("share", "占起点", "Share of the start", .percent)
        report.row(.name(.text(first), input.name(of: first)), .number(sales), .number(1))
        for cost in costs {
            report.row(.name(.text(cost.id), cost.name), .number(-cost.amount), .number(-cost.amount / sales))
            report.value("\(cost.id)_share", cost.amount / sales, .percent)
        }
        report.value("margin", left, .money)
        report.value("margin_rate", left / sales, .percent)
        let start = input.name(of: first), still = costs.filter { fixed.contains($0.id) }.sum(\.amount), rate = (left + still) / sales
        if !fixed.isEmpty {
            report.value("break_even", rate > 0 ? still / rate : nil, .money)
            report.value("sales_up_tenth", sales * 0.1 * rate, .money)
            report.note("盈亏平衡：固定支出 ÷ 变动毛利率；成交额增减一成，余额增减 \(report.text(sales * 0.1 * rate, .money))。", "Break-even: fixed costs ÷ the variable margin; a tenth more or less sales moves what is left by \(report.text(sales * 0.1 * rate, .money)).")
        }
        report.chart(.waterfall, x: "step", y: "amount") { $0.totals = [start] }
        let largest = costs.max { $0.amount < $1.amount }
        report.finding(
            "margin", "\(start) \(report.text(sales, .money))，扣完各项剩 \(report.text(left, .money))（\(report.text(left / sales, .percent))）；最大的一项是\(largest?.name ?? "")（\(report.text((largest?.amount ?? 0) / sales, .percent))）。",
            "Of \(start), \(report.text(sales, .money)), \(report.text(left, .money)) is left (\(report.text(left / sales, .percent))); the largest cost is \(largest?.name ?? "") (\(report.text((largest?.amount ?? 0) / sales, .percent))).",
            evidence: .association, isGood: left > 0)
        return report.result
    }
}
