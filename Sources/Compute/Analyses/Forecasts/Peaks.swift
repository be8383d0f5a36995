import Model

/// When the rush comes: totals by hour or day of the week, the peak, and peak ÷ mean.
struct Peaks: AnalysisMethod {
    let name = "peaks"
    let parameters = [AnalysisParameter.metric("metric"), AnalysisParameter("by", .choice(["hour", "weekday", "day"]), isRequired: true)]

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds {
        let metric = block.names("metric")[0], by = block.word("by") ?? "hour"
        for leaf in campaign.leaves(of: metric.value) where campaign.dimension(named: by, of: leaf.table) == nil {
            return AnalysisNeeds(problems: [Problem(.unknownColumn, "metric '\(metric.value)' can't be broken down by '\(by)': its table has no `time:`", at: metric.place)])
        }
        return AnalysisNeeds(uses: [MetricUse(campaign: campaign.id, metric: metric.value, dimensions: [by])])
    }

    func run(_ input: AnalysisInput) -> AnalysisResult {
        let metric = input.block.word("metric") ?? "", by = input.block.word("by") ?? "hour", unit = input.unit(of: metric)
        let rows = input.slices(metric, by: by)
        guard let peak = rows.max(by: { $0.value < $1.value }), let least = rows.min(by: { $0.value < $1.value }), rows.count > 1 else { return Report.nothing(input, "没有数据。", "There are no data.") }
        let mean = rows.sum(\.value) / Double(rows.count), label = input.label(ofDimension: by, of: metric)
        var report = Report(input, .observed, count: Double(rows.count))
        report.names("time", label, label, isTime: by == "day")
        report.numbers("value", input.name(of: metric), input.name(of: metric), unit)
        report.numbers("ratio", "对平均", "Against the mean", .times)
        for row in rows { report.row(.name(row.key, row.label), .number(row.value), .number(row.value / mean)) }
        report.value("peak", peak.value, unit)
        report.value("peak_to_mean", peak.value / mean, .times)
        report.value("peak_to_least", least.value > 0 ? peak.value / least.value : nil, .times)
        report.words("peak_time", peak.label)
        if let time = peak.key.number?.double { report.value("peak_place", time, .number) }
        report.chart(by == "day" ? .line : .bar, x: "time", y: "value") { $0.order = .data; $0.showsPeak = true }
        let at = by == "hour" ? input.say("\(peak.label) 时", "\(peak.label):00") : peak.label
        report.finding("peak", "\(input.name(of: metric))在 \(at)最高：\(report.text(peak.value, unit))，是平均的 \(report.text(peak.value / mean, .times))。", "\(input.name(of: metric)), highest at \(at): \(report.text(peak.value, unit)), \(report.text(peak.value / mean, .times)) the mean.", evidence: .association)
        return report.result
    }
}
