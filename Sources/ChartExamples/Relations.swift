import Charts

extension ChartExample {
    static let relations: [ChartExample] = [
        ChartExample("scatter") { words in
            var noise = Noise(17)
            return words.chart("达人粉丝数与互动率", "Creators: followers and engagement", words.percent) {
                for _ in 0..<1000 {
                    let size = 3 + 4 * noise.next()
                    PointMark(x: .value("", (0..<Int(size * 100)).reduce(1.0) { value, _ in value * 1.023292992280754 }), y: .value("", max(0.001, 0.12 - 0.014 * size + 0.015 * noise.normal())))
                }
            }.chartXAxis { $0.kind = .log; $0.format = ValueFormat(.count(noun: "")); $0.title = words("粉丝数", "Followers") }
        },
        ChartExample("quadrant") { words in
            words.chart("广告平台：花费与 ROI", "Platforms: spend and return", ValueFormat(.times)) {
                QuadrantChart(
                    [
                        (words("信息流", "Feed"), 1.8e7, 4.2, 9.0), (words("搜索", "Search"), 1.2e7, 3.1, 6.0), (words("朋友圈", "Social"), 0.9e7, 3.6, 4.0),
                        (words("达人", "Creators"), 0.6e7, 2.4, 3.0), (words("开屏", "Splash"), 1.4e7, 1.3, 2.0), (words("短信", "Messages"), 0.15e7, 5.1, 1.0), (words("联盟", "Affiliates"), 0.35e7, 2.9, 1.4),
                    ].map { QuadrantChart.Point($0, x: $1, y: $2, size: $3) }, formats: (words.money, ValueFormat(.times)))
            }.chartXAxis { $0.title = words("花费", "Spend") }.chartYAxis { $0.title = "ROI" }
        },
        ChartExample("response") { words in
            words.chart("投放的边际回报", "Response to spend", words.money) {
                ResponseCurve(
                    (0...40).map { step in
                        let spend = Double(step) * 1e6, mean = 1.2e8 * spend / (1.1e7 + spend), spread = 1.5e6 + mean * 0.08 * (1 + Double(step) / 20)
                        return .init(x: spend, y: mean, low: max(0, mean - spread), high: mean + spread)
                    }, observed: [(4e6, 3.4e7), (8e6, 4.8e7), (1.1e7, 6.2e7), (1.5e7, 6.7e7), (2e7, 8.0e7), (2.4e7, 8.1e7)],
                    now: (2.4e7, words("当前预算", "Today's budget")))
            }.chartXAxis { $0.title = words("花费", "Spend") }
        },
    ]
}
