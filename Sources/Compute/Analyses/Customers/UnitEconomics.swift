import Model
import Statistics

/// What a new customer costs and brings, channel by channel: CAC, LTV ÷ CAC, and how long until the cost is earned back.
struct UnitEconomics: AnalysisMethod {
    let name = "unit_economics"
    let parameters = [
        AnalysisParameter.metric("spend"), .metric("customers"), AnalysisParameter("by", .dimension(of: "customers"), isRequired: true), AnalysisParameter("value", .free, isRequired: true),
        AnalysisParameter("years", .number(0.1...20)), AnalysisParameter("floor", .number(0...100)),
    ]

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds {
        var needs = AnalysisNeeds(uses: AnalysisNeeds.totals(block, campaign, "spend", "customers"))
        let by = block.names("by").map(\.value)
        needs.uses += (block.names("spend") + block.names("customers")).map { MetricUse(campaign: campaign.id, metric: $0.value, dimensions: by) }
        if let value = block.names("value").first, Double(value.value) == nil {
            if campaign.metrics[value.value] == nil {
                needs.problems.append(Problem(.badParameter, "`value:` is an amount or a metric: what a customer brings, not '\(value.value)'\(suggestion(for: value.value, among: campaign.metricNames))", at: value.place))
            } else {
                needs.uses.append(MetricUse(campaign: campaign.id, metric: value.value))
            }
        }
        return needs
    }

    func run(_ input: AnalysisInput) -> AnalysisResult {
        let by = input.block.word("by") ?? "", spendMetric = input.block.word("spend") ?? "", customerMetric = input.block.word("customers") ?? ""
        let value = input.block.word("value").flatMap { Double($0) ?? input.total($0)?.double } ?? 0, years = input.block.number("years") ?? 1, floor = input.block.number("floor") ?? 3
        let spend = Dictionary(input.slices(spendMetric, by: by).map { ($0.key, $0.value) }, uniquingKeysWith: +)
        let rows = input.slices(customerMetric, by: by).filter { (spend[$0.key] ?? 0) > 0 }.sorted { (spend[$0.key] ?? 0) / max($0.value, 1e-9) < (spend[$1.key] ?? 0) / max($1.value, 1e-9) }
        guard !rows.isEmpty, value > 0 else { return Report.nothing(input, "没有花费或客户价值。", "There is no spend, or no value of a customer.") }
        let label = input.label(ofDimension: by, of: customerMetric)
        var report = Report(input, .estimated, count: rows.sum(\.value))
        report.names("channel", label, label)
        report.numbers("customers", "新客", "New customers", .count(noun: ""))
        report.numbers("cac", "获客成本", "CAC", .money)
        report.bounds(.money)
        report.numbers("ratio", "LTV ÷ CAC", "LTV ÷ CAC", .times)
        report.numbers("payback", "回本月数", "Months to earn it back", .number)
        var below: [String] = []
        for row in rows {
            let cost = spend[row.key] ?? 0, cac = row.value > 0 ? cost / row.value : nil
            // The count of customers is what chance moves.
            let rate = poissonRate(events: row.value, exposure: cost), ratio = cac.map { value / $0 }
            let payback = cac.flatMap { LifetimeValue.payback(cost: $0, marginPerPeriod: value / (years * 12)) }
            report.row(
                .name(row.key, row.label), .number(row.value), .number(cac), .number(rate.map { 1 / $0.high }), .number(rate.flatMap { $0.low > 0 ? 1 / $0.low : nil }), .number(ratio), .number(payback))
            report.value("\(row.key.text.identifier)_cac", cac, .money)
            report.value("\(row.key.text.identifier)_ratio", ratio, .times)
            if let ratio, ratio < floor { below.append(row.label) }
        }
        let customers = rows.sum(\.value), cost = rows.sum { spend[$0.key] ?? 0 }
        report.value("cac", customers > 0 ? cost / customers : nil, .money)
        report.value("ratio", customers > 0 ? value * customers / cost : nil, .times)
        report.value("floor", floor, .times)
        report.value("below_floor", Double(below.count), .count(noun: ""))
        report.chart(.bar, x: "channel", y: "cac", low: "low", high: "high")
        report.note("客户价值取 \(report.text(value, .money))，各渠道相同；渠道之间复购不同，真实的比值还要按渠道的留存修正。区间来自新客数的 Poisson 误差。", "A customer is taken to bring \(report.text(value, .money)) in every channel; where retention differs, so does this. Intervals: Poisson error of the count.")
        let list = Words.of(input.campaign.language).sentences.list(below)
        report.finding(
            "below", below.isEmpty ? "各\(label)的 LTV ÷ CAC 都在 \(report.text(floor, .times))以上。" : "LTV ÷ CAC 低于 \(report.text(floor, .times))的\(label)：\(list)。",
            below.isEmpty ? "LTV ÷ CAC is above \(report.text(floor, .times)) everywhere." : "LTV ÷ CAC is below \(report.text(floor, .times)) for \(list).", evidence: .association, isGood: below.isEmpty)
        return report.result
    }
}
