import Model
import Statistics

/// How content people were: the share at 4 and 5 (CSAT) and the mean of each item, the net promoter score, and all answers.
struct Satisfaction: AnalysisMethod {
    let name = "satisfaction"
    let parameters = [AnalysisParameter.source, AnalysisParameter("items", .columns, isRequired: true), .optionalColumn("promoter"), AnalysisParameter("top", .whole(2...10))]

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds {
        let source = Source(block, in: campaign)
        let items = block.names("items").map { item in
            source.select("\(SQLText.literal(item.value)) AS item, \(source.column(item.value)) AS score, count(*) AS answers", where: "\(source.column(item.value)) IS NOT NULL", group: "2")
        }
        var queries = ["SELECT item, score, answers FROM (\(items.joined(separator: "\nUNION ALL\n"))) AS items ORDER BY item, score"]
        if source.has("promoter") {
            let score = source["promoter"]
            queries.append(source.select("sum(CASE WHEN \(score) >= 9 THEN 1 ELSE 0 END) AS promoters, sum(CASE WHEN \(score) <= 6 THEN 1 ELSE 0 END) AS detractors, count(\(score)) AS answers"))
        }
        return AnalysisNeeds(queries: queries)
    }

    func run(_ input: AnalysisInput) -> AnalysisResult {
        let rows = input.rows(), top = input.block.number("top") ?? 4, items = input.block.names("items").map(\.value)
        guard !rows.isEmpty else { return Report.nothing(input, "没有答卷。", "There are no answers.") }
        func label(_ item: String) -> String { input.source.definition(ofColumn: item)?.label ?? item }
        var report = Report(input, .estimated, count: rows.filter { $0.text("item") == items[0] }.sum { $0.amount("answers") })
        report.names("item", "项目", "Item")
        report.names("score", "评分", "Score")
        report.numbers("share", "占比", "Share", .percent)
        let scores = Set(rows.compactMap { $0.number("score") }).sorted()
        for item in items {
            let own = rows.filter { $0.text("item") == item }, all = own.sum { $0.amount("answers") }
            for score in scores { report.row(.name(.text(item), label(item)), .name(.double(score), report.text(score, .number)), .number(own.filter { $0.number("score") == score }.sum { $0.amount("answers") } / all)) }
        }
        report.part("answers")
        report.names("item", "项目", "Item")
        report.numbers("top", "满意率", "Satisfied", .percent)
        report.bounds(.percent)
        report.numbers("mean", "均分", "Mean", .number, decimals: 2)
        report.numbers("mean_low", "均分下限", "Mean from", .number, decimals: 2)
        report.numbers("mean_high", "均分上限", "Mean to", .number, decimals: 2)
        report.numbers("answers", "答卷", "Answers", .count(noun: ""))
        var found: [(String, Estimate)] = []
        for item in items {
            let own = rows.filter { $0.text("item") == item }, all = own.sum { $0.amount("answers") }
            let moments = Moments(count: all, sum: own.sum { $0.amount("score") * $0.amount("answers") }, squares: own.sum { $0.amount("score") * $0.amount("score") * $0.amount("answers") })
            let share = Funnel.rate(Report.number(own.filter { $0.amount("score") >= top }.sum { $0.amount("answers") }), of: Report.number(all)), mean = moments.estimate
            report.row(.name(.text(item), label(item)), .number(share?.value), .low(share), .high(share), .number(moments.mean), .low(mean), .high(mean), .number(all))
            report.value("\(item)_top", share, .percent)
            report.value("\(item)_mean", mean, .number)
            if let share { found.append((label(item), share)) }
        }
        report.chart(.bar, x: "item", y: "top", low: "low", high: "high")
        report.note("满意率为打 \(wholePart(top)) 分及以上的占比，Wilson 区间；答卷的人不等于全部顾客。", "Satisfied: \(wholePart(top)) or more, with Wilson's interval. Who answers is not everybody.")
        if input.tables.count > 1, let row = input.rows(1).first, let score = promoterScore(promoters: row.amount("promoters"), detractors: row.amount("detractors"), count: row.amount("answers")) {
            let points = Estimate(value: score.value * 100, low: score.low * 100, high: score.high * 100, count: score.count)
            report.value("nps", points, .number)
            report.finding("nps", "净推荐值 \(report.text(points.value, .number))\(report.interval(points, .number))。", "Net promoter score \(report.text(points.value, .number))\(report.interval(points, .number)).", evidence: .association, isGood: points.low > 0 ? true : nil)
        }
        if let worst = found.min(by: { $0.1.value < $1.1.value }), found.count > 1 {
            report.finding("worst", "满意率最低的是\(worst.0)：\(report.text(worst.1.value, .percent))\(report.interval(worst.1, .percent))。", "Fewest are content with \(worst.0): \(report.text(worst.1.value, .percent))\(report.interval(worst.1, .percent)).", evidence: .association, isGood: false)
        }
        return report.result
    }
}
