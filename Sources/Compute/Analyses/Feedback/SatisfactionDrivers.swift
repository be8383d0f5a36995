import Model
import Statistics

/// Which items go with the overall score, and how content people are with each: importance against performance.
struct SatisfactionDrivers: AnalysisMethod {
    let name = "satisfaction_drivers"
    let parameters = [AnalysisParameter.source, .column("overall"), AnalysisParameter("items", .columns, isRequired: true)]

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds {
        let source = Source(block, in: campaign), y = source["overall"]
        let items = block.names("items").map { item in
            let x = source.column(item.value)
            return source.select(
                "\(SQLText.literal(item.value)) AS item, count(*) AS answers, sum(\(x)) AS sx, sum(\(y)) AS sy, sum(\(x) * \(x)) AS sxx, sum(\(y) * \(y)) AS syy, sum(\(x) * \(y)) AS sxy", where: "\(x) IS NOT NULL AND \(y) IS NOT NULL")
        }
        return AnalysisNeeds(queries: ["SELECT * FROM (\(items.joined(separator: "\nUNION ALL\n"))) AS items ORDER BY item"])
    }

    func run(_ input: AnalysisInput) -> AnalysisResult {
        let rows = input.rows().filter { $0.amount("answers") > 3 }
        var report = Report(input, .estimated, count: rows.first?.amount("answers"))
        report.names("item", "项目", "Item")
        report.numbers("performance", "均分", "Mean score", .number, decimals: 2)
        report.numbers("importance", "与总体满意的相关", "Correlation with the overall score", .number, decimals: 2)
        report.bounds(.number)
        var found: [(name: String, mean: Double, r: Estimate)] = []
        for row in rows {
            let n = row.amount("answers"), covariance = row.amount("sxy") - row.amount("sx") * row.amount("sy") / n
            let variances = (row.amount("sxx") - row.amount("sx") * row.amount("sx") / n, row.amount("syy") - row.amount("sy") * row.amount("sy") / n)
            guard let r = correlation(covariance: covariance, variances: variances, count: n) else { continue }
            let id = row.text("item"), name = input.source.definition(ofColumn: id)?.label ?? id, mean = row.amount("sx") / n
            found.append((name, mean, r))
            report.value("\(id)_importance", r, .number)
            report.row(.name(.text(id), name), .number(mean), .number(r.value), .low(r), .high(r))
        }
        guard found.count > 1 else { return Report.nothing(input, "答卷太少，或各项没有差别。", "Too few answers, or all alike.") }
        let middleMean = quantile(found.map(\.mean), 0.5) ?? 0, middleR = quantile(found.map(\.r.value), 0.5) ?? 0
        report.chart(.scatter, x: "performance", y: "importance", label: "item")
        report.note("重要度是单项评分与总体评分的相关，不是原因；左上角（重要而评分低）最该先补。", "Importance is the item's correlation with the overall score, not its cause; mend the upper left first.")
        let weak = found.filter { $0.mean <= middleMean && $0.r.value >= middleR }.max { $0.r.value < $1.r.value }
        if let weak {
            report.finding("mend", "最该先补的是\(weak.name)：与总体满意相关 \(report.text(weak.r.value, .number))\(report.interval(weak.r, .number))，均分只有 \(report.text(weak.mean, .number))。", "Mend \(weak.name) first: it correlates with the overall score at \(report.text(weak.r.value, .number))\(report.interval(weak.r, .number)), and scores only \(report.text(weak.mean, .number)).", evidence: .association, isGood: false)
        }
        return report.result
    }
}
