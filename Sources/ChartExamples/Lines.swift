import Charts

extension ChartExample {
    static let lines: [ChartExample] = [
        ChartExample("line") { words in
            var noise = Noise(1)
            let values = (0..<40).map { sales($0, level: 4e6, &noise) }
            let peak = values.indices.max { values[$0] < values[$1] }
            return words.chart("每日成交额", "Sales by day", words.money) {
                for (name, first, last, shaded) in [
                    (words("预热", "Warm-up"), 0, 10, true), (words("爆发", "Opening"), 11, 14, false),
                    (words("续售", "Middle"), 15, 27, true), (words("高潮", "Finale"), 28, 31, false), (words("返场", "Encore"), 32, 39, true),
                ] {
                    BandMark(xStart: .value("", day: may20 + first), xEnd: .value("", day: may20 + last), label: name, isShaded: shaded)
                }
                for (day, value) in values.enumerated() {
                    LineMark(x: .value(words("日期", "Day"), day: may20 + day), y: .value(words("成交额", "Sales"), value))
                        .label(day == peak ? words.money.written(value, words.locale) : nil, on: .left)
                }
                RuleMark(y: .value("", 2e7)).label(words("目标 2,000 万元", "Target ¥20M"))
            }
        },
        ChartExample("line-series") { words in
            var noise = Noise(2)
            return words.chart("各渠道每日访客", "Visitors by channel", ValueFormat(.count(noun: words("人", "")))) {
                for (index, channel) in (words.channels + [words("站外广告", "Ads"), words("自然流量", "Direct")]).enumerated() {
                    for day in 0..<90 {
                        LineMark(
                            x: .value("", day: may20 - 30 + day),
                            y: .value("", (sales(day - 30, level: 9000 / Double(index + 1), &noise) + 5000 * Double(6 - index)).rounded())
                        ).foregroundStyle(by: .value(words("渠道", "Channel"), channel))
                    }
                }
            }.chartHighlight(words.channels[1])
        },
        ChartExample("line-gaps") { words in
            var noise = Noise(3)
            return words.chart("支付成功率", "Payment success", words.percent) {
                for day in 0..<30 {
                    let isMissing = (11...13).contains(day) || day == 20 || day == 22
                    LineMark(x: .value("", day: may20 + day), y: .value("", isMissing ? nil : 0.985 + 0.012 * noise.next()))
                        .foregroundStyle(by: .value("", words("本次", "This campaign")))
                    LineMark(x: .value("", day: may20 + day), y: .value("", 0.979 + 0.008 * noise.next()))
                        .foregroundStyle(by: .value("", words("去年同期", "Last year")))
                }
            }.chartMuted(words("去年同期", "Last year"))
        },
        ChartExample("line-log") { words in
            words.chart("话题阅读量（对数轴）", "Topic reads, logarithmic", ValueFormat(.count(noun: words("次", "")))) {
                for day in 0..<30 {
                    let fall = (0..<day).reduce(4.8e7) { value, _ in value * 0.72 }
                    LineMark(x: .value("", day: may20 + day), y: .value("", fall + 900), interpolation: .monotone)
                }
            }.chartYAxis { $0.kind = .log }
        },
        ChartExample("line-hours") { words in
            var noise = Noise(5)
            return words.chart("零点峰值：每秒订单", "Orders per second at midnight", ValueFormat(.unit("TPS"))) {
                for minute in stride(from: 0, to: 360, by: 5) {
                    let moment = Double(may20 - 1) + (22 * 60 + Double(minute)) / 1440
                    let load = minute >= 120 ? 3500 / (1 + Double(minute - 120) / 20) : 300 + Double(minute) * 2
                    LineMark(x: .value("", moment: moment), y: .value("", load + 150 * noise.next()))
                }
                RuleMark(y: .value("", 4000.0)).label(words("容量 4,000", "Capacity 4,000"))
            }
        },
        ChartExample("interval") { words in
            words.chart("预测与实际", "Forecast and actual", words.orders) {
                for day in 0..<28 {
                    let expected = 42_000 + 600 * Double(day), spread = 1500 + 260 * Double(day)
                    AreaMark(x: .value("", day: may20 + day), yStart: .value("", expected - spread), yEnd: .value("", expected + spread))
                    LineMark(x: .value("", day: may20 + day), y: .value("", expected))
                }
            }
        },
    ]
}
