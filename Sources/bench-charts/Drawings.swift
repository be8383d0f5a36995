import Charts

/// The ten charts of the benchmark.
enum Drawings {
    static let all: [(String, @Sendable (Input) -> any Graphic)] = [
        ("line-4x90", line), ("bar-grouped", grouped), ("bar-stacked", stacked), ("funnel", funnel), ("heatmap-7x24", heatmap), ("donut", donut),
        ("scatter-1000", scatter), ("waterfall", waterfall), ("bullet", bullet), ("cohort-12x12", cohort),
    ]

    private static func chart(_ input: Input, @ChartBuilder _ content: () -> [any ChartContent]) -> Chart {
        Chart(id: "chart", title: input.title, locale: .zhHans, content)
    }

    private static func line(_ input: Input) -> any Graphic {
        chart(input) {
            for row in input.rows {
                LineMark(x: .value("", day: day(row.day ?? "")), y: .value("", row.value)).foregroundStyle(by: .value("", row.series ?? ""))
            }
        }.chartYAxis { $0.title = input.y }
    }

    private static func grouped(_ input: Input) -> any Graphic {
        chart(input) {
            for row in input.rows {
                BarMark(x: .value("", row.category ?? ""), y: .value("", row.value)).foregroundStyle(by: .value("", row.series ?? ""))
                    .position(by: .value("", row.series ?? ""))
            }
        }.chartYAxis { $0.title = input.y }
    }

    private static func stacked(_ input: Input) -> any Graphic {
        chart(input) {
            for row in input.rows { BarMark(x: .value("", row.category ?? ""), y: .value("", row.value)).foregroundStyle(by: .value("", row.series ?? "")) }
        }.chartYAxis { $0.title = input.y }
    }

    private static func funnel(_ input: Input) -> any Graphic { chart(input) { Funnel(input.rows.map { Item($0.step ?? "", $0.value) }) } }
    private static func donut(_ input: Input) -> any Graphic { chart(input) { Donut(input.rows.map { Item($0.part ?? "", $0.value) }) } }

    private static func heatmap(_ input: Input) -> any Graphic {
        chart(input) { HeatMap(input.rows.map { .init(column: "\($0.hour ?? 0)", row: $0.weekday ?? "", value: $0.value) }) }.chartXAxis { $0.title = input.x }
    }

    private static func scatter(_ input: Input) -> any Graphic {
        chart(input) {
            for row in input.rows { PointMark(x: .value("", row.x), y: .value("", row.y)).foregroundStyle(by: .value("", row.group ?? "")) }
        }.chartXAxis { $0.title = input.x }.chartYAxis { $0.title = input.y }
    }

    private static func waterfall(_ input: Input) -> any Graphic {
        chart(input) { Waterfall(input.rows.map { .init($0.step ?? "", $0.value, isTotal: $0.kind == "total") }) }.chartYAxis { $0.title = input.y }
    }

    private static func bullet(_ input: Input) -> any Graphic {
        Bullet(
            id: "chart", title: input.title, locale: .zhHans,
            rows: input.rows.map { row in
                let format = ValueFormat(.unit(input.x ?? ""))
                return .init(
                    name: row.metric ?? "", value: row.value, valueText: format.written(row.value ?? 0, .zhHans), target: row.target,
                    targetText: format.written(row.target ?? 0, .zhHans), isMet: (row.value ?? 0) >= (row.target ?? 0))
            })
    }

    private static func cohort(_ input: Input) -> any Graphic {
        var names: [String] = [], values: [String: [Double?]] = [:]
        for row in input.rows {
            let name = row.cohort ?? ""
            if values[name] == nil { names.append(name) }
            values[name, default: []].append(row.share)
        }
        let ages = (0..<(values.values.map(\.count).max() ?? 0)).map(String.init)
        return Chart(id: "chart", title: input.title, locale: .zhHans, format: ValueFormat(.percent)) {
            HeatMap.cohorts(names.map { ($0, values[$0] ?? []) }, ages: ages)
        }.chartXAxis { $0.title = input.x }
    }

    /// Days since 1970-01-01 of `2025-05-20` (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": days_from_civil).
    private static func day(_ text: String) -> Int {
        var parts = [0, 0, 0], index = 0
        for byte in text.utf8 {
            if byte == UInt8(ascii: "-") { index += 1 } else if index < 3 { parts[index] = parts[index] * 10 + Int(byte) - 48 }
        }
        let year = parts[1] <= 2 ? parts[0] - 1 : parts[0], era = year / 400, ofEra = year - era * 400
        let dayOfYear = (153 * (parts[1] + (parts[1] > 2 ? -3 : 9)) + 2) / 5 + parts[2] - 1
        return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + dayOfYear - 719_468
    }
}
