import Foundation
import Model
import Statistics

/// What a customer will bring: orders to come by BG/NBD, their value by Gamma-Gamma, and the simple annuity beside it.
struct CustomerLifetime: AnalysisMethod {
    let name = "lifetime_value"
    let parameters = [
        AnalysisParameter.source, .column("first"), .column("last"), .column("orders"), .column("spend"), AnalysisParameter("until", .words, isRequired: true),
        AnalysisParameter("days", .whole(1...3650)), AnalysisParameter("margin", .free), AnalysisParameter("yearly_discount", .number(0...1)), AnalysisParameter("cost", .metric),
    ]

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds {
        let source = Source(block, in: campaign)
        var needs = AnalysisNeeds(uses: AnalysisNeeds.totals(block, campaign, "cost"))
        if let until = block.names("until").first, Day(until.value) == nil { needs.problems.append(Problem(.badParameter, "`until:` is a day such as 2025-06-30, not '\(until.value)'", at: until.place)) }
        if let margin = block.names("margin").first, Double(margin.value) == nil {
            if campaign.metrics[margin.value] == nil {
                needs.problems.append(Problem(.badParameter, "`margin:` is a share such as 0.2 or a metric, not '\(margin.value)'\(suggestion(for: margin.value, among: campaign.metricNames))", at: margin.place))
            } else {
                needs.uses.append(MetricUse(campaign: campaign.id, metric: margin.value))
            }
        }
        // Weeks are exact enough, and keep the histories few.
        let until = "DATE '\(block.word("until") ?? "")'", first = "CAST(\(source["first"]) AS DATE)", last = "CAST(\(source["last"]) AS DATE)"
        needs.queries = [
            source.select(
                "\(source["orders"]) - 1 AS frequency, round(date_diff('day', \(first), \(last)) / 7.0) AS recency, round(date_diff('day', \(first), \(until)) / 7.0) AS age, count(*) AS people, sum(\(source["spend"])) AS spend, sum(\(source["orders"])) AS orders",
                where: "\(source["orders"]) > 0 AND \(last) <= \(until)", group: "1, 2, 3", order: "1, 2, 3", isDated: false)
        ]
        return needs
    }

    func run(_ input: AnalysisInput) -> AnalysisResult {
        let rows = input.rows(), people = rows.sum { $0.amount("people") }
        let histories = rows.map { BetaGeometric.History(frequency: $0.amount("frequency"), recency: min($0.amount("recency"), max($0.amount("age"), 0.5)), age: max($0.amount("age"), 0.5), weight: $0.amount("people")) }
        guard people >= 100, let model = BetaGeometric(histories) else { return Report.nothing(input, "不足 100 位客户，或没有人复购，模型无从估计。", "Fewer than 100 customers, or nobody came back: nothing to fit.") }
        let days = input.block.number("days") ?? 365, margin = input.block.word("margin").flatMap { name in Double(name) ?? input.total(name)?.double } ?? 1
        let spend = rows.sum { $0.amount("spend") }, orders = rows.sum { $0.amount("orders") }
        let values = rows.filter { $0.amount("frequency") > 0 }.map { (frequency: $0.amount("frequency"), mean: $0.amount("spend") / $0.amount("orders"), weight: $0.amount("people")) }
        let gamma = GammaGamma(values), yearly = input.block.number("yearly_discount") ?? 0.1
        // Discounted at the middle of each of twelve parts.
        let ends = (0...12).map { days / 7 * Double($0) / 12 }, factors = (0..<12).map { pow(1 + yearly, -(ends[$0] + ends[$0 + 1]) / 2 * 7 / 365) }
        func discounted(_ expected: (Double) -> Double) -> Double {
            let sums = ends.map(expected)
            return factors.indices.reduce(0) { $0 + (sums[$1 + 1] - sums[$1]) * factors[$1] }
        }
        var report = Report(input, .modelled, count: people), total = 0.0, kept = 0.0, coming = 0.0
        var groups: [String: (people: Double, value: Double, orders: Double, alive: Double)] = [:]
        for (row, history) in zip(rows, histories) {
            let alive = model.probabilityAlive(history), next = model.expectedPurchases(history, next: days / 7)
            let orderValue = gamma?.expectedValue(frequency: history.frequency, mean: row.amount("spend") / row.amount("orders")) ?? spend / orders
            let value = discounted { model.expectedPurchases(history, next: $0) } * orderValue * margin
            total += value * history.weight
            kept += alive * history.weight
            coming += next * history.weight
            let id = history.frequency >= 4 ? "4" : "\(wholePart(history.frequency))"
            var group = groups[id] ?? (0, 0, 0, 0)
            group = (group.people + history.weight, group.value + value * history.weight, group.orders + next * history.weight, group.alive + alive * history.weight)
            groups[id] = group
        }
        report.names("repeats", "已复购次数", "Repeat orders so far")
        report.numbers("people", "人数", "People", .count(noun: ""))
        report.numbers("alive", "仍活跃的概率", "Probability of being active", .percent)
        report.numbers("orders", "未来人均订单", "Orders to come", .number)
        report.numbers("value", "未来人均毛利", "Margin to come", .money)
        for id in groups.keys.sorted() {
            guard let group = groups[id] else { continue }
            let label = id == "4" ? input.say("4 次以上", "4 or more") : input.say("\(id) 次", id)
            report.row(.name(.text(id), label), .number(group.people), .number(group.alive / group.people), .number(group.orders / group.people), .number(group.value / group.people))
        }
        // Of a customer won today, everything to come: the first order and those after it.
        let fresh = (1 + discounted { model.expectedPurchases(in: $0) }) * (spend / orders) * margin
        let interval = intervalOfMeans(rows, fresh)
        report.value("new_customer", fresh, .money, interval)
        report.value("existing_customer", total / people, .money)
        report.value("alive", kept / people, .percent)
        report.value("orders_to_come", coming / people, .number)
        for (id, value) in [("r", model.r), ("alpha", model.alpha), ("a", model.a), ("b", model.b)] { report.value(id, value, .number) }
        if let gamma { for (id, value) in [("p", gamma.p), ("q", gamma.q), ("v", gamma.v)] { report.value(id, value, .number) } }
        // The simple formula: what a customer spends a year, kept at the rate seen.
        let years = rows.sum { max($0.amount("age"), 0.5) * $0.amount("people") } / people * 7 / 365, spentYearly = spend / people / max(years, 0.1)
        let annuity = LifetimeValue.annuity(margin: spentYearly * margin, retention: kept / people, discount: yearly, periods: wholePart((days / 365).rounded(.up)))
        report.value("annuity", annuity, .money)
        report.value("annual_spend", spentYearly, .money)
        // The mean time until a customer is gone, were the chance of leaving the same each day.
        report.value("lifetime_years", kept < people ? -years / log(kept / people) : nil, .number)
        if let cost = input.block.word("cost").flatMap({ input.total($0)?.double }), cost > 0 { report.value("value_to_cost", fresh / cost, .times) }
        report.chart(.bar, x: "repeats", y: "value") { $0.order = .data }
        report.note(
            "BG/NBD 推算以后的订单，Gamma-Gamma 推算每单金额，毛利率 \(report.text(margin, .percent))，折现率每年 \(report.text(yearly, .percent))，往后 \(wholePart(days)) 天；区间只含客单价的抽样误差，不含模型误差。",
            "Orders by BG/NBD, their value by Gamma-Gamma, margin \(report.text(margin, .percent)), discounted at \(report.text(yearly, .percent)) a year over \(wholePart(days)) days; the interval holds the sampling error of order values, not the model's.")
        report.note("旁边的简单年金按观察期的人均年消费与仍活跃比例外推，对短观察期偏高。", "The simple annuity carries yearly spend on at the share still active; after a short watch it is too high.")
        if gamma == nil { report.note("复购客户太少，每单金额用平均值。", "Too few repeat customers: order values are the mean.") }
        report.finding(
            "value", "一位新客未来 \(wholePart(days)) 天的毛利估计为 \(report.text(fresh, .money))，简单年金为 \(report.text(annuity, .money))；现有客户仍活跃的比例 \(report.text(kept / people, .percent))。",
            "A new customer's margin over \(wholePart(days)) days is put at \(report.text(fresh, .money)), by the annuity at \(report.text(annuity, .money)); \(report.text(kept / people, .percent)) of today's customers are still active.", evidence: .association)
        return report.result
    }

    /// The order value's sampling error carried to the customer's value.
    private func intervalOfMeans(_ rows: [ResultRow], _ value: Double) -> Estimate? {
        let means = rows.map { (mean: $0.amount("spend") / $0.amount("orders"), weight: $0.amount("people")) }
        let people = means.sum(\.weight), mean = means.sum { $0.mean * $0.weight } / people
        let variance = means.sum { ($0.mean - mean) * ($0.mean - mean) * $0.weight } / max(1, people - 1)
        let half = z95 * (variance / people).squareRoot() / mean
        return Estimate(value: value, low: value * (1 - half), high: value * (1 + half), count: people)
    }
}
