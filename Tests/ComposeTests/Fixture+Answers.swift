import Model

extension Fixture {
    static var answers: Answers {
        var answers = Answers()
        for value in values { answers.values[value.key] = value }
        answers.references = Dictionary(uniqueKeysWithValues: references.map { (ReferenceKey(campaign: "2025-summer", place: $0), $1) })
        answers.rowSets[BlockKey(campaign: "2025-summer", id: "by-channel")] = channelRows
        answers.rowSets[BlockKey(campaign: "2025-summer", id: "gmv-by-day")] = dailyRows
        answers.analyses[BlockKey(campaign: "2025-summer", id: "funnel")] = funnel
        answers.sources[BlockKey(campaign: "2025-summer", id: "orders")] = TableSource(
            files: [
                SourceFile(
                    path: "data/orders.csv", bytes: 123_456, sha256: String(repeating: "0123456789abcdef", count: 4))
            ],
            rows: 5890)
        answers.dataChecks = [DataCheck.Rule.unique(key: ["order_id"]), .required(column: "channel")].map { rule in
            DataCheckResult(
                check: DataCheck(
                    campaign: "2025-summer", table: "orders", tables: ["orders"], rule: rule, offending: "select 1", place: place(2)),
                offending: 0, examples: [])
        }
        return answers
    }

    static var figures: Figures {
        let key = BlockKey(campaign: "2025-summer", id: "gmv-by-day")
        return Figures(
            charts: [
                key: Figure(
                    wide: picture(width: 860, height: 340), narrow: picture(width: 360, height: 300), file: picture(width: 860, height: 340), description: "…", unit: "元")
            ],
            styleSheet: "/* charts */\n")
    }

    private static func picture(width: Int, height: Int) -> String {
        "<svg viewBox=\"0 0 \(width) \(height)\" role=\"img\" aria-label=\"折线\"><path d=\"M0 \(height - 20)L\(width / 3) 40L\(width) \(height - 90)\" fill=\"none\" stroke=\"#0b5577\" stroke-width=\"2\"/></svg>"
    }

    private static var values: [MetricValue] {
        var gmv = value("gmv", "成交总额 (GMV)", "983000000", .money)
        gmv.baseline = exact("796000000")
        gmv.baselineText = "7.96 亿元"
        gmv.baselineName = "2024 年同期"
        gmv.change = exact("0.235")
        gmv.target = Target(low: exact("900000000"))
        gmv.attainment = exact("1.0922")
        gmv.verdict = .met
        var conversion = value("conversion", "端到端转化率", "0.0378", .percent)
        conversion.points = exact("0.0128")
        conversion.change = exact("0.512")
        conversion.baselineName = "平台周报"
        conversion.target = Target(low: exact("0.04"))
        conversion.attainment = exact("0.945")
        conversion.verdict = .undecided
        conversion.interval = Interval(low: exact("0.0341"), high: exact("0.0418"), count: Number(9400))
        var cost = value("cost_per_order", "单均成本", "34.5", .money)
        cost.direction = .lower
        cost.change = exact("0.062")
        cost.baselineName = "2024 年同期"
        cost.target = Target(low: exact("30"))
        cost.attainment = exact("0.8696")
        cost.verdict = .missed
        cost.warning = .warn
        let wechat = value("gmv", "成交总额 (GMV)", "452000000", .money, slice: [("channel", "wechat")])
        var sales = value("sales", "Sales", "1469307.25", .money, campaign: "2025-spring")
        sales.text = "$1.47M"
        return [gmv, conversion, cost, value("peak_day", "单日最高成交", "96000000", .money), wechat, sales].map(worded)
    }

    private static func value(
        _ metric: String, _ name: String, _ number: String, _ unit: Model.Unit, slice: [(String, String)] = [],
        campaign: String = "2025-summer"
    ) -> MetricValue {
        let key = ValueKey(campaign: campaign, metric: metric, slice: slice.map { (dimension: $0.0, value: $0.1) })
        return MetricValue(
            key: key, name: name, unit: unit, direction: .higher, value: exact(number),
            text: format.text(exact(number), unit: unit), sql: "select sum(amount) from orders\nwhere status = 'paid'",
            tables: ["orders"])
    }

    private static func worded(_ value: MetricValue) -> MetricValue {
        var value = value
        value.changeText = value.change.map { format.change($0) }
        value.pointsText = value.points.map { format.points($0) }
        value.targetText = value.target.map { format.target($0, unit: value.unit, direction: value.direction) }
        value.attainmentText = value.attainment.map { format.text($0, unit: .percent) }
        value.intervalText = value.interval.map { format.interval($0, unit: value.unit) }
        return value
    }

    private static var references: [Place: ReferenceAnswer] {
        let gmv = ReferenceAnswer(text: "9.83 亿元", anchor: "gmv", title: "成交总额 (GMV) · 表 orders 中 amount 之和")
        let wechat = ReferenceAnswer(text: "4.52 亿元", anchor: "gmv.channel-wechat", title: "成交总额 · 渠道 = \"微信\"")
        return [
            place(1, 7): gmv, place(5, 7): gmv, place(10, 7): gmv, place(11, 7): gmv, place(12, 7): wechat,
            place(14, 7): ReferenceAnswer(text: "—", title: "无数据", isMissing: true),
            place(21, 7): ReferenceAnswer(text: "9,600 万元", anchor: "peak_day", title: "单日最高成交"),
            place(90, 7): ReferenceAnswer(text: "$1.47M", anchor: "sales", title: "Sales"),
        ]
    }
}
