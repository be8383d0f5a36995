import Charts

extension ChartExample {
    private static func retention(cohort: Int, age: Int) -> Double? {
        age == 0 ? 1 : 0.42 / (1 + 0.22 * Double(age)) + 0.008 * Double(cohort)
    }

    static let tables: [ChartExample] = [
        ChartExample("heatmap-week") { words in
            var noise = Noise(13)
            return words.chart("一周各时段订单", "Orders by hour of the week", words.orders) {
                HeatMap.week(words.locale) { day, hour in
                    let evening = 1 / (1 + Double((hour - 20) * (hour - 20)) / 8), noon = 0.5 / (1 + Double((hour - 12) * (hour - 12)) / 4)
                    return ((evening + noon + 0.05) * (day > 5 ? 5200 : 4100) * (0.9 + 0.2 * noise.next())).rounded()
                }
            }
        },
        ChartExample("heatmap-calendar") { words in
            var noise = Noise(14)
            return words.chart("每日成交额日历", "Sales as a calendar", words.money) {
                HeatMap.calendar(words.locale, days: (0..<40).map { (may20 + $0, $0 == 17 ? nil : sales($0, level: 4e6, &noise)) })
            }
        },
        ChartExample("heatmap") { words in
            words.chart("RFM 分层人数", "Customers by recency and frequency", ValueFormat(.count(noun: words("人", "")))) {
                HeatMap(
                    (1...5).reversed().flatMap { recency in
                        (1...5).map { frequency -> HeatMap.Cell in
                            let count = recency * recency * 900 + (6 - frequency) * 2100 + recency * frequency * 260
                            return HeatMap.Cell(column: "F\(frequency)", row: "R\(recency)", value: Double(count))
                        }
                    })
            }
        },
        ChartExample("heatmap-diverging") { words in
            words.chart("人群指数（TGI，100 为均值）", "Audience index, 100 is average", ValueFormat(.number)) {
                HeatMap(
                    zip(words.categories, [[156.0, 121, 88, 64], [171, 133, 72, 51], [74, 96, 122, 118], [112, 126, 97, 70], [90, 102, 108, 104], [61, 148, 131, 58]]).flatMap { name, values in
                        zip(["18–24", "25–34", "35–44", "45+"], values).map { HeatMap.Cell(column: $0, row: name, value: $1) }
                    })
            }.chartColours(.diverging(at: 100))
        },
        ChartExample("cohort") { words in
            words.chart("新客月度留存", "Monthly retention of new customers", words.percent) {
                HeatMap.cohorts(
                    (0..<12).map { cohort in
                        (words("\(cohort + 1)月", "M\(cohort + 1)"), (0..<(12 - cohort)).map { retention(cohort: cohort, age: $0) })
                    }, ages: (0..<12).map { "\($0)" })
            }.chartXAxis { $0.title = words("首购后第几个月", "Months since first order") }
        },
    ]
}
