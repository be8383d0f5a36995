import Model
import Statistics

/// How long it takes until a ticket is settled; those still open count as far as they have waited (Kaplan–Meier).
struct ResolutionTime: AnalysisMethod {
    let name = "resolution_time"
    let parameters = [AnalysisParameter.source, .column("duration"), .optionalColumn("is_open"), .optionalColumn("by"), AnalysisParameter("promise", .number(0...1_000_000))]

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds {
        let source = Source(block, in: campaign)
        let open = source.has("is_open") ? "CASE WHEN \(source["is_open"]) THEN 1 ELSE 0 END" : "0"
        // Steps of a tenth are fine enough, and keep the rows few.
        return AnalysisNeeds(queries: [
            source.select("\(source["by"]) AS part, round(\(source["duration"]) * 10.0) / 10.0 AS time_taken, \(open) AS still_open, count(*) AS tickets", where: "\(source["duration"]) IS NOT NULL", group: "1, 2, 3", order: "1, 2, 3")
        ])
    }

    func run(_ input: AnalysisInput) -> AnalysisResult {
        let rows = input.rows(), unit = input.source.definition(of: "duration")?.unit ?? .hours, hasParts = input.block.word("by") != nil, promise = input.block.number("promise")
        func curve(_ rows: [ResultRow]) -> KaplanMeier? {
            KaplanMeier(rows.map { row in let isOpen = row.amount("still_open") == 1; return (row.amount("time_taken"), isOpen ? 0 : row.amount("tickets"), isOpen ? row.amount("tickets") : 0) })
        }
        guard let whole = curve(rows) else { return Report.nothing(input, "没有工单。", "There are no tickets.") }
        var report = Report(input, .estimated, count: whole.count), curves: [(key: Scalar, name: String, curve: KaplanMeier)] = []
        var parts: [Scalar] = []
        for row in rows where !parts.contains(row["part"]) { parts.append(row["part"]) }
        for part in parts { if let own = curve(rows.filter { $0["part"] == part }) { curves.append((part, hasParts ? input.label(part, of: "by") : input.say("全部", "All"), own)) } }
        report.names("part", hasParts ? input.label(ofRole: "by") : "范围", hasParts ? input.label(ofRole: "by") : "Scope")
        report.numbers("time", "用时", "Time", unit)
        report.numbers("open", "尚未解决", "Still open", .percent)
        let longest = whole.time(of: 0.99) ?? whole.steps.last?.time ?? 0
        for entry in curves { for step in 0...24 { report.row(.name(entry.key, entry.name), .number(longest * Double(step) / 24), .number(entry.curve.survival(at: longest * Double(step) / 24).value)) } }
        report.part("curve")
        report.names("part", hasParts ? input.label(ofRole: "by") : "范围", hasParts ? input.label(ofRole: "by") : "Scope")
        report.numbers("median", "中位数", "Median", unit)
        report.bounds(unit)
        report.numbers("p90", "九成在内", "P90", unit)
        report.numbers("tickets", "工单", "Tickets", .count(noun: ""))
        if promise != nil { report.numbers("kept", "按承诺解决", "Within the promise", .percent) }
        for entry in curves {
            let median = entry.curve.timeEstimate(of: 0.5)
            report.row(
                [.name(entry.key, entry.name), .number(median?.value), .low(median), .number(median.flatMap { $0.high.isFinite ? $0.high : nil }), .number(entry.curve.time(of: 0.9)), .number(entry.curve.count)]
                    + (promise.map { [.number(1 - entry.curve.survival(at: $0).value)] } ?? []))
            if hasParts { report.value("\(entry.key.text.identifier)_median", median?.value, unit) }
        }
        let median = whole.timeEstimate(of: 0.5)
        report.value("median", median?.value, unit, median.flatMap { $0.high.isFinite ? $0 : nil })
        for (id, share) in [("p75", 0.75), ("p90", 0.9), ("p95", 0.95)] { report.value(id, whole.time(of: share), unit) }
        if let promise { report.value("kept", 1 - whole.survival(at: promise).value, .percent) }
        report.chart(.bar, x: "part", y: "median", low: "low", high: "high")
        report.note("未结的工单按已等的时间计（Kaplan–Meier），不当作已解决。平均数会被少数极慢的拉高，故用中位数与九成线。", "Open tickets count as far as they have waited (Kaplan–Meier). A few very slow ones drag the mean; median and P90 tell more.")
        let slowest = curves.max { ($0.curve.time(of: 0.5) ?? 0) < ($1.curve.time(of: 0.5) ?? 0) }
        report.finding(
            "median", "一半的工单在 \(report.text(median?.value, unit))之内解决，九成在 \(report.text(whole.time(of: 0.9), unit))之内\(hasParts ? slowest.map { "；最慢的是\($0.name)（中位数 \(report.text($0.curve.time(of: 0.5), unit))）" } ?? "" : "")。",
            "Half of the tickets are settled within \(report.text(median?.value, unit)), nine tenths within \(report.text(whole.time(of: 0.9), unit))\(hasParts ? slowest.map { "; slowest: \($0.name) (median \(report.text($0.curve.time(of: 0.5), unit)))" } ?? "" : "").", evidence: .association)
        return report.result
    }
}
