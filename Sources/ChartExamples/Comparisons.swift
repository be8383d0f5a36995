import Charts

extension ChartExample {
    private static func rows(_ words: Words) -> [Dumbbell.Row] {
        [
            (words("搜索转化", "Search conversion"), 0.123, 0.187), (words("自有流量", "Owned traffic"), 0.35, 0.48), (words("跳出率", "Bounce rate"), 0.42, 0.29),
            (words("跨品类购买", "Cross-category"), 0.09, 0.23), (words("退货率", "Returns"), 0.081, 0.088),
        ].map { Dumbbell.Row($0, $1, $2) }
    }

    static let comparisons: [ChartExample] = [
        ChartExample("dumbbell") { words in
            words.chart("与竞品对比", "Us and the competitor", words.percent) {
                Dumbbell(rows(words), names: (words("竞品", "Competitor"), words("我们", "Us")))
            }
        },
        ChartExample("slope") { words in
            words.chart("活动前后", "Before and during", words.percent) { Slope(rows(words), names: (words("活动前", "Before"), words("活动中", "During"))) }
        },
        ChartExample("radar") { words in
            words.chart("能力雷达", "Capabilities", ValueFormat(.number)) {
                for (name, values) in [(words("我们", "Us"), [82.0, 74, 91, 66, 78]), (words("竞品", "Competitor"), [75, 80, 70, 72, 60])] {
                    for (axis, value) in zip([words("价格力", "Price"), words("商品丰富度", "Range"), words("物流体验", "Delivery"), words("会员权益", "Membership"), words("内容种草", "Content")], values) {
                        RadarMark(axis: .value("", axis), value: .value("", value)).foregroundStyle(by: .value("", name))
                    }
                }
            }
        },
        ChartExample("likert") { words in
            words.chart("满意度问卷", "Satisfaction survey", words.percent) {
                LikertChart(
                    [
                        .init(words("页面速度", "Page speed"), values: [120, 240, 610, 2100, 1930]), .init(words("物流时效", "Delivery"), values: [610, 980, 1240, 1390, 780]),
                        .init(words("客服响应", "Service"), values: [310, 520, 930, 1870, 1370]), .init(words("商品质量", "Quality"), values: [90, 210, 700, 2200, 1800]),
                    ], answers: [words("很不满意", "Very bad"), words("不满意", "Bad"), words("一般", "Neither"), words("满意", "Good"), words("很满意", "Very good")])
            }
        },
        ChartExample("pyramid") { words in
            words.chart("买家年龄与性别", "Buyers by age and sex", words.percent) {
                PopulationPyramid(
                    [("55+", 0.031, 0.027), ("45–54", 0.062, 0.048), ("35–44", 0.118, 0.092), ("25–34", 0.214, 0.141), ("18–24", 0.163, 0.104)].map {
                        .init($0, left: $1, right: $2)
                    }, names: (words("女", "Women"), words("男", "Men")))
            }
        },
        ChartExample("multiples") { words in
            var noise = Noise(11)
            return SmallMultiples(
                id: words.id, title: words("各品类每日成交额", "Sales by day and category"), locale: words.locale,
                panels: words.categories.enumerated().map { index, category in
                    Chart(id: "\(words.id)-\(index)", title: category, locale: words.locale, format: words.money) {
                        for day in 0..<40 { LineMark(x: .value("", day: may20 + day), y: .value("", sales(day, level: 1.2e6 / Double(index + 1), &noise))) }
                    }
                })
        },
    ]
}
