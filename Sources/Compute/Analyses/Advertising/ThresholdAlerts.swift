import Model

/// On which days a metric was beyond its threshold, and when that should have raised an alarm: after so many days in a row.
struct ThresholdAlerts: AnalysisMethod {
    let name = "threshold_alerts"
    let parameters = [
        AnalysisParameter.metric("metric"), AnalysisParameter("threshold", .number(-1e15...1e15)), AnalysisParameter("days", .whole(1...60)), AnalysisParameter("by", .dimension(of: "metric")),
    ]

    private func limit(_ block: AnalysisBlock, _ campaign: Campaign) -> Double? {
        block.number("threshold") ?? block.word("metric").flatMap { campaign.metrics[$0]?.thresholds.first?.value.double }
    }

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds {
        let metric = block.names("metric")[0]
        guard limit(block, campaign) != nil else { return AnalysisNeeds(problems: [Problem(.badParameter, "metric '\(metric.value)' has no `thresholds:`; name one with `threshold:`", at: metric.place)]) }
        guard campaign.hasDailyRows(metric.value) else { return AnalysisNeeds(problems: [Problem(.badParameter, "metric '\(metric.value)' has no days: its table has no `time:`", at: metric.place)]) }
        return AnalysisNeeds(uses: [MetricUse(campaign: campaign.id, metric: metric.value, dimensions: block.names("by").map(\.value) + ["day"])])
    }

    func run(_ input: AnalysisInput) -> AnalysisResult {
        let metric = input.block.word("metric") ?? "", by = input.block.word("by"), limit = limit(input.block, input.campaign) ?? 0, least = Int(input.block.number("days") ?? 2)
        let isLower = input.campaign.metrics[metric]?.direction == .lower, unit = input.unit(of: metric)
        let rows = input.metrics.rows(of: MetricUse(campaign: input.campaign.id, metric: metric, dimensions: (by.map { [$0] } ?? []) + ["day"]))
        var parts: [Scalar: [(day: Day, value: Double)]] = [:]
        for row in rows {
            guard case .day(let day)? = row.key.last, let value = row.value else { continue }
            parts[by == nil ? .missing : row.key[0], default: []].append((day, value.double))
        }
        var report = Report(input, .observed, count: Double(rows.count))
        let label = by.map { input.label(ofDimension: $0, of: metric) } ?? input.name(of: metric)
        report.names("part", label, label)
        report.names("from", "从", "From")
        report.numbers("days", "连续天数", "Days in a row", .days)
        report.numbers("worst", "最差一天", "Worst day", unit)
        report.texts("alarm", "应告警", "Alarm")
        var beyond = 0, all = 0, alarms = 0, worstPart = ("", 0)
        for part in parts.keys.sorted() {
            let days = (parts[part] ?? []).sorted { $0.day < $1.day }, name = by.map { input.metrics.label(of: part, dimension: $0, metric: metric, campaign: input.campaign.id) } ?? input.name(of: metric)
            var run: [(day: Day, value: Double)] = [], own = 0
            func close() {
                guard !run.isEmpty else { return }
                let worst = isLower ? run.map(\.value).max() : run.map(\.value).min(), isAlarm = run.count >= least
                report.row(.name(part, name), .day(run[0].day), .number(Double(run.count)), .number(worst), .text(isAlarm ? input.say("是", "yes") : input.say("否", "no")))
                if isAlarm { alarms += 1 }
                own += run.count
                run = []
            }
            for (index, day) in days.enumerated() {
                if index > 0, days[index - 1].day + 1 != day.day { close() }
                if isLower ? day.value > limit : day.value < limit { run.append(day) } else { close() }
            }
            close()
            (beyond, all) = (beyond + own, all + days.count)
            if own > worstPart.1 { worstPart = (name, own) }
        }
        report.value("days_beyond", Double(beyond), .days)
        report.value("days_share", all > 0 ? Double(beyond) / Double(all) : nil, .percent)
        report.value("alarms", Double(alarms), .count(noun: ""))
        report.value("threshold", limit, unit)
        let words = isLower ? input.say("高于", "above") : input.say("低于", "below")
        report.note("阈值 \(report.text(limit, unit))；连续 \(least) 天\(words)才告警，免得一天的波动也惊动人。", "Threshold \(report.text(limit, unit)); an alarm needs \(least) days \(words) it in a row, so that one day's noise disturbs nobody.")
        report.finding(
            "alarms", beyond == 0 ? "\(input.name(of: metric))没有一天\(words) \(report.text(limit, unit))。" : "\(input.name(of: metric))有 \(beyond) 天（\(report.text(Double(beyond) / Double(max(1, all)), .percent))）\(words) \(report.text(limit, unit))，应告警 \(alarms) 次\(by == nil ? "" : "；最多的是\(worstPart.0)（\(worstPart.1) 天）")。",
            beyond == 0 ? "\(input.name(of: metric)) was \(words) \(report.text(limit, unit)) on no day." : "\(input.name(of: metric)) was \(words) \(report.text(limit, unit)) on \(beyond) days (\(report.text(Double(beyond) / Double(max(1, all)), .percent))), \(alarms) alarms\(by == nil ? "" : "; most often for \(worstPart.0) (\(worstPart.1) days)").",
            evidence: .association, isGood: beyond == 0)
        return report.result
    }
}
