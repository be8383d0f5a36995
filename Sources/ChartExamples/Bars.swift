import Charts

extension ChartExample {
    static let bars: [ChartExample] = [
        ChartExample("bar") { words in
            words.chart("各品类成交额", "Sales by category", words.money) {
                for (name, value) in zip(words.categories, [1.24e8, 9.8e7, 8.6e7, 7.1e7, 3.2e7, 2.4e7]) {
                    BarMark(x: .value("", name), y: .value("", value))
                }
            }
        },
        ChartExample("bar-lying") { words in
            words.chart("各投放平台 ROI", "Return on ad spend by platform", ValueFormat(.times)) {
                for (name, value, low, high) in [
                    (words("抖音信息流", "Feed ads, short video"), 4.2, 3.9, 4.5), (words("微信朋友圈", "Social feed"), 3.6, 3.2, 4.0),
                    (words("百度搜索", "Search ads"), 3.1, 2.9, 3.3), (words("小红书达人合作", "Creators"), 2.4, 1.7, 3.1), (words("微博开屏", "Splash screen"), 1.3, 1.1, 1.5),
                ] {
                    BarMark(x: .value("", value), y: .value("", name))
                    ErrorBarMark(xStart: .value("", low), xEnd: .value("", high), y: .value("", name))
                }
                RuleMark(x: .value("", 2.5)).label(words("目标 2.5 倍", "Target 2.5×"))
            }
        },
        ChartExample("bar-grouped") { words in
            words.chart("各年龄段转化率", "Conversion by age", words.percent) {
                for (age, own, last) in [("18–24", 0.031, 0.024), ("25–34", 0.046, 0.031), ("35–44", 0.042, 0.033), ("45–54", 0.028, 0.027), ("55+", 0.017, 0.019)] {
                    for (name, value) in [(words("去年", "Last year"), last), (words("本次", "This year"), own)] {
                        BarMark(x: .value("", age), y: .value("", value)).foregroundStyle(by: .value("", name)).position(by: .value("", name))
                    }
                }
            }.chartMuted(words("去年", "Last year"))
        },
        stacked("bar-stacked", "各月成交额构成", "Sales by month and channel", .standard),
        stacked("bar-share", "各月渠道占比", "Channel shares by month", .normalized),
        ChartExample("bar-diverging") { words in
            words.chart("各品类同比", "Change on last year", words.percent) {
                for (name, value) in zip(words.categories, [0.34, 0.21, 0.08, -0.06, -0.12, -0.27]) {
                    BarMark(x: .value("", value), y: .value("", name)).foregroundStyle(value < 0 ? .bad : .good)
                }
            }
        },
        ChartExample("bar-turned") { words in
            words.chart("投诉原因", "Complaints by cause", ValueFormat(.count(noun: words("件", "")))) {
                for (name, value) in [
                    (words("物流超过承诺时间未送达", "Delivered later than promised"), 1840.0), (words("商品与页面描述不符", "Not as described on the page"), 905),
                    (words("优惠券无法使用或被取消", "Coupon refused or cancelled"), 611), (words("客服长时间没有回应", "No answer from service"), 322),
                ] {
                    BarMark(x: .value("", name), y: .value("", value))
                }
            }.chartTurns(true)
        },
        ChartExample("pareto") { words in
            words.chart("投诉原因的帕累托图", "Complaints, Pareto", ValueFormat(.count(noun: words("件", "")))) {
                Pareto(
                    zip(
                        [words("物流", "Delivery"), words("瑕疵", "Defects"), words("系统", "Bugs"), words("客服", "Service"), words("价保", "Price"), words("发票", "Invoice"), words("其他", "Other")],
                        [430.0, 210, 120, 96, 71, 44, 29]
                    ).map { Item($0, $1) })
            }
        },
        ChartExample("bullet") { words in
            Bullet(
                id: words.id, title: words("目标达成", "Targets"), locale: words.locale,
                rows: [
                    .init(name: words("成交总额", "Sales"), value: 9.2e8, valueText: words("9.2 亿元", "¥920M"), target: 9e8, targetText: words("9 亿元", "¥900M"), baseline: 7.4e8, isMet: true),
                    .init(name: words("新客", "New customers"), value: 4.6e5, valueText: words("46 万人", "460K"), target: 5e5, targetText: words("50 万人", "500K"), baseline: 3.9e5, isMet: false),
                    .init(name: words("页面转化率", "Conversion"), value: 0.041, valueText: "4.1%", target: 0.04, targetText: "4%", baseline: 0.025, isMet: true),
                ])
        },
    ]

    private static func stacked(_ name: String, _ chinese: String, _ english: String, _ stacking: BarMark.Stacking) -> ChartExample {
        ChartExample(name) { words in
            words.chart(chinese, english, words.money) {
                for month in 1...12 {
                    for (index, channel) in words.channels.enumerated() {
                        let value = (3.2 - 0.6 * Double(index)) * 1e7 * (1 + Double((month * (index + 3)) % 7) / 10)
                        BarMark(x: .value("", words("\(month)月", "\(month)")), y: .value("", value), stacking: stacking).foregroundStyle(by: .value("", channel))
                    }
                }
            }
        }
    }
}
