import Model

/// Best sellers and slow movers: how many days the stock lasts at the pace of sale.
struct StockCover: AnalysisMethod {
    let name = "stock_cover"
    let parameters = [
        AnalysisParameter.source, .column("item"), .optionalColumn("label"), .optionalColumn("by"), .column("on_hand"), .column("sold"), AnalysisParameter("slow_days", .number(1...3650)),
        AnalysisParameter("top", .whole(1...500)),
    ]

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds {
        let source = Source(block, in: campaign)
        guard let day = source.day else { return AnalysisNeeds(problems: [Problem(.badParameter, "`stock_cover` needs a table with `time:`: stock by day", at: block.place)]) }
        let label = source.has("label") ? source["label"] : source["item"]
        return AnalysisNeeds(queries: [
            source.select(
                "\(source["item"]) AS item, max(\(label)) AS label, max(\(source["by"])) AS part, avg(\(source["on_hand"]) * 1.0) AS stock, sum(\(source["sold"])) AS sold, count(DISTINCT \(day)) AS days",
                group: "1", order: "sold DESC, item")
        ])
    }

    func run(_ input: AnalysisInput) -> AnalysisResult {
        let limit = input.block.number("slow_days") ?? 60, top = Int(input.block.number("top") ?? 10), rows = input.rows()
        guard !rows.isEmpty else { return Report.nothing(input, "没有库存记录。", "There is no stock.") }
        func cover(_ row: ResultRow) -> Double? { row.amount("sold") > 0 ? row.amount("stock") / (row.amount("sold") / row.amount("days")) : nil }
        // What sells nothing at all lasts for ever.
        let slow = rows.filter { (cover($0) ?? .infinity) > limit && $0.amount("stock") > 0 }
        var report = Report(input, .observed, count: Double(rows.count))
        func head() {
            report.names("item", ofRole: input.block.word("label") == nil ? "item" : "label")
            report.numbers("cover", "可卖天数", "Days of cover", .days, decimals: 0)
            report.numbers("sold", "售出", "Sold", .count(noun: ""))
            report.numbers("stock", "平均库存", "Mean stock", .count(noun: ""))
        }
        func add(_ row: ResultRow) { report.row(.name(row["item"], row.text("label")), .number(cover(row)), .number(row.amount("sold")), .number(row.amount("stock"))) }
        head()
        for row in slow.sorted(by: { (cover($0) ?? .infinity, $1.text("item")) > (cover($1) ?? .infinity, $0.text("item")) }) { add(row) }
        report.part("slow")
        if input.block.word("by") != nil { parts(rows, slow, &report) }
        head()
        for row in rows.prefix(top) { add(row) }
        report.value("slow_days", limit, .days)
        report.value("slow_items", Double(slow.count), .count(noun: ""))
        report.value("slow_share", Double(slow.count) / Double(rows.count), .percent)
        let stock = rows.sum { $0.amount("stock") }, daily = rows.sum { $0.amount("days") > 0 ? $0.amount("sold") / $0.amount("days") : 0 }
        report.value("cover", daily > 0 ? stock / daily : nil, .days)
        report.chart(.bar, x: "item", y: "cover")
        report.note("可卖天数 = 平均库存 ÷ 日均售出；超过 \(report.text(limit, .days))算滞销。表中为卖得最多的 \(min(top, rows.count)) 款，滞销的见“slow”。", "Days of cover: mean stock ÷ units sold a day; above \(report.text(limit, .days)) counts as slow. The table has the best sellers, part “slow” the slow ones.")
        report.finding("slow", "\(rows.count) 款中有 \(slow.count) 款滞销（超过 \(report.text(limit, .days))），占 \(report.text(Double(slow.count) / Double(rows.count), .percent))。", "\(slow.count) of \(rows.count) items are slow (over \(report.text(limit, .days))), \(report.text(Double(slow.count) / Double(rows.count), .percent)).", evidence: .association, isGood: false)
        return report.result
    }

    private func parts(_ rows: [ResultRow], _ slow: [ResultRow], _ report: inout Report) {
        report.names("part", ofRole: "by")
        report.numbers("slow_rate", "滞销率", "Share that is slow", .percent)
        report.bounds(.percent)
        report.numbers("items", "款数", "Items", .count(noun: ""))
        for part in Set(rows.map { $0["part"] }).sorted() {
            let all = Double(rows.count { $0["part"] == part }), own = Double(slow.count { $0["part"] == part })
            let rate = Funnel.rate(Report.number(own), of: Report.number(all))
            report.row(.name(part, report.input.label(part, of: "by")), .number(rate?.value), .low(rate), .high(rate), .number(all))
            report.value("\(part.text.identifier)_slow_rate", rate, .percent)
        }
        report.part("parts")
    }
}
