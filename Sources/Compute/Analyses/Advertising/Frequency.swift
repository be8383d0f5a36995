import Model
import Statistics

/// How often people were reached, and at which frequency that still helped.
struct Frequency: AnalysisMethod {
    let name = "frequency"
    let parameters = [AnalysisParameter.source, .column("frequency"), .column("people"), .column("conversions")]

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds {
        let source = Source(block, in: campaign)
        return AnalysisNeeds(queries: [source.select("\(source["frequency"]) AS frequency, sum(\(source["people"])) AS people, sum(\(source["conversions"])) AS conversions", group: "1", order: "1")])
    }

    func run(_ input: AnalysisInput) -> AnalysisResult {
        let rows = input.rows().filter { $0.amount("people") > 0 }, people = rows.sum { $0.amount("people") }
        let rates = rows.compactMap { row in Funnel.rate(Report.number(row.amount("conversions")), of: Report.number(row.amount("people"))).map { (row: row, rate: $0) } }
        guard let best = rates.max(by: { $0.rate.value < $1.rate.value }), rates.count > 1 else { return Report.nothing(input, "没有频次记录。", "There are no frequencies.") }
        var report = Report(input, .observed, count: people)
        report.names("frequency", "触达次数", "Times reached")
        report.numbers("rate", "转化率", "Conversion", .percent)
        report.bounds(.percent)
        report.numbers("people", "人数", "People", .count(noun: ""))
        for entry in rates { report.row(.name(entry.row["frequency"], entry.row.text("frequency")), .number(entry.rate.value), .low(entry.rate), .high(entry.rate), .number(entry.row.amount("people"))) }
        let over = rates.filter { $0.row.amount("frequency") > best.row.amount("frequency") }.sum { $0.row.amount("people") }
        report.value("best_frequency", best.row.amount("frequency"), .number)
        report.value("mean_frequency", rates.sum { $0.row.amount("frequency") * $0.row.amount("people") } / people, .number)
        report.value("reach", people, .count(noun: ""))
        report.value("over_share", over / people, .percent)
        report.chart(.bar, x: "frequency", y: "rate", low: "low", high: "high") { $0.order = .data }
        report.note("看得多的人本来兴趣就高，频次与转化只是相关；区间为 Wilson 法。", "Who is reached often was keener to begin with: association only. Wilson intervals.")
        report.finding(
            "best", "转化率在第 \(best.row.text("frequency")) 次触达时最高（\(report.text(best.rate.value, .percent))），\(report.text(over / people, .percent)) 的人触达更多。",
            "Conversion is highest at \(best.row.text("frequency")) contacts (\(report.text(best.rate.value, .percent))); \(report.text(over / people, .percent)) of people had more.", evidence: .association)
        return report.result
    }
}
