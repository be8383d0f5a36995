import Model
import Statistics

/// How many are still there some days later: from counts of cohorts, by age and by source.
struct Retention: AnalysisMethod {
    let name = "retention"
    let parameters = [AnalysisParameter.source, .column("age"), .column("size"), .column("active"), .optionalColumn("by"), .optionalColumn("cohort")]

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds {
        let source = Source(block, in: campaign), counts = "sum(\(source["size"])) AS people, sum(\(source["active"])) AS active"
        var queries = [source.select("\(source["by"]) AS part, \(source["age"]) AS age, \(counts)", where: "\(source["age"]) > 0", group: "1, 2", order: "1, 2")]
        if source.has("cohort") {
            queries.append(source.select("CAST(date_trunc('week', \(source["cohort"])) AS DATE) AS week, \(source["age"]) AS age, \(counts)", where: "\(source["age"]) > 0", group: "1, 2", order: "1, 2"))
        }
        return AnalysisNeeds(queries: queries)
    }

    func run(_ input: AnalysisInput) -> AnalysisResult {
        let rows = input.rows(), hasParts = input.block.word("by") != nil
        guard let last = rows.compactMap({ $0.number("age") }).max() else { return Report.nothing(input, "没有留存记录。", "There are no cohorts.") }
        func rate(_ rows: [ResultRow]) -> Estimate? { Funnel.rate(Report.number(rows.sum { $0.amount("active") }), of: Report.number(rows.sum { $0.amount("people") })) }
        let ages = Set(rows.compactMap { $0.number("age") }).sorted()
        var report = Report(input, .observed, count: rows.filter { $0.number("age") == ages.first }.sum { $0.amount("people") })
        if input.tables.count > 1 { cohorts(input.rows(1), &report) }
        if hasParts { report.names("part", ofRole: "by") }
        report.numbers("age", "第几天", "Day", .days)
        report.numbers("rate", "留存率", "Retention", .percent)
        report.bounds(.percent)
        report.numbers("people", "人数", "People", .count(noun: ""))
        var parts: [Scalar] = []
        for row in rows where !parts.contains(row["part"]) { parts.append(row["part"]) }
        var ends: [(name: String, rate: Estimate)] = []
        for part in parts {
            for age in ages {
                let own = rows.filter { $0["part"] == part && $0.number("age") == age }
                guard !own.isEmpty, let rate = rate(own) else { continue }
                report.row((hasParts ? [.name(part, input.label(part, of: "by"))] : []) + [.number(age), .number(rate.value), .low(rate), .high(rate), .number(rate.count)])
                if age == last { ends.append((input.label(part, of: "by"), rate)) }
                if hasParts { report.value("\(part.text.identifier)_day_\(wholePart(age))", rate, .percent) }
            }
        }
        for age in ages { report.value("day_\(wholePart(age))", rate(rows.filter { $0.number("age") == age }), .percent) }
        report.chart(.curve, x: "age", y: "rate", series: hasParts ? "part" : nil, low: hasParts ? nil : "low", high: hasParts ? nil : "high")
        report.note("第 n 天留存：当天还活跃的人 ÷ 该批全部新客；观察未满的批次不在其内。", "Retention on day n: those active on that day ÷ all of their cohort; cohorts not yet that old have no row.")
        if let best = ends.max(by: { $0.rate.value < $1.rate.value }), let worst = ends.min(by: { $0.rate.value < $1.rate.value }), best.name != worst.name {
            report.finding(
                "gap", "第 \(wholePart(last)) 天留存最高的是\(best.name)（\(report.text(best.rate.value, .percent))），最低的是\(worst.name)（\(report.text(worst.rate.value, .percent))）。",
                "On day \(wholePart(last)) most are left of \(best.name) (\(report.text(best.rate.value, .percent))), fewest of \(worst.name) (\(report.text(worst.rate.value, .percent))).", evidence: .association)
        }
        return report.result
    }

    /// Weeks down, days along.
    private func cohorts(_ rows: [ResultRow], _ report: inout Report) {
        report.names("week", "起始周", "Week of start")
        report.names("age", "第几天", "Day")
        report.numbers("rate", "留存率", "Retention", .percent)
        for row in rows where row.amount("people") > 0 {
            guard let day = row.day("week"), let age = row.number("age") else { continue }
            report.row(.day(day), .name(.double(age), report.text(age, .days)), .number(row.amount("active") / row.amount("people")))
        }
        report.part("cohorts")
    }
}
