import Model

extension Fixture {
    static var goals: Chapter {
        Chapter(
            file: "content/2025-summer/chapters/01-goals.md", slug: "goals", order: 1, title: [.text("活动背景与目标概述")],
            summary: [.text("为什么办，什么算成功，达成了吗：GMV "), reference("gmv", line: 5), .text("。")],
            blocks: [
                .paragraph([
                    .text("本次活动的成交总额为 "), reference("gmv", line: 10), .text("（"),
                    reference("gmv", line: 11, claim: "9.8 亿元"),
                    .text("），其中微信渠道 "), reference("gmv-wechat", line: 12), .text("。平台曝光 "),
                    .quotation(Quotation(text: "5000 万次", source: "平台周报 2025-06-20", place: place(13))),
                    .text("，"), .softBreak, .text("同比情况见"),
                    .link([.text("转化一章")], destination: "02-conversion.md#funnel", title: ""), .text("。"),
                ]),
                .scorecard(scorecard),
                .heading(level: 2, [.text("目标与口径")], id: "targets"),
                .paragraph([
                    .text("缺少的数值写作 "), reference("nothing", line: 14), .text("，另见"), reference("unanswered", line: 15),
                    .text("。"),
                ]),
                .list(
                    start: nil, tight: true,
                    items: [
                        [
                            .paragraph([
                                .strong([.text("成交")]), .text("：支付即计入，"), .emphasis([.text("退款不扣除")]), .text("；"),
                            ])
                        ],
                        [.paragraph([.text("转化：见 "), .code("conversion"), .text(" 一项；")])],
                        [
                            .paragraph([
                                .link([.text("不安全的链接")], destination: "JavaScript:alert(1)", title: ""),
                                .text("只显示文字。"),
                            ])
                        ],
                    ]),
                .quote([.paragraph([.text("“我们要的是用户留下来，而不只是一次下单。”")])]),
                .html("<script>alert('raw')</script>"),
                .table(
                    header: [[.text("小组")], [.text("人数")]], alignments: [.left, .right],
                    rows: [[[.text("运营 <b>")], [.text("12")]], [[.text("客服 **x**")], [.text("240")]]]),
                .metricTable(channelTable),
            ],
            place: place(1))
    }

    static var conversion: Chapter {
        Chapter(
            file: "content/2025-summer/chapters/02-conversion.md", slug: "conversion", order: 2,
            title: [.text("转化率与销售业绩表现")], summary: [.text("钱从哪里来，在哪里漏掉。")],
            blocks: [
                .heading(level: 2, [.text("每天的成交")], id: "daily"),
                .paragraph([
                    .text("开门红当天冲高，之后回落；"),
                    .quotation(Quotation(text: "5000 万次", source: "平台周报 2025-06-20", place: place(20))),
                    .text("曝光集中在首日。"),
                ]),
                .chart(dailyChart),
                .paragraph([.text("第二张图缺数据。")]),
                .chart(
                    ChartBlock(
                        id: "missing", mark: located(.bar), rows: .query(located("none")), title: [.text("没有画出的图")],
                        place: place(22))),
                .heading(level: 2, [.text("漏斗")], id: "funnel"),
                .analysis(
                    AnalysisBlock(
                        id: "funnel", method: located("funnel"), parameters: [], title: [.text("三步漏斗")],
                        place: place(23))),
                .code("select sum(amount)\nfrom orders where a < b", info: "sql"),
            ],
            place: place(1, file: "content/2025-summer/chapters/02-conversion.md"))
    }

    static var draft: Chapter {
        Chapter(
            file: "content/2025-summer/chapters/03-draft.md", slug: "draft", order: 3, title: [.text("草稿")],
            draft: true,
            blocks: [.paragraph([.text("尚未写完")])], place: place(1))
    }

    static var scorecard: ScorecardBlock {
        let wechat = SliceTerm(dimension: located("channel"), value: located("wechat"))
        return ScorecardBlock(
            items: [
                .init(metric: located("gmv")), .init(metric: located("conversion")),
                .init(metric: located("cost_per_order")),
                .init(metric: located("peak_day")), .init(metric: located("gmv"), slice: [wechat], label: "微信成交"),
            ], place: place(16))
    }

    static var dailyChart: ChartBlock {
        ChartBlock(
            id: "gmv-by-day", mark: located(.line), rows: .metrics([located("gmv")], by: [located("day")]),
            title: [.text("开门红当天成交 "), reference("peak_day", line: 21), .text("，是日均的五倍")], subtitle: [.text("日成交额")],
            note: [.text("口径：已支付")], place: place(21))
    }

    static var channelTable: TableBlock {
        TableBlock(
            id: "by-channel", rows: .metrics([located("gmv")], by: [located("channel")]), total: true,
            title: [.text("各渠道的成交")], note: [.text("渠道按首次触达归类")], place: place(17))
    }
}
