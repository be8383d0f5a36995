import Model
import Statistics

/// A funnel from single events: who did each step, in order or in any, within a window, by visitor or by session.
struct EventFunnel: AnalysisMethod {
    let name = "event_funnel"
    let parameters = [
        AnalysisParameter.source, .column("unit"), .column("event"), .column("at"), AnalysisParameter("steps", .words, isRequired: true), AnalysisParameter("ordered", .flag),
        AnalysisParameter("hours", .number(0.01...100_000)), .worth,
    ]

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds {
        let source = Source(block, in: campaign), steps = block.names("steps").map(\.value)
        guard steps.count > 1 else { return AnalysisNeeds(problems: [Problem(.badParameter, "a funnel needs at least two `steps`", at: block.place)]) }
        let isOrdered = block.flag("ordered") ?? true
        let events = source.select("\(source["unit"]) AS unit, \(source["event"]) AS event, \(source["at"]) AS happened_at")
        var parts = ["events AS (\(events))"]
        for (index, step) in steps.enumerated() {
            let literal = SQLText.literal(step)
            if index == 0 {
                parts.append("s0 AS (SELECT unit, min(happened_at) AS reached, min(happened_at) AS started FROM events WHERE event = \(literal) GROUP BY unit)")
                continue
            }
            let order = isOrdered ? " AND e.happened_at >= s.reached" : ""
            let window = block.word("hours").map { " AND e.happened_at <= s.started + INTERVAL '\($0)' HOUR" } ?? ""
            parts.append(
                "s\(index) AS (SELECT e.unit, min(e.happened_at) AS reached, min(s.started) AS started FROM events e JOIN s\(index - 1) s ON s.unit = e.unit WHERE e.event = \(literal)\(order)\(window) GROUP BY e.unit)")
        }
        let counts = steps.indices.map { "(SELECT count(*) FROM s\($0)) AS c\($0)" }
        return AnalysisNeeds(uses: AnalysisNeeds.totals(block, campaign, "worth"), queries: ["WITH \(parts.joined(separator: ",\n"))\nSELECT \(counts.joined(separator: ", "))"])
    }

    func run(_ input: AnalysisInput) -> AnalysisResult {
        let steps = input.block.names("steps"), rate = input.source.sampleRate
        guard let row = input.rows().first, row.amount("c0") > 0 else { return Report.nothing(input, "没有走第一步的记录。", "Nobody took the first step.") }
        let counts = steps.indices.map { row.amount("c\($0)") }, labels = steps.map { input.label(.text($0.value), of: "event") }
        var report = Report(input, .observed, count: counts[0])
        report.names("step", "步骤", "Step")
        report.numbers("count", "人数或次数", "Count", .count(noun: ""))
        report.numbers("rate", "步骤转化率", "Rate of step", .percent)
        report.bounds(.percent)
        report.numbers("overall", "累计转化率", "Rate so far", .percent)
        for index in steps.indices {
            let step = index == 0 ? nil : Funnel.rate(Report.number(counts[index]), of: Report.number(counts[index - 1]))
            report.row(.name(.text(steps[index].value), labels[index]), .number(counts[index]), .number(step?.value), .low(step), .high(step), .number(counts[index] / counts[0]))
            if index > 0 { report.value("\(steps[index - 1].value)_to_\(steps[index].value)", step, .percent) }
        }
        report.value("overall", Funnel.rate(Report.number(counts[counts.count - 1]), of: Report.number(counts[0])), .percent)
        report.chart(.funnel, x: "step", y: "count")
        let isOrdered = input.block.flag("ordered") ?? true
        let window = input.block.word("hours").map { input.say("，\($0) 小时之内", ", within \($0) hours") } ?? ""
        report.note(
            "按\(input.label(ofRole: "unit"))统计，\(isOrdered ? "步骤须依次发生" : "步骤不分先后")\(window)。" + (rate < 1 ? "样本占全部的 \(report.text(rate, .percent))，计数未放大。" : ""),
            "Counted by \(input.label(ofRole: "unit")), steps \(isOrdered ? "in order" : "in any order")\(window)." + (rate < 1 ? " A sample of \(report.text(rate, .percent)); counts are not scaled up." : ""))
        let worst = steps.indices.dropFirst().max { counts[$0 - 1] - counts[$0] < counts[$1 - 1] - counts[$1] } ?? 1
        report.finding(
            "worst_step", "“\(labels[worst - 1])”到“\(labels[worst])”流失最多：\(report.text(1 - counts[worst] / counts[worst - 1], .percent))没有走下一步。",
            "Most leave between “\(labels[worst - 1])” and “\(labels[worst])”: \(report.text(1 - counts[worst] / counts[worst - 1], .percent)) do not go on.", evidence: .association, isGood: false)
        return report.result
    }
}
