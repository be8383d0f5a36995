import Foundation
import Model
import Statistics

/// What growing costs: how the cost of a conversion rises as an audience is widened step by step.
struct Scaling: AnalysisMethod {
    let name = "scaling"
    let parameters = [AnalysisParameter.source, .column("step"), .column("people"), .column("spend"), .column("conversions")]

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds {
        let source = Source(block, in: campaign)
        return AnalysisNeeds(queries: [
            source.select("\(source["step"]) AS step, sum(\(source["people"])) AS people, sum(\(source["spend"])) AS spend, sum(\(source["conversions"])) AS conversions", group: "1", order: "people, step")
        ])
    }

    func run(_ input: AnalysisInput) -> AnalysisResult {
        let rows = input.rows().filter { $0.amount("people") > 0 && $0.amount("conversions") > 0 }
        guard let first = rows.first, let last = rows.last, rows.count > 1 else { return Report.nothing(input, "至少要有两步。", "It takes two steps at least.") }
        func cost(_ row: ResultRow) -> Double { row.amount("spend") / row.amount("conversions") }
        var report = Report(input, .estimated, count: rows.sum { $0.amount("conversions") })
        report.names("step", ofRole: "step")
        report.numbers("people", "规模", "People", .count(noun: ""))
        report.numbers("cpa", "转化成本", "Cost per conversion", .money)
        report.bounds(.money)
        report.numbers("marginal", "新增部分的转化成本", "Cost of the added conversions", .money)
        for (index, row) in rows.enumerated() {
            let rate = poissonRate(events: row.amount("conversions"), exposure: row.amount("spend"))
            let added = index == 0 ? nil : (row.amount("spend") - rows[index - 1].amount("spend")) / max(1e-9, row.amount("conversions") - rows[index - 1].amount("conversions"))
            report.row(.name(row["step"], row.text("step")), .number(row.amount("people")), .number(cost(row)), .number(rate.map { 1 / $0.high }), .number(rate.flatMap { $0.low > 0 ? 1 / $0.low : nil }), .number(added.flatMap { $0 > 0 ? $0 : nil }))
        }
        let reach = last.amount("people") / first.amount("people") - 1, rise = cost(last) / cost(first) - 1
        report.value("reach", reach, .percent)
        report.value("cost_rise", rise, .percent)
        if let fit = LinearModel(rows.map { [1, log($0.amount("people"))] }, rows.map { log(cost($0)) }) { report.value("elasticity", fit.estimate(1), .number) }
        report.chart(.curve, x: "people", y: "cpa", low: "low", high: "high")
        report.note("弹性是规模每增 1% 时转化成本增加的百分数，由对数回归估计。", "The elasticity tells by how many per cent the cost rises when the audience grows by 1 %, from a regression of logarithms.")
        report.finding("rise", "规模扩大 \(report.text(reach, .percent))，转化成本变化 \(report.change(rise))。", "The audience grew by \(report.text(reach, .percent)), the cost of a conversion by \(report.change(rise)).", evidence: .association)
        return report.result
    }
}
