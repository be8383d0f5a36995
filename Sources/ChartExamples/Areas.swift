import Charts

extension ChartExample {
    static let areas: [ChartExample] = [
        area("area-stacked", "各渠道访客构成", "Visitors by channel, stacked", .standard),
        area("area-share", "各渠道访客占比", "Share of visitors by channel", .normalized),
        area("area-stream", "话题热度流", "Mentions by topic", .stream),
    ]

    private static func area(_ name: String, _ chinese: String, _ english: String, _ stacking: AreaMark.Stacking) -> ChartExample {
        ChartExample(name) { words in
            var noise = Noise(7)
            return words.chart(chinese, english, ValueFormat(.count(noun: words("人", "")))) {
                for (index, channel) in words.channels.enumerated() {
                    for day in 0..<40 {
                        AreaMark(
                            x: .value("", day: may20 + day), y: .value("", sales(day + index * 4, level: 60_000 / Double(index + 2), &noise).rounded()),
                            stacking: stacking
                        ).foregroundStyle(by: .value(words("渠道", "Channel"), channel))
                    }
                }
            }.chartYAxis { $0.isHidden = stacking == .stream ? true : nil }
        }
    }
}
