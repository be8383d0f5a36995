import Model

/// Lines that look billed twice: the same vendor and invoice, or the same vendor and amount within a few days.
struct DuplicateBilling: AnalysisMethod {
    let name = "duplicate_billing"
    let parameters = [AnalysisParameter.source, .column("line"), .column("vendor"), .column("invoice"), .column("amount"), .column("date"), AnalysisParameter("days", .whole(0...60))]

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds {
        let source = Source(block, in: campaign), days = block.word("days") ?? "3"
        let lines = source.select(
            "\(source["line"]) AS id, \(source["vendor"]) AS vendor, \(source["invoice"]) AS invoice, \(source["amount"]) AS amount, CAST(\(source["date"]) AS DATE) AS day_of", where: "\(source["amount"]) > 0", isDated: block.word("period") != nil)
        return AnalysisNeeds(queries: [
            """
            WITH lines AS (\(lines))
            SELECT a.id AS first_id, b.id AS second_id, a.vendor AS vendor, a.invoice AS invoice, b.amount AS amount, a.day_of AS first_day, b.day_of AS second_day,
              CASE WHEN a.invoice = b.invoice AND a.invoice <> '' THEN 1 ELSE 0 END AS same_invoice
            FROM lines a JOIN lines b ON a.vendor = b.vendor AND a.amount = b.amount AND (a.day_of < b.day_of OR (a.day_of = b.day_of AND a.id < b.id))
            WHERE (a.invoice = b.invoice AND a.invoice <> '') OR date_diff('day', a.day_of, b.day_of) <= \(days)
            ORDER BY same_invoice DESC, amount DESC, first_id, second_id
            """
        ])
    }

    func run(_ input: AnalysisInput) -> AnalysisResult {
        var report = Report(input, .observed), recoverable = 0.0, suspected = 0.0, seen = Set<String>()
        report.names("second", "疑似重复", "Suspected line")
        report.names("first", "原单", "First line")
        report.names("vendor", "供应商", "Vendor")
        report.texts("invoice", "发票号", "Invoice")
        report.numbers("amount", "金额", "Amount", .money)
        report.texts("rule", "依据", "Rule")
        var certain = 0, possible = 0
        for row in input.rows() {
            // A third copy is one more repetition, not two.
            guard seen.insert(row.text("second_id")).inserted else { continue }
            let isSame = row.amount("same_invoice") == 1
            report.row(
                .name(row["second_id"], row.text("second_id")), .name(row["first_id"], row.text("first_id")), .name(row["vendor"], input.label(row["vendor"], of: "vendor")), .text(row.text("invoice")), .number(row.amount("amount")),
                .text(isSame ? input.say("同供应商、同发票号、同金额", "same vendor, invoice and amount") : input.say("同供应商、同金额、日期相近", "same vendor and amount, days apart")))
            if isSame { recoverable += row.amount("amount"); certain += 1 } else { suspected += row.amount("amount"); possible += 1 }
        }
        report.value("recoverable", recoverable, .money)
        report.value("suspected", suspected, .money)
        report.value("certain", Double(certain), .count(noun: ""))
        report.value("possible", Double(possible), .count(noun: ""))
        report.note("先比供应商、发票号与金额，再比供应商、金额与日期（\(input.block.word("days") ?? "3") 天之内）；后一类可能是合法的分期，须人工核对。", "First vendor, invoice and amount, then vendor, amount and date (within \(input.block.word("days") ?? "3") days); the latter may be instalments and need a person.")
        report.finding(
            "duplicates", certain + possible == 0 ? "没有发现重复计费。" : "发现 \(certain) 笔同发票重复计费，合计 \(report.text(recoverable, .money))；另有 \(possible) 笔待核（\(report.text(suspected, .money))）。",
            certain + possible == 0 ? "No line looks billed twice." : "\(certain) lines repeat an invoice, \(report.text(recoverable, .money)) in all; \(possible) more need a look (\(report.text(suspected, .money))).",
            effect: recoverable > 0 ? Finding.Effect(value: -recoverable, low: -recoverable, high: -recoverable) : nil, evidence: .association, isGood: certain + possible == 0)
        return report.result
    }
}
