import Model
import Statistics

/// Who does not come back, by the furthest step that their first session reached.
struct ChurnByStep: AnalysisMethod {
    let name = "churn_by_step"
    let parameters = [AnalysisParameter.source, .column("user"), .column("session"), .column("event"), .column("at"), AnalysisParameter("steps", .words, isRequired: true)]

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds {
        let source = Source(block, in: campaign)
        let rank = block.names("steps").enumerated().map { "WHEN \(SQLText.literal($1.value)) THEN \($0 + 1)" }.joined(separator: " ")
        let events = source.select("\(source["user"]) AS person, \(source["session"]) AS visit, min(\(source["at"])) AS began, max(CASE \(source["event"]) \(rank) ELSE 0 END) AS furthest", group: "1, 2")
        return AnalysisNeeds(queries: [
            """
            WITH visits AS (\(events)),
            numbered AS (SELECT person, furthest, row_number() OVER (PARTITION BY person ORDER BY began, visit) AS nth, count(*) OVER (PARTITION BY person) AS visits FROM visits)
            SELECT furthest, count(*) AS people, sum(CASE WHEN visits > 1 THEN 1 ELSE 0 END) AS returned FROM numbered WHERE nth = 1 AND furthest > 0 GROUP BY furthest ORDER BY furthest
            """
        ])
    }

    func run(_ input: AnalysisInput) -> AnalysisResult {
        let steps = input.block.names("steps").map(\.value), rows = input.rows()
        guard !rows.isEmpty else { return Report.nothing(input, "没有访问记录。", "There are no sessions.") }
        var report = Report(input, .observed, count: rows.sum { $0.amount("people") })
        report.names("step", "首访止于", "First visit ended at")
        report.numbers("people", "人数", "People", .count(noun: ""))
        report.numbers("churn", "没有再来", "Not back", .percent)
        report.bounds(.percent)
        var risks: [(String, Estimate)] = []
        for row in rows {
            let step = steps[min(steps.count, wholePart(row.amount("furthest"))) - 1], label = input.label(.text(step), of: "event")
            guard let risk = Funnel.rate(Report.number(row.amount("people") - row.amount("returned")), of: Report.number(row.amount("people"))) else { continue }
            report.row(.name(.text(step), label), .number(row.amount("people")), .number(risk.value), .low(risk), .high(risk))
            report.value("\(step.identifier)_churn", risk, .percent)
            risks.append((label, risk))
        }
        report.chart(.bar, x: "step", y: "churn", low: "low", high: "high") { $0.order = .data }
        report.note("在观察期之内没有第二次访问算没有再来；越晚来的人越没有机会再来，因此这是上限。", "Whoever has no second visit in the period counts as not back; late-comers had less time, so this is an upper bound.")
        if let worst = risks.max(by: { $0.1.value < $1.1.value }) {
            report.finding("worst", "首访止于“\(worst.0)”的人有 \(report.text(worst.1.value, .percent)) 没有再来\(report.interval(worst.1, .percent))，在各步中最高。", "Of those whose first visit ended at “\(worst.0)”, \(report.text(worst.1.value, .percent)) did not come back\(report.interval(worst.1, .percent)).", evidence: .association, isGood: false)
        }
        return report.result
    }
}
