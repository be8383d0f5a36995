import Model
import Statistics

/// What each kind of author or platform moved people to do, and at what cost.
struct Engagement: AnalysisMethod {
    let name = "engagement"
    let parameters = [
        AnalysisParameter.source, .column("by"), .column("views"), .column("interactions"), .optionalColumn("cost"), .optionalColumn("value"), .optionalColumn("posts"),
    ]

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds {
        let source = Source(block, in: campaign)
        let sums = ["views", "interactions", "cost", "value", "posts"].map { source.has($0) ? "sum(\(source[$0])) AS \($0)" : "NULL AS \($0)" }.joined(separator: ", ")
        return AnalysisNeeds(queries: [source.select("\(source["by"]) AS part, \(sums)", group: "1", order: "1")])
    }

    func run(_ input: AnalysisInput) -> AnalysisResult {
        let rows = input.rows().filter { $0.amount("views") > 0 }, hasCost = input.block.word("cost") != nil, hasValue = input.block.word("value") != nil
        guard !rows.isEmpty else { return Report.nothing(input, "没有浏览。", "There were no views.") }
        var report = Report(input, .observed, count: rows.sum { $0.amount("views") })
        report.names("part", ofRole: "by")
        report.numbers("views", "浏览", "Views", .count(noun: ""))
        report.numbers("rate", "互动率", "Engagement rate", .percent, decimals: 2)
        report.bounds(.percent)
        if hasCost {
            report.numbers("cpe", "单次互动成本", "Cost per engagement", .money, decimals: 2)
            report.numbers("cpm", "千次浏览成本", "Cost per thousand views", .money, decimals: 2)
        }
        if hasValue, hasCost { report.numbers("roas", "投产比", "ROAS", .times) }
        var found: [(String, Estimate)] = []
        for row in rows.sorted(by: { $0.amount("interactions") / $0.amount("views") > $1.amount("interactions") / $1.amount("views") }) {
            let name = input.label(row["part"], of: "by"), id = row.text("part").identifier
            let rate = Funnel.rate(Report.number(min(row.amount("interactions"), row.amount("views"))), of: Report.number(row.amount("views"))), cost = row.amount("cost")
            var entries: [Report.Entry] = [.name(row["part"], name), .number(row.amount("views")), .number(rate?.value), .low(rate), .high(rate)]
            let cpe = cost > 0 && row.amount("interactions") > 0 ? cost / row.amount("interactions") : nil
            if hasCost { entries += [.number(cpe), .number(cost > 0 ? cost / row.amount("views") * 1000 : nil)] }
            if hasValue, hasCost { entries.append(.number(cost > 0 ? row.amount("value") / cost : nil)) }
            report.row(entries)
            report.value("\(id)_rate", rate, .percent)
            if let cpe { report.value("\(id)_cpe", cpe, .money) }
            if hasValue, cost > 0 { report.value("\(id)_roas", row.amount("value") / cost, .times) }
            if let rate { found.append((name, rate)) }
        }
        report.chart(.bar, x: "part", y: "rate", low: "low", high: "high")
        report.note("互动率 = 互动 ÷ 浏览；一个人的多次互动都计入，区间把它们当作独立，偏窄。", "Engagement rate: interactions ÷ views; one person's interactions all count, so the interval is rather narrow.")
        if let best = found.first, let worst = found.last, found.count > 1 {
            report.finding("best", "互动率最高的是\(best.0)（\(report.text(best.1.value, .percent))），最低的是\(worst.0)（\(report.text(worst.1.value, .percent))）。", "Engagement is highest for \(best.0) (\(report.text(best.1.value, .percent))), lowest for \(worst.0) (\(report.text(worst.1.value, .percent))).", evidence: .association)
        }
        return report.result
    }
}
