import Charts

extension ChartExample {
    /// Hours until a complaint was settled, by its kind.
    private static func hours(_ words: Words) -> [Sample] {
        var noise = Noise(19)
        return [(words("物流", "Delivery"), 44.0, 160), (words("瑕疵", "Defects"), 30, 90), (words("系统", "Bugs"), 18, 60), (words("发票", "Invoice"), 9, 120)].map { name, mean, count in
            Sample(name, (0..<count).map { _ in max(0.5, mean * (0.35 + 0.9 * noise.next()) + mean * 0.25 * noise.normal()) })
        }
    }

    static let distributions: [ChartExample] = [
        ChartExample("histogram") { words in
            words.chart("投诉处理时长分布", "Hours to settle a complaint", ValueFormat(.count(noun: words("件", "")))) {
                Histogram(hours(words).flatMap(\.values))
            }.chartXAxis { $0.format = ValueFormat(.unit(words("小时", "h"))); $0.title = words("处理时长", "Time to settle") }
        },
        ChartExample("box") { words in
            words.chart("各类投诉的处理时长", "Hours to settle, by kind", ValueFormat(.unit(words("小时", "h")))) { BoxPlot(hours(words)) }
        },
        ChartExample("violin") { words in
            words.chart("各类投诉的处理时长", "Hours to settle, by kind", ValueFormat(.unit(words("小时", "h")))) { ViolinPlot(hours(words)) }
        },
        ChartExample("beeswarm") { words in
            words.chart("各类投诉的处理时长", "Hours to settle, by kind", ValueFormat(.unit(words("小时", "h")))) { Beeswarm(hours(words)) }
        },
    ]
}
