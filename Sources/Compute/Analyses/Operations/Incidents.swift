import Model
import Statistics

/// What broke, when, for how long, and what it cost in orders.
struct Incidents: AnalysisMethod {
    let name = "incidents"
    let parameters = [
        AnalysisParameter.source, .column("incident"), .column("started"), .column("seconds"), .optionalColumn("service"), .optionalColumn("severity"), .optionalColumn("acknowledged_minutes"), .optionalColumn("lost_orders"),
        .optionalColumn("cause"), .worth,
    ]

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds {
        let source = Source(block, in: campaign)
        let columns = ["incident", "started", "seconds", "service", "severity", "acknowledged_minutes", "lost_orders", "cause"].map { "\(source[$0]) AS \($0)" }.joined(separator: ", ")
        return AnalysisNeeds(uses: AnalysisNeeds.totals(block, campaign, "worth"), queries: [source.select(columns, where: "\(source["seconds"]) IS NOT NULL", order: "2, 1")])
    }

    func run(_ input: AnalysisInput) -> AnalysisResult {
        let rows = input.rows(), block = input.block
        guard !rows.isEmpty else { return Report.nothing(input, "期间没有事故。", "Nothing broke in this period.") }
        var report = Report(input, .observed, count: Double(rows.count))
        report.names("incident", "事故", "Incident")
        report.names("started", "开始", "Started")
        report.names("ended", "恢复", "Restored")
        if block.word("service") != nil { report.names("service", ofRole: "service") }
        report.numbers("minutes", "历时", "Lasted", .minutes, decimals: 1)
        if block.word("acknowledged_minutes") != nil { report.numbers("acknowledged", "响应", "Acknowledged after", .minutes, decimals: 1) }
        if block.word("lost_orders") != nil { report.numbers("lost", "受影响订单", "Orders lost", .count(noun: "")) }
        if block.word("cause") != nil { report.texts("cause", "原因", "Cause") }
        for row in rows {
            let start = row["started"], severity = input.label(row["severity"], of: "severity"), end = Self.moment(start, after: row.amount("seconds"))
            let name = block.word("severity") == nil ? row.text("incident") : "\(row.text("incident")) \(severity)"
            var entries: [Report.Entry] = [.name(row["incident"], name), .name(start, Self.clock(start)), .name(end, Self.clock(end))]
            if block.word("service") != nil { entries.append(.name(row["service"], input.label(row["service"], of: "service"))) }
            entries.append(.number(row.amount("seconds") / 60))
            if block.word("acknowledged_minutes") != nil { entries.append(.number(row.number("acknowledged_minutes"))) }
            if block.word("lost_orders") != nil { entries.append(.number(row.number("lost_orders"))) }
            if block.word("cause") != nil { entries.append(.text(row.text("cause"))) }
            report.row(entries)
        }
        let minutes = rows.map { $0.amount("seconds") / 60 }, lost = rows.sum { $0.amount("lost_orders") }
        report.value("count", Double(rows.count), .count(noun: ""))
        report.value("mean_minutes", minutes.sum / Double(minutes.count), .minutes)
        report.value("longest_minutes", minutes.max(), .minutes)
        report.value("total_minutes", minutes.sum, .minutes)
        let acknowledged = rows.compactMap { $0.number("acknowledged_minutes") }
        if !acknowledged.isEmpty { report.value("mean_acknowledged", acknowledged.sum / Double(acknowledged.count), .minutes) }
        report.value("lost_orders", lost, .count(noun: ""))
        report.chart(.gantt, x: "started", label: "incident", end: "ended")
        if block.word("service") != nil { report.result.chart?.series = Located("service", at: block.place) }
        let worth = input.worth, money = worth.map { $0 * lost }
        if let money { report.value("lost_money", money, .money) }
        let tail = money.map { input.say("，折合 \(report.text($0, .money))", ", worth \(report.text($0, .money))") } ?? ""
        report.note("受影响订单为事故期间的估计，其中一部分人后来会再买，故为上限。", "Orders lost are an estimate, and an upper bound: some came back later.")
        report.finding(
            "loss", "\(rows.count) 起事故共 \(report.text(minutes.sum, .minutes))，平均 \(report.text(minutes.sum / Double(minutes.count), .minutes))恢复，影响 \(report.text(lost, .count(noun: "单")))\(tail)。",
            "\(rows.count) incidents lasted \(report.text(minutes.sum, .minutes)) in all, \(report.text(minutes.sum / Double(minutes.count), .minutes)) on average, and touched \(report.text(lost, .count(noun: "orders")))\(tail).",
            effect: money.map { Finding.Effect(value: -$0, low: -$0, high: 0) }, evidence: .association, isGood: false)
        return report.result
    }

    /// A moment some seconds later.
    static func moment(_ start: Scalar, after seconds: Double) -> Scalar {
        guard let from = start.moment else { return .missing }
        let whole = wholePart((from * 86_400 + seconds).rounded()), day = Day(number: wholePart((Double(whole) / 86_400).rounded(.down)))
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let rest = whole - day.number * 86_400
        return .moment("\(day) \(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))")
    }

    /// To the minute, without the zone.
    private static func clock(_ moment: Scalar) -> String { String(moment.text.prefix(16)).replacing("T", with: " ") }
}
