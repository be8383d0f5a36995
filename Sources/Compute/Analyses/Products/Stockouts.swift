import Model

/// What was not sold because it was not there, in units and in money.
struct Stockouts: AnalysisMethod {
    let name = "stockouts"
    let parameters = [
        AnalysisParameter.source, .column("item"), .optionalColumn("label"), .column("lost"), .column("sold"), .optionalColumn("hours"), .optionalColumn("price"),
        AnalysisParameter("substitution", .number(0...1)), AnalysisParameter("margin", .number(0...1)), AnalysisParameter("top", .whole(1...500)),
    ]

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds {
        let source = Source(block, in: campaign), label = source.has("label") ? source["label"] : source["item"]
        let hours = source.has("hours") ? "sum(\(source["hours"]))" : "NULL", price = source.has("price") ? "max(\(source["price"]))" : "NULL"
        return AnalysisNeeds(queries: [
            source.select(
                "\(source["item"]) AS item, max(\(label)) AS label, sum(\(source["lost"])) AS lost, sum(\(source["sold"])) AS sold, \(hours) AS hours, \(price) AS price", group: "1", order: "lost DESC, item")
        ])
    }

    func run(_ input: AnalysisInput) -> AnalysisResult {
        let rows = input.rows(), out = rows.filter { $0.amount("lost") > 0 }, hasPrice = input.block.word("price") != nil
        let substitution = input.block.number("substitution") ?? 0.3, margin = input.block.number("margin") ?? 1
        guard !out.isEmpty else { return Report.nothing(input, "没有断货。", "Nothing ran out.") }
        let lost = out.sum { $0.amount("lost") }, sold = out.sum { $0.amount("sold") }, money = out.sum { $0.amount("lost") * $0.amount("price") }
        var report = Report(input, .estimated, count: Double(rows.count))
        report.names("item", ofRole: input.block.word("label") == nil ? "item" : "label")
        report.numbers("lost", "流失件数", "Units lost", .count(noun: ""))
        report.numbers("share", "占潜在销量", "Share of demand", .percent)
        if hasPrice { report.numbers("money", "流失金额", "Money lost", .money) }
        if input.block.word("hours") != nil { report.numbers("hours", "断货时长", "Hours out", .hours) }
        for row in out.prefix(Int(input.block.number("top") ?? 15)) {
            var entries: [Report.Entry] = [.name(row["item"], row.text("label")), .number(row.amount("lost")), .number(row.amount("lost") / (row.amount("lost") + row.amount("sold")))]
            if hasPrice { entries.append(.number(row.amount("lost") * row.amount("price"))) }
            if input.block.word("hours") != nil { entries.append(.number(row.amount("hours"))) }
            report.row(entries)
        }
        report.value("lost_units", lost, .count(noun: ""))
        report.value("lost_share", lost / (lost + sold), .percent)
        report.value("items", Double(out.count), .count(noun: ""))
        if hasPrice {
            report.value("lost_money", money, .money)
            report.value("lost_money_low", money * (1 - substitution), .money)
        }
        report.chart(.bar, x: "item", y: hasPrice ? "money" : "lost")
        report.note(
            "流失按断货前的销速估计；有人会改买别的款，按替代率 \(report.text(substitution, .percent)) 给出下限。", "Lost sales follow the pace before the stock ran out; some bought something else: the lower end takes a substitution of \(report.text(substitution, .percent)).")
        let effect = hasPrice ? Finding.Effect(value: -money * margin, low: -money * margin, high: -money * margin * (1 - substitution)) : nil
        let amount = hasPrice ? input.say("，折合 \(report.text(money * (1 - substitution), .money))到 \(report.text(money, .money))", ", worth \(report.text(money * (1 - substitution), .money)) to \(report.text(money, .money))") : ""
        report.finding(
            "lost", "\(out.count) 款断过货，估计流失 \(report.text(lost, .count(noun: "件")))，占这些款潜在销量的 \(report.text(lost / (lost + sold), .percent))\(amount)。",
            "\(out.count) items ran out; an estimated \(report.text(lost, .count(noun: "units"))) were lost, \(report.text(lost / (lost + sold), .percent)) of their demand\(amount).", effect: effect, evidence: .association, isGood: false)
        return report.result
    }
}
