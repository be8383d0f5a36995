import Model
import Statistics

/// Why actual cost or sales differ from plan: price, volume and mix, which add up to the difference.
struct Variance: AnalysisMethod {
    let name = "variance"
    let parameters = [
        AnalysisParameter.source, .column("item"), .column("plan_quantity"), .column("plan_price"), .column("actual_quantity"), .column("actual_price"), AnalysisParameter("kind", .choice(["cost", "sales"])),
    ]

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds {
        let source = Source(block, in: campaign)
        func amount(_ side: String) -> String { "sum(\(source["\(side)_quantity"]) * \(source["\(side)_price"])) AS \(side)_amount, sum(\(source["\(side)_quantity"])) AS \(side)_quantity" }
        return AnalysisNeeds(queries: [source.select("\(source["item"]) AS item, \(amount("plan")), \(amount("actual"))", group: "1", order: "1")])
    }

    func run(_ input: AnalysisInput) -> AnalysisResult {
        let rows = input.rows(), isSales = input.block.word("kind") == "sales"
        func price(_ row: ResultRow, _ side: String) -> Double { row.amount("\(side)_quantity") > 0 ? row.amount("\(side)_amount") / row.amount("\(side)_quantity") : 0 }
        let items = rows.map { row in
            (plan: (quantity: row.amount("plan_quantity"), price: price(row, "plan")), actual: (quantity: row.amount("actual_quantity"), price: row.amount("actual_quantity") > 0 ? price(row, "actual") : price(row, "plan")))
        }
        guard let variance = PriceVolumeMix(items) else { return Report.nothing(input, "没有计划数量。", "There is no planned quantity.") }
        var report = Report(input, .observed, count: Double(rows.count))
        report.names("item", ofRole: "item")
        report.numbers("price", "价差", "Price", .money)
        report.numbers("volume", "量差", "Volume", .money)
        report.numbers("mix", "结构差", "Mix", .money)
        report.numbers("total", "合计", "Total", .money)
        report.numbers("plan", "计划", "Plan", .money)
        report.numbers("actual", "实际", "Actual", .money)
        for index in rows.indices.sorted(by: { abs(variance.lines[$0].total) > abs(variance.lines[$1].total) }) {
            let line = variance.lines[index]
            report.row(
                .name(rows[index]["item"], input.label(rows[index]["item"], of: "item")), .number(line.price), .number(line.volume), .number(line.mix), .number(line.total), .number(rows[index].amount("plan_amount")),
                .number(rows[index].amount("actual_amount")))
        }
        report.part("items")
        let plan = rows.sum { $0.amount("plan_amount") }, actual = rows.sum { $0.amount("actual_amount") }
        let parts = [("price", input.say("价差", "Price"), variance.lines.sum(\.price)), ("volume", input.say("量差", "Volume"), variance.lines.sum(\.volume)), ("mix", input.say("结构差", "Mix"), variance.lines.sum(\.mix))]
        report.names("part", "部分", "Part")
        report.numbers("amount", "金额", "Amount", .money)
        let start = input.say("计划", "Plan")
        report.row(.name(.text("plan"), start), .number(plan))
        for part in parts {
            report.row(.name(.text(part.0), part.1), .number(part.2))
            report.value(part.0, part.2, .money)
        }
        report.value("difference", actual - plan, .money)
        report.chart(.waterfall, x: "part", y: "amount") { $0.totals = [start] }
        report.result.rows.direction = isSales ? .higher : .lower
        report.note("价差 =（实际价 − 计划价）× 实际量；量差按计划结构与计划价；结构差为各项占比变化。三者之和等于差额，逐项见“items”。", "Price: change of price × actual quantity; volume at the plan's shares and prices; mix: change of shares. They add up to the difference; part “items” has each line.")
        let main = parts.max { abs($0.2) < abs($1.2) } ?? parts[0], difference = actual - plan
        report.finding(
            "main", "实际比计划\(difference >= 0 ? "多" : "少") \(report.text(abs(difference), .money))，其中\(main.1) \(report.text(main.2, .money))最大。", "Actual is \(difference >= 0 ? "above" : "below") plan by \(report.text(abs(difference), .money)), most of it \(main.1.lowercased()): \(report.text(main.2, .money)).",
            effect: Finding.Effect(value: isSales ? difference : -difference, low: isSales ? difference : -difference, high: isSales ? difference : -difference), evidence: .association, isGood: isSales ? difference >= 0 : difference <= 0)
        return report.result
    }
}
