import Model

/// Who does what by when, and on which finding it rests: every action must cite one, and have an owner and a day.
struct ActionPlan: AnalysisMethod {
    let name = "actions"
    let parameters = [
        AnalysisParameter.source, .column("action"), .column("what"), .column("finding"), .column("owner"), .column("due"), .column("status"), .column("impact"), .column("confidence"), .column("effort"),
        AnalysisParameter("done", .words), AnalysisParameter("as_of", .words),
    ]
    let readsOthers = true

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds {
        if let day = block.names("as_of").first, Day(day.value) == nil { return AnalysisNeeds(problems: [Problem(.badParameter, "`as_of:` is a day such as 2025-07-31, not '\(day.value)'", at: day.place)]) }
        let source = Source(block, in: campaign)
        let columns = ["action", "what", "finding", "owner", "due", "status", "impact", "confidence", "effort"].map { "\(source[$0]) AS \($0 == "owner" ? "owner_name" : $0)" }.joined(separator: ", ")
        return AnalysisNeeds(queries: [source.select(columns, order: "1", isDated: false)])
    }

    func run(_ input: AnalysisInput) -> AnalysisResult {
        let findings = Dictionary(input.others.flatMap { other in other.result.findings.map { ("\(other.id).\($0.id)", $0) } }, uniquingKeysWith: { first, _ in first })
        let rows = input.rows(), done = Set(input.block.names("done").map(\.value).isEmpty ? ["done"] : input.block.names("done").map(\.value)), asOf = input.block.word("as_of").flatMap { Day($0) }
        var report = Report(input, .estimated, count: Double(rows.count))
        report.names("action", "行动", "Action")
        report.texts("evidence", "依据的发现", "Rests on")
        report.texts("owner", "负责", "Owner")
        report.texts("due", "截止", "Due")
        report.texts("status", "状态", "Status")
        report.numbers("expected", "折合影响", "Expected", .money)
        report.numbers("score", "ICE 分", "ICE score", .number)
        func score(_ row: ResultRow) -> Double { row.amount("effort") > 0 ? row.amount("impact") * row.amount("confidence") / row.amount("effort") : 0 }
        let most = rows.map(score).max() ?? 1
        var late = 0, isDone = 0, due = 0
        for row in rows.sorted(by: { score($0) != score($1) ? score($0) > score($1) : $0.text("action") < $1.text("action") }) {
            let cited = row.text("finding"), name = "'\(row.text("action"))' (\(row.text("what")))", place = input.block.names("from").first?.place
            if findings[cited] == nil { report.result.problems.append(Problem(.badParameter, "action \(name) cites no finding of this review: '\(cited)'\(suggestion(for: cited, among: findings.keys))", at: place)) }
            if row.text("owner_name").isEmpty { report.result.problems.append(Problem(.badParameter, "action \(name) has no owner", at: place)) }
            if row.day("due") == nil { report.result.problems.append(Problem(.badParameter, "action \(name) has no day by which it is due", at: place)) }
            let isOver = done.contains(row.text("status")), isLate = asOf.flatMap { today in row.day("due").map { $0 < today && !isOver } } ?? false
            if isLate { late += 1 }
            if isOver { isDone += 1 }
            if let asOf, let day = row.day("due"), day <= asOf { due += 1 }
            report.row(
                .name(row["action"], "\(row.text("action")) \(row.text("what"))"), .text(findings[cited]?.text ?? "—"), .text(input.label(row["owner_name"], of: "owner")), .text(row.day("due").map { input.format.day($0) } ?? "—"),
                .text(isLate ? input.say("逾期", "overdue") : input.label(row["status"], of: "status")), .number(row.amount("impact") * row.amount("confidence")), .number(most > 0 ? score(row) / most * 100 : nil))
        }
        report.value("count", Double(rows.count), .count(noun: ""))
        report.value("expected", rows.sum { $0.amount("impact") * $0.amount("confidence") }, .money)
        report.value("done", Double(isDone), .count(noun: ""))
        if asOf != nil {
            report.value("late", Double(late), .count(noun: ""))
            report.value("closing_rate", due > 0 ? Double(rows.count { row in done.contains(row.text("status")) && (row.day("due").map { $0 <= (asOf ?? $0) } ?? false) }) / Double(due) : nil, .percent)
        }
        let cited = Set(rows.map { $0.text("finding") })
        let open = findings.filter { ($0.value.effect?.value ?? 0) < 0 && !cited.contains($0.key) }.sorted { abs($0.value.effect?.value ?? 0) != abs($1.value.effect?.value ?? 0) ? abs($0.value.effect?.value ?? 0) > abs($1.value.effect?.value ?? 0) : $0.key < $1.key }
        report.value("without_action", Double(open.count), .count(noun: ""))
        report.note("ICE = 影响 × 把握 ÷ 投入人日，最高的一项记 100。折合影响为团队估计 × 把握，各项之间有重叠，不能相加成预测。", "ICE: impact × confidence ÷ effort, the largest set to 100. Expected amounts are the teams' estimates × confidence; they overlap and don't add up to a forecast.")
        if let first = open.first { report.note("还没有行动对应的损失有 \(open.count) 项，最大的是：\(first.value.text)", "\(open.count) losses have no action yet; the largest: \(first.value.text)") }
        return report.result
    }
}
