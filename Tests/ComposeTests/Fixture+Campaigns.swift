import Model

import struct Foundation.Decimal

extension Fixture {
    static var summer: Campaign {
        var campaign = Campaign(
            id: "2025-summer", folder: "content/2025-summer", title: "夏季大促活动复盘",
            subtitle: "手机与配件，线上全渠道", notice: "本站数据为合成数据，仅供演示。", language: .zhHans,
            currency: yuan, timeZone: "Asia/Shanghai",
            period: Period(id: "campaign", name: "活动期", start: day("2025-05-20"), end: day("2025-06-30")),
            engine: located("duckdb"), tables: ["orders": orders],
            chapters: [goals, conversion, draft])
        for metric in metrics { campaign.metrics[metric.id] = metric }
        campaign.summary = [
            .text("成交总额 "), reference("gmv", line: 1), .text("，超出目标；但"), .softBreak,
            .text("新客转化未达预期，物流投诉是"), .quotation(Quotation(text: "首要不满", source: "客服周报 2025-06-30", place: place(2))),
            .text("。"),
        ]
        campaign.baseline = .period(located("last_year"), compare: nil)
        campaign.periods["last_year"] = Period(
            id: "last_year", name: "2024 年同期", start: day("2024-05-20"), end: day("2024-06-30"))
        return campaign
    }

    static var spring: Campaign {
        let chapter = Chapter(
            file: "content/2025-spring/chapters/01-result.md", slug: "result", order: 1,
            title: [.text("What came of it")],
            blocks: [
                .paragraph([
                    .text("Sales reached "), reference("sales", line: 90), .text(", in a word: "),
                    .strong([.text("good")]),
                    .text("."),
                ]),
                .scorecard(ScorecardBlock(items: [.init(metric: located("sales"))], place: place(91))),
            ],
            place: place(1))
        return Campaign(
            id: "2025-spring", folder: "content/2025-spring", title: "Spring mailing", language: .en, currency: dollar,
            timeZone: "America/New_York",
            period: Period(id: "campaign", name: "campaign", start: day("2025-03-01"), end: day("2025-03-31")),
            engine: located("duckdb"), metrics: ["sales": sum("sales", name: "Sales", unit: .money)],
            chapters: [chapter])
    }

    static var orders: Table {
        Table(
            id: "orders", description: "订单（样本）", files: [located("orders.csv")], format: .csv, time: "paid_at",
            columns: [
                "channel": Column(
                    name: "channel", type: .text, label: "渠道", required: true, valueLabels: ["wechat": "微信"],
                    place: place(3)),
                "paid_at": Column(name: "paid_at", type: .timestamp, place: place(4)),
                "amount": Column(
                    name: "amount", type: .decimal(precision: 18, scale: 2), label: "实付金额", description: "含运费",
                    unit: .money,
                    place: place(5)),
            ],
            primaryKey: ["order_id"], sampleRate: Decimal(string: "0.01"), source: "合成数据，由演示程序生成", place: place(2))
    }

    static func sum(_ id: String, name: String, unit: Model.Unit, where condition: String? = nil) -> Metric {
        let measure = Measure(
            function: .sum, argument: Expression(sql: "amount", columns: [], place: place(1)), table: located("orders"),
            filter: condition.map { Expression(sql: $0, columns: [], place: place(1)) })
        return Metric(id: id, name: name, kind: .measure(measure), unit: unit, direction: .higher, place: place(1))
    }

    static var metrics: [Metric] {
        var gmv = sum("gmv", name: "成交总额 (GMV)", unit: .money, where: "status = 'paid'")
        gmv.description = "已支付订单的实付金额之和，含之后退款的订单"
        gmv.target = Target(low: exact("900000000"), source: "立项书")
        gmv.thresholds = [Threshold(level: .warn, value: exact("800000000"))]
        var conversion = Metric(
            id: "conversion", name: "端到端转化率",
            kind: .ratio(numerator: located("paid_uv"), denominator: located("view_uv")),
            unit: .percent, direction: .higher, target: Target(low: exact("0.04")), place: place(1))
        conversion.baseline = .literal(exact("0.025"), source: "平台周报")
        let cost = Metric(
            id: "cost_per_order", name: "单均成本",
            kind: .formula(
                .divide(.subtract(.metric(located("spend")), .metric(located("rebate"))), .metric(located("orders")))),
            unit: .money, direction: .lower, target: Target(low: exact("30")), place: place(1))
        let peak = Metric(
            id: "peak_day", name: "单日最高成交", kind: .rollup(take: .max, of: located("gmv"), by: located("day")),
            unit: .money, direction: .higher, place: place(1))
        return [gmv, conversion, cost, peak]
    }
}
