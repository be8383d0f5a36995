import Model
import Statistics

/// What is bought together: pairs by support, confidence and lift.
struct Association: AnalysisMethod {
    let name = "association"
    let parameters = [
        AnalysisParameter.source, .column("basket"), .column("item"), .optionalColumn("label"), AnalysisParameter("least", .whole(1...1_000_000)), AnalysisParameter("top", .whole(1...500)),
    ]

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds {
        let source = Source(block, in: campaign), label = source.has("label") ? source["label"] : source["item"], least = block.word("least") ?? "5"
        let baskets = "WITH baskets AS (\(source.select("DISTINCT \(source["basket"]) AS basket, \(source["item"]) AS item, \(label) AS label")))"
        return AnalysisNeeds(queries: [
            "\(baskets)\nSELECT item, max(label) AS label, count(*) AS orders FROM baskets GROUP BY item ORDER BY item",
            """
            \(baskets)
            SELECT a.item AS first_item, b.item AS second_item, count(*) AS both_items
            FROM baskets a JOIN baskets b ON a.basket = b.basket AND a.item < b.item GROUP BY 1, 2 HAVING count(*) >= \(least) ORDER BY both_items DESC, first_item, second_item
            """,
            "\(baskets)\nSELECT count(DISTINCT basket) AS baskets FROM baskets",
        ])
    }

    func run(_ input: AnalysisInput) -> AnalysisResult {
        let items = Dictionary(input.rows(0).map { ($0["item"], (label: input.label($0["label"], of: input.block.word("label") == nil ? "item" : "label"), orders: $0.amount("orders"))) }, uniquingKeysWith: { first, _ in first })
        let all = input.rows(2).first?.amount("baskets") ?? 0, least = input.block.word("least") ?? "5"
        var rules: [(from: Scalar, to: Scalar, both: Double, rule: AssociationRule)] = []
        for row in input.rows(1) {
            for (from, to) in [(row["first_item"], row["second_item"]), (row["second_item"], row["first_item"])] {
                guard let first = items[from], let second = items[to], let rule = AssociationRule(both: row.amount("both_items"), first: first.orders, second: second.orders, all: all) else { continue }
                rules.append((from, to, row.amount("both_items"), rule))
            }
        }
        guard !rules.isEmpty else { return Report.nothing(input, "没有同单 \(least) 次以上的组合。", "No pair was bought together \(least) times.") }
        rules.sort { $0.rule.lift != $1.rule.lift ? $0.rule.lift > $1.rule.lift : ($0.from, $0.to) < ($1.from, $1.to) }
        var report = Report(input, .observed, count: all)
        report.names("from", "买了", "Bought")
        report.names("to", "又买", "Also bought")
        report.numbers("lift", "提升度", "Lift", .times)
        report.numbers("confidence", "置信度", "Confidence", .percent)
        report.bounds(.percent)
        report.numbers("support", "支持度", "Support", .percent)
        report.numbers("both", "同单数", "Orders with both", .count(noun: ""))
        for rule in rules.prefix(Int(input.block.number("top") ?? 20)) {
            report.row(
                .name(rule.from, items[rule.from]?.label ?? ""), .name(rule.to, items[rule.to]?.label ?? ""), .number(rule.rule.lift), .number(rule.rule.confidence.value), .low(rule.rule.confidence),
                .high(rule.rule.confidence), .number(rule.rule.support), .number(rule.both))
        }
        report.value("rules", Double(rules.count), .count(noun: ""))
        report.value("top_lift", rules[0].rule.lift, .times)
        report.value("top_confidence", rules[0].rule.confidence, .percent)
        // Around 1 both ways only where some pair is bought together less than by chance.
        let isBothWays = rules.contains { $0.rule.lift < 1 }
        report.chart(.heatmap, x: "to", y: "lift", series: "from") { $0.middle = isBothWays ? 1 : nil }
        report.note("只列同单 \(least) 次以上的组合；提升度大于 1 表示比碰巧同单更常见，不表示一个带动另一个。", "Pairs with at least \(least) orders; a lift above 1 is more than chance, and no proof that one brings the other.")
        let best = rules[0]
        report.finding(
            "top", "买\(items[best.from]?.label ?? "")的订单有 \(report.text(best.rule.confidence.value, .percent)) 同时买\(items[best.to]?.label ?? "")，是碰巧的 \(report.text(best.rule.lift, .times))。",
            "\(report.text(best.rule.confidence.value, .percent)) of orders with \(items[best.from]?.label ?? "") also hold \(items[best.to]?.label ?? ""), \(report.text(best.rule.lift, .times)) what chance would give.", evidence: .association)
        return report.result
    }
}
