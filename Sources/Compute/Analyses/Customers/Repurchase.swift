import Model
import Statistics

/// How soon customers buy again: time from the first order to the second, those who have not yet done so counted as far as they were watched.
struct Repurchase: AnalysisMethod {
    let name = "repurchase"
    let parameters = [AnalysisParameter.source, .column("user"), .column("at"), .optionalColumn("by")]

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds {
        let source = Source(block, in: campaign)
        let inOrder = "OVER (PARTITION BY \(source["user"]) ORDER BY \(source["at"]))", day = "CAST(\(source["at"]) AS DATE)"
        let orders = source.select("\(source["by"]) AS part, \(day) AS day_of, row_number() \(inOrder) AS nth, lead(\(day)) \(inOrder) AS next_day")
        return AnalysisNeeds(queries: [
            """
            WITH visits AS (\(orders)), span AS (SELECT max(day_of) AS end_day FROM visits)
            SELECT part, date_diff('day', day_of, coalesce(next_day, end_day)) AS days, CASE WHEN next_day IS NULL THEN 0 ELSE 1 END AS again, count(*) AS people
            FROM visits CROSS JOIN span WHERE nth = 1
            GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
            """
        ])
    }

    func run(_ input: AnalysisInput) -> AnalysisResult {
        let rows = input.rows(), hasParts = input.block.word("by") != nil
        func times(_ rows: [ResultRow]) -> [(time: Double, events: Double, censored: Double)] {
            rows.map { row in let isEvent = row.amount("again") == 1; return (row.amount("days"), isEvent ? row.amount("people") : 0, isEvent ? 0 : row.amount("people")) }
        }
        guard let whole = KaplanMeier(times(rows)) else { return Report.nothing(input, "没有订单。", "There are no orders.") }
        var report = Report(input, .estimated, count: whole.count)
        if hasParts { report.names("part", ofRole: "by") }
        report.numbers("days", "首单后天数", "Days after the first order", .days)
        report.numbers("rate", "已复购", "Bought again", .percent)
        report.bounds(.percent)
        var parts: [Scalar] = []
        for row in rows where !parts.contains(row["part"]) { parts.append(row["part"]) }
        var curves: [(part: Scalar, times: [(time: Double, events: Double, censored: Double)], curve: KaplanMeier)] = []
        for part in parts {
            let own = times(rows.filter { $0["part"] == part })
            if let curve = KaplanMeier(own), curve.count >= 30 || !hasParts { curves.append((part, own, curve)) }
        }
        let last = whole.steps.last?.time ?? 0
        for curve in curves {
            for day in Set([0, 1, 3, 7, 14, 21, 30, 45, 60, 90, last].filter { $0 <= last }).sorted() {
                let left = curve.curve.survival(at: day)
                report.row((hasParts ? [.name(curve.part, input.label(curve.part, of: "by"))] : []) + [.number(day), .number(1 - left.value), .number(1 - left.high), .number(1 - left.low)])
            }
        }
        for day in [7.0, 14, 30, 60, 90, 180] where day <= last {
            let left = whole.survival(at: day)
            report.value("day_\(wholePart(day))", Estimate(value: 1 - left.value, low: 1 - left.high, high: 1 - left.low, count: whole.count), .percent)
        }
        report.chart(.curve, x: "days", y: "rate", series: hasParts ? "part" : nil, low: hasParts ? nil : "low", high: hasParts ? nil : "high")
        report.note(
            "Kaplan–Meier：还没复购的人按已观察的天数计，不当作不会复购；观察越短，曲线右端越不准。\(hasParts ? "不足 30 人的组略去。" : "")",
            "Kaplan–Meier: whoever has not bought again counts as far as watched.\(hasParts ? " Groups below 30 people are left out." : "")")
        if curves.count == 2, let test = logRankTest(curves[0].times, curves[1].times) { report.value("log_rank_p", test.pValue, .number) }
        let end = whole.survival(at: min(30, last))
        report.finding("rate", "首单后 \(wholePart(min(30, last))) 天内，估计有 \(report.text(1 - end.value, .percent)) 再次购买。", "Within \(wholePart(min(30, last))) days of the first order an estimated \(report.text(1 - end.value, .percent)) bought again.", evidence: .association)
        return report.result
    }
}
