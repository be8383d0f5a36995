import Model
import Statistics

/// What advertising cost and brought: CTR, CPC, conversion, CPA, ROAS, and ROI in margin, which is something else.
struct AdPerformance: AnalysisMethod {
    let name = "advertising"
    let parameters = [
        AnalysisParameter.source, .column("by"), .column("spend"), .column("impressions"), .column("clicks"), .column("conversions"), .column("value"), AnalysisParameter("margin", .number(0...1)),
        AnalysisParameter("target", .number(0...1000)),
    ]

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds {
        let source = Source(block, in: campaign), day = source.day ?? "1"
        let sums = ["spend", "impressions", "clicks", "conversions", "value"].map { "sum(\(source[$0])) AS \($0)" }.joined(separator: ", ")
        return AnalysisNeeds(queries: [source.select("\(source["by"]) AS part, \(day) AS day_of, \(sums)", group: "1, 2", order: "1, 2")])
    }

    func run(_ input: AnalysisInput) -> AnalysisResult {
        let rows = input.rows(), margin = input.block.number("margin") ?? 1, target = input.block.number("target")
        let parts = Set(rows.map { $0["part"] }).sorted()
        guard rows.sum({ $0.amount("spend") }) > 0 else { return Report.nothing(input, "没有花费。", "Nothing was spent.") }
        var report = Report(input, .observed, count: rows.sum { $0.amount("conversions") })
        report.names("part", ofRole: "by")
        report.numbers("spend", "花费", "Spend", .money)
        report.numbers("ctr", "点击率", "CTR", .percent, decimals: 2)
        report.bounds(.percent, "ctr_")
        report.numbers("cpc", "点击成本", "CPC", .money, decimals: 2)
        report.numbers("cvr", "点击转化率", "Conversion of clicks", .percent, decimals: 2)
        report.numbers("cpa", "转化成本", "CPA", .money)
        report.numbers("roas", "投产比", "ROAS", .times)
        report.bounds(.times)
        report.numbers("roi", "利润回报率", "ROI in margin", .percent)
        var found: [(name: String, roas: Estimate, spend: Double)] = []
        let groups = parts.map { part in (part, rows.filter { $0["part"] == part }) }.sorted { Self.roas($0.1) > Self.roas($1.1) }
        for (part, own) in groups {
            func sum(_ name: String) -> Double { own.sum { $0.amount(name) } }
            let spend = sum("spend"), clicks = sum("clicks"), conversions = sum("conversions")
            guard spend > 0 else { continue }
            let ctr = Funnel.rate(Report.number(clicks), of: Report.number(sum("impressions"))), cvr = Funnel.rate(Report.number(min(conversions, clicks)), of: Report.number(clicks))
            let roas = self.interval(own) ?? Estimate(value: sum("value") / spend, low: .nan, high: .nan, count: 1)
            report.row(
                .name(part, input.label(part, of: "by")), .number(spend), .number(ctr?.value), .low(ctr), .high(ctr), .number(clicks > 0 ? spend / clicks : nil), .number(cvr?.value),
                .number(conversions > 0 ? spend / conversions : nil), .number(roas.value), .low(roas), .high(roas), .number(roas.value * margin - 1))
            let id = part.text.identifier
            report.value("\(id)_roas", roas.value, .times, roas.low.isNaN ? nil : roas)
            report.value("\(id)_ctr", ctr, .percent)
            report.value("\(id)_cpc", clicks > 0 ? spend / clicks : nil, .money)
            report.value("\(id)_cpa", conversions > 0 ? spend / conversions : nil, .money)
            report.value("\(id)_roi", roas.value * margin - 1, .percent)
            found.append((input.label(part, of: "by"), roas, spend))
        }
        let all = Self.roas(rows)
        report.value("roas", all, .times)
        report.value("roi", all * margin - 1, .percent)
        report.chart(.bar, x: "part", y: "roas", low: "low", high: "high")
        report.note(
            "投产比 = 归因成交 ÷ 花费；利润回报率 = 归因成交 × 毛利率（\(report.text(margin, .percent))） ÷ 花费 − 1，两者不是一回事。归因成交不等于广告带来的增量。投产比的区间来自各日的波动。",
            "ROAS: attributed sales ÷ spend; ROI: attributed sales × margin (\(report.text(margin, .percent))) ÷ spend − 1. Attributed is not incremental. ROAS intervals come from how days vary.")
        guard let best = found.first, let worst = found.last, found.count > 1 else { return report.result }
        let short = target.map { limit in found.filter { $0.roas.value < limit } } ?? []
        let money = short.sum { $0.spend * (1 - $0.roas.value * margin) }
        let tail = target.map { limit in
            input.say("；\(short.count) 项低于 \(report.text(limit, .times))", "; \(short.count) are below \(report.text(limit, .times))")
        } ?? ""
        report.finding(
            "range", "投产比最高的是\(best.name)（\(report.text(best.roas.value, .times))），最低的是\(worst.name)（\(report.text(worst.roas.value, .times))）\(tail)。",
            "ROAS is highest for \(best.name) (\(report.text(best.roas.value, .times))), lowest for \(worst.name) (\(report.text(worst.roas.value, .times)))\(tail).",
            effect: money > 0 && margin < 1 ? Finding.Effect(value: -money) : nil, evidence: .association, isGood: target == nil ? nil : short.isEmpty)
        return report.result
    }

    private static func roas(_ rows: [ResultRow]) -> Double {
        let spend = rows.sum { $0.amount("spend") }
        return spend > 0 ? rows.sum { $0.amount("value") } / spend : 0
    }

    /// Days are what varies: a ratio of two sums over them.
    private func interval(_ rows: [ResultRow]) -> Estimate? {
        let spend = rows.map { $0.amount("spend") }, value = rows.map { $0.amount("value") }
        return RatioOfMeans(top: Moments(value), bottom: Moments(spend), products: zip(spend, value).sum { $0.0 * $0.1 }).estimate
    }
}
