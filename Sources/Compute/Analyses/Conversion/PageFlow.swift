import Model

/// Where visits go from page to page, where they end, and how many that pass a page come to a goal.
struct PageFlow: AnalysisMethod {
    let name = "page_flow"
    let parameters = [
        AnalysisParameter.source, .column("session"), .column("page"), .column("at"), AnalysisParameter("goal", .words, isRequired: true),
    ]

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds {
        let source = Source(block, in: campaign)
        let steps = source.select("\(source["session"]) AS session_key, \(source["page"]) AS page, lead(\(source["page"])) OVER (PARTITION BY \(source["session"]) ORDER BY \(source["at"]), \(source["page"])) AS next_page")
        let flows = "SELECT page, next_page, count(*) AS visits FROM (\(steps)) AS steps WHERE next_page IS NULL OR next_page <> page GROUP BY page, next_page ORDER BY visits DESC, page, next_page"
        let goal = SQLText.literal(block.word("goal") ?? "")
        let pages = source.select("\(source["session"]) AS session_key, \(source["page"]) AS page")
        let reach = """
            WITH visits AS (\(pages)), reached AS (SELECT DISTINCT session_key FROM visits WHERE page = \(goal))
            SELECT v.page AS page, count(DISTINCT v.session_key) AS sessions, count(DISTINCT r.session_key) AS reached
            FROM visits v LEFT JOIN reached r ON r.session_key = v.session_key GROUP BY v.page ORDER BY sessions DESC, page
            """
        return AnalysisNeeds(queries: [flows, reach])
    }

    func run(_ input: AnalysisInput) -> AnalysisResult {
        let flows = input.rows(0), reach = input.rows(1), goal = input.block.word("goal") ?? ""
        guard !flows.isEmpty else { return Report.nothing(input, "没有访问记录。", "There are no visits.") }
        var report = Report(input, .observed, count: reach.map { $0.amount("sessions") }.max())
        report.names("page", ofRole: "page")
        report.numbers("sessions", "经过的访问", "Visits passing", .count(noun: ""))
        report.numbers("exit_rate", "离开率", "Exit rate", .percent)
        report.numbers("reached", "到达目标的比例", "Share that reaches the goal", .percent)
        var exits: [(String, Double, Double)] = []
        for row in reach {
            let page = row["page"], all = flows.filter { $0["page"] == page }.sum { $0.amount("visits") }
            let left = flows.filter { $0["page"] == page && $0["next_page"] == .missing }.sum { $0.amount("visits") }
            report.row(.name(page, input.label(page, of: "page")), .number(row.amount("sessions")), .number(all > 0 ? left / all : nil), .number(row.amount("reached") / row.amount("sessions")))
            if page.text != goal { exits.append((input.label(page, of: "page"), left, all)) }
            report.value("\(page.text)_exit", all > 0 ? left / all : nil, .percent)
        }
        report.part("pages")
        report.names("from", "从", "From")
        report.names("to", "到", "To")
        report.numbers("visits", "次数", "Times", .count(noun: ""))
        let end = input.say("离开", "Leave")
        // A flow that turns back can't be drawn from left to right; the heavier direction is.
        func count(_ a: Scalar, _ b: Scalar) -> Double { flows.filter { $0["page"] == a && $0["next_page"] == b }.sum { $0.amount("visits") } }
        for row in flows.prefix(40) {
            let next = row["next_page"]
            if next != .missing, (count(next, row["page"]), next.text) > (row.amount("visits"), row["page"].text) { continue }
            report.row(.name(row["page"], input.label(row["page"], of: "page")), .name(next == .missing ? .text("exit") : next, next == .missing ? end : input.label(next, of: "page")), .number(row.amount("visits")))
        }
        report.chart(.heatmap, x: "to", y: "visits", series: "from")
        report.note("只计换页的一步；双向来往的两页，图中保留较多的方向，全部见“pages”表。", "Only steps to another page count; of two pages with traffic both ways the table shows the larger direction.")
        if let worst = exits.max(by: { $0.1 < $1.1 }), worst.2 > 0 {
            report.finding(
                "exit", "离开最多的是“\(worst.0)”：\(report.text(worst.1, .count(noun: "次")))，离开率 \(report.text(worst.1 / worst.2, .percent))。",
                "Most visits end on “\(worst.0)”: \(report.text(worst.1, .count(noun: "")))  (exit rate \(report.text(worst.1 / worst.2, .percent))).".replacing("  ", with: " "), evidence: .association, isGood: false)
        }
        return report.result
    }
}
