import Charts

extension ChartExample {
    static let plans: [ChartExample] = [
        ChartExample("gantt") { words in
            let day = Double(may20)
            return words.chart("活动执行时间线", "How the campaign ran", ValueFormat(.number)) {
                Gantt(
                    [
                        .init(words("预热种草", "Warm-up"), start: day, end: day + 11), .init(words("会场搭建", "Building pages"), start: day - 6, end: day + 3),
                        .init(words("广告投放", "Advertising"), start: day + 2, end: day + 31), .init(words("直播专场", "Live shows"), start: day + 11, end: day + 30),
                        .init(words("大促爆发", "Main sale"), start: day + 28, end: day + 32), .init(words("返场清仓", "Encore"), start: day + 32, end: day + 38),
                    ],
                    events: [
                        .init(words("压测通过", "Load test passed"), moment: day + 1, task: words("会场搭建", "Building pages")),
                        .init(words("支付故障", "Payment outage"), moment: day + 29.02, task: words("大促爆发", "Main sale"), isIncident: true),
                        .init(words("今天", "Today"), moment: day + 35),
                    ])
            }
        },
    ]
}
