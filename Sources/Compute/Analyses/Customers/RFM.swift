import Model

/// Customers by how lately, how often and for how much they bought: fifths of each, named as segments.
struct RFM: AnalysisMethod {
    let name = "rfm"
    let parameters = [AnalysisParameter.source, .column("user"), .column("last"), .column("orders"), .column("spend")]

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds {
        let source = Source(block, in: campaign)
        // A row an order or a row a customer: both add up by customer.
        let counted = source["orders"]
        let people = source.select("\(source["user"]) AS person, max(\(source["last"])) AS last_at, sum(\(counted)) AS orders, sum(\(source["spend"])) AS spend", group: "1")
        let scored = "SELECT person, orders, spend, ntile(5) OVER (ORDER BY last_at, person) AS r, ntile(5) OVER (ORDER BY orders, last_at, person) AS f, ntile(5) OVER (ORDER BY spend, person) AS m FROM (\(people)) AS people"
        return AnalysisNeeds(queries: ["SELECT r, f, count(*) AS people, sum(orders) AS orders, sum(spend) AS spend, avg(m) AS m FROM (\(scored)) AS scored GROUP BY r, f ORDER BY r, f"])
    }

    private struct Segment {
        let id: String
        let chinese: String
        let english: String
        /// Fifths of recency and of frequency, 1 to 5.
        let recency: ClosedRange<Int>
        let frequency: ClosedRange<Int>

        func holds(_ row: ResultRow) -> Bool { recency.contains(wholePart(row.amount("r"))) && frequency.contains(wholePart(row.amount("f"))) }
    }

    /// Each pair of fifths in one of them.
    private static let segments = [
        Segment(id: "champions", chinese: "重要价值", english: "Champions", recency: 4...5, frequency: 4...5),
        Segment(id: "loyal", chinese: "稳定回头", english: "Loyal", recency: 3...3, frequency: 4...5),
        Segment(id: "promising", chinese: "新近尝试", english: "Promising", recency: 4...5, frequency: 1...3),
        Segment(id: "at_risk", chinese: "重要挽回", english: "At risk", recency: 1...2, frequency: 4...5),
        Segment(id: "cooling", chinese: "渐冷", english: "Cooling", recency: 3...3, frequency: 1...3),
        Segment(id: "asleep", chinese: "沉睡", english: "Asleep", recency: 1...2, frequency: 1...3),
    ]

    func run(_ input: AnalysisInput) -> AnalysisResult {
        let rows = input.rows(), unit = input.source.definition(of: "spend")?.unit ?? .money
        let people = rows.sum { $0.amount("people") }, spend = rows.sum { $0.amount("spend") }
        guard people >= 25, spend > 0 else { return Report.nothing(input, "不足 25 位客户，分不成五档。", "Fewer than 25 customers: no fifths.") }
        var report = Report(input, .observed, count: people)
        report.names("recency", "最近一次", "Recency")
        report.names("frequency", "次数", "Frequency")
        report.numbers("people", "人数", "People", .count(noun: ""))
        for row in rows {
            report.row(.name(row["r"], "R\(wholePart(row.amount("r")))"), .name(row["f"], "F\(wholePart(row.amount("f")))"), .number(row.amount("people")))
        }
        report.part("grid")
        report.names("segment", "分群", "Segment")
        report.numbers("people", "人数", "People", .count(noun: ""))
        report.numbers("people_share", "占人数", "Share of people", .percent)
        report.numbers("spend_share", "占消费", "Share of spend", .percent)
        report.numbers("spend", "人均消费", "Spend a head", unit)
        report.numbers("orders", "人均订单", "Orders a head", .number)
        var worth: [(String, Double, Double)] = []
        for segment in Self.segments {
            let own = rows.filter(segment.holds)
            let count = own.sum { $0.amount("people") }, sum = own.sum { $0.amount("spend") }
            guard count > 0 else { continue }
            let name = input.say(segment.chinese, segment.english)
            report.row(.name(.text(segment.id), name), .number(count), .number(count / people), .number(sum / spend), .number(sum / count), .number(own.sum { $0.amount("orders") } / count))
            report.value("\(segment.id)_people", count, .count(noun: ""))
            report.value("\(segment.id)_spend_share", sum / spend, .percent)
            worth.append((name, count / people, sum / spend))
        }
        report.lines("segment", ["people_share", "spend_share"], mark: .bar)
        report.note("R、F、M 各按人数五等分；分群看 R 与 F 两档，M 用来看值不值得挽回。", "Recency, frequency and spend in fifths of people; segments go by the first two.")
        if let top = worth.max(by: { $0.2 < $1.2 }) {
            report.finding("top", "“\(top.0)”占人数 \(report.text(top.1, .percent))，占消费 \(report.text(top.2, .percent))。", "“\(top.0)” are \(report.text(top.1, .percent)) of people and \(report.text(top.2, .percent)) of spend.", evidence: .association)
        }
        return report.result
    }
}
