import Model
import Statistics

/// Hours or days that were unlike others of their place in the week: robust z-scores against the usual.
struct Anomalies: AnalysisMethod {
    let name = "anomalies"
    let parameters = [AnalysisParameter.source, .column("at"), .column("value"), .optionalColumn("per"), AnalysisParameter("season", .whole(1...336)), AnalysisParameter("threshold", .number(2...20)), AnalysisParameter("unit", .choice(Unit.names.keys.sorted()))]

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds {
        let source = Source(block, in: campaign)
        let value = source.has("per") ? "sum(\(source["value"])) * 1.0 / NULLIF(sum(\(source["per"])), 0)" : "sum(\(source["value"]))"
        return AnalysisNeeds(queries: [source.select("\(source["at"]) AS at_time, \(value) AS value", group: "1", order: "1")])
    }

    func run(_ input: AnalysisInput) -> AnalysisResult {
        let rows = input.rows(), season = Int(input.block.number("season") ?? 24), limit = input.block.number("threshold") ?? 5
        let unit = input.block.word("unit").flatMap { Unit.names[$0] } ?? (input.block.word("per") == nil ? input.source.definition(of: "value")?.unit ?? .number : .percent)
        let scores = robustScores(rows.map { $0.number("value") }, period: season)
        var odd: [(row: ResultRow, usual: Double, score: Double)] = []
        for (row, score) in zip(rows, scores) {
            if let score, abs(score.score) >= limit { odd.append((row, score.usual, score.score)) }
        }
        odd.sort { a, b in abs(a.score) != abs(b.score) ? abs(a.score) > abs(b.score) : a.row["at_time"] < b.row["at_time"] }
        guard rows.count >= 3 * season, scores.contains(where: { $0 != nil }) else { return Report.nothing(input, "不足三个周期，或数值没有起伏，判不出异常。", "Fewer than three seasons, or nothing varies: no anomaly can be told.") }
        var report = Report(input, .modelled, count: Double(rows.count))
        report.names("at", "时间", "Time")
        report.numbers("value", "数值", "Value", unit)
        report.numbers("usual", "通常", "Usual", unit)
        report.numbers("score", "偏离（稳健 z）", "Robust z", .number, decimals: 1)
        for entry in odd.prefix(20) { report.row(.name(entry.row["at_time"], input.label(entry.row["at_time"], of: "at").momentText), .number(entry.row.number("value")), .number(entry.usual), .number(entry.score)) }
        report.value("count", Double(odd.count), .count(noun: ""))
        report.value("share", Double(odd.count) / Double(rows.count), .percent)
        report.chart(.bar, x: "at", y: "score")
        report.note("与同一时段（周期 \(season)）的中位数相比，偏离超过 \(report.text(limit, .number)) 倍稳健标准差算异常；大促的高峰本身也会被标出。", "Against the median of the same place in a season of \(season); beyond \(report.text(limit, .number)) robust deviations counts. A campaign's own peaks are flagged as well.")
        if let first = odd.first {
            report.finding("largest", "\(rows.count) 个时段中有 \(odd.count) 个异常，偏离最大的在 \(input.label(first.row["at_time"], of: "at").momentText)：\(report.text(first.row.number("value"), unit))，通常 \(report.text(first.usual, unit))。", "\(odd.count) of \(rows.count) times were unlike others, most of all \(input.label(first.row["at_time"], of: "at").momentText): \(report.text(first.row.number("value"), unit)), usually \(report.text(first.usual, unit)).", evidence: .association)
        } else {
            report.finding("none", "没有异常时段。", "Nothing was unlike the usual.", evidence: .association, isGood: true)
        }
        return report.result
    }
}

extension String {
    /// `2025-06-01 20:00` of a moment with seconds and zone.
    fileprivate var momentText: String { count > 16 && dropFirst(4).first == "-" ? String(prefix(16)).replacing("T", with: " ") : self }
}
