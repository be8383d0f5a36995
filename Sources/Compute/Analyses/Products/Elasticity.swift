import Foundation
import Model
import Statistics

/// How sales answer to price: the slope of the logarithm of units on that of the price, each item with a level of its own.
struct Elasticity: AnalysisMethod {
    let name = "elasticity"
    let parameters = [AnalysisParameter.source, .column("item"), .column("price"), .column("units"), .optionalColumn("by"), AnalysisParameter("randomised", .flag)]

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds {
        let source = Source(block, in: campaign)
        return AnalysisNeeds(queries: [
            source.select(
                "\(source["by"]) AS part, \(source["item"]) AS item, \(source["price"]) AS price, avg(\(source["units"]) * 1.0) AS units, count(*) AS days", where: "\(source["price"]) > 0 AND \(source["units"]) > 0",
                group: "1, 2, 3", order: "1, 2, 3")
        ])
    }

    func run(_ input: AnalysisInput) -> AnalysisResult {
        let rows = input.rows(), hasParts = input.block.word("by") != nil, isRandom = input.block.flag("randomised") ?? false
        var parts: [Scalar] = []
        for row in rows where !parts.contains(row["part"]) { parts.append(row["part"]) }
        let fits = parts.compactMap { part in fit(rows.filter { $0["part"] == part }).map { (part: part, slope: $0) } }
        guard !fits.isEmpty else { return Report.nothing(input, "价格变化太少，估不出弹性。", "Prices vary too little.") }
        var report = Report(input, .estimated, count: rows.sum { $0.amount("days") })
        report.names("part", hasParts ? input.label(ofRole: "by") : "范围", hasParts ? input.label(ofRole: "by") : "Scope")
        report.numbers("elasticity", "价格弹性", "Elasticity", .number)
        report.bounds(.number)
        report.numbers("break_even", "降价一成，要保毛利额所需的最低毛利率", "Least margin at which 10 % off pays", .percent)
        let sorted = fits.sorted { $0.slope.value < $1.slope.value }
        for fit in sorted {
            let name = hasParts ? input.label(fit.part, of: "by") : input.say("全部", "All")
            // Units grow by g when the price falls by a tenth: (m − 0.1)(1 + g) = m.
            let gain = pow(0.9, fit.slope.value) - 1, margin = gain > 0 ? 0.1 * (1 + gain) / gain : nil
            report.row(.name(fit.part, name), .number(fit.slope.value), .low(fit.slope), .high(fit.slope), .number(margin.flatMap { $0 <= 1 ? $0 : nil }))
            report.value(hasParts ? fit.part.text.identifier : "elasticity", fit.slope, .number)
        }
        report.chart(.bar, x: "part", y: "elasticity", low: "low", high: "high")
        report.note(
            isRandom ? "价格随机设定，弹性可作因果解读；只在试过的价格之间成立。" : "价格不是随机定的：降价常与活动、旺季同时，弹性里混有它们的作用。",
            isRandom ? "Prices were set at random: the slope may be read as cause, between the prices tried." : "Prices were not set at random: cuts came with campaigns and peaks, and the slope holds their effect too.")
        let most = sorted[0], name = hasParts ? input.label(most.part, of: "by") : input.say("商品", "Demand")
        report.finding(
            "most", "\(name)对价格最敏感：价格降 1%，销量约增 \(report.text(-most.slope.value / 100, .percent))\(report.interval(Estimate(value: -most.slope.value / 100, low: -most.slope.high / 100, high: -most.slope.low / 100, count: most.slope.count), .percent))。",
            "\(name) answers most: 1 % off the price brings about \(report.text(-most.slope.value / 100, .percent)) more units\(report.interval(Estimate(value: -most.slope.value / 100, low: -most.slope.high / 100, high: -most.slope.low / 100, count: most.slope.count), .percent)).",
            evidence: isRandom ? .experiment : .association)
        return report.result
    }

    private func fit(_ rows: [ResultRow]) -> Estimate? {
        let items = Set(rows.map { $0["item"] }).sorted()
        let regressors = rows.map { row in [log(row.amount("price"))] + items.map { $0 == row["item"] ? 1.0 : 0 } }
        return LinearModel(regressors, rows.map { log($0.amount("units")) })?.estimate(0)
    }
}
