import Model
import Statistics

/// What each part makes of a whole, adding up to 100 %, and how concentrated it is: share of voice, cost structure, mix of channels.
struct Shares: AnalysisMethod {
    let name = "shares"
    let parameters = [AnalysisParameter.metric("metric"), AnalysisParameter("by", .dimension(of: "metric"), isRequired: true)]

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds {
        let metric = block.names("metric")[0]
        guard campaign.isAdditive(metric.value) else { return AnalysisNeeds(problems: [Problem(.badParameter, "`shares` takes a sum or a count, and '\(metric.value)' is none", at: metric.place)]) }
        return AnalysisNeeds(uses: [MetricUse(campaign: campaign.id, metric: metric.value, dimensions: block.names("by").map(\.value))])
    }

    func run(_ input: AnalysisInput) -> AnalysisResult {
        let metric = input.block.word("metric") ?? "", by = input.block.word("by") ?? "", unit = input.unit(of: metric)
        let rows = input.slices(metric, by: by).filter { $0.value != 0 }.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
        let total = rows.sum(\.value), rates = input.campaign.leaves(of: metric).compactMap { input.campaign.tables[$0.table]?.sampleRate }
        guard total > 0 else { return Report.nothing(input, "合计为零。", "The total is zero.") }
        // Counted things have an interval; a sample's rest on what was counted. Money has none.
        let sample = rates.map { Number.exact($0).double }.min() ?? 1
        let isCount = if case .count = unit { true } else { false }
        let label = input.label(ofDimension: by, of: metric)
        var report = Report(input, .observed, count: isCount ? total * sample : nil)
        report.names("part", label, label)
        report.numbers("share", "占比", "Share", .percent)
        if isCount { report.bounds(.percent) }
        report.numbers("value", input.name(of: metric), input.name(of: metric), unit)
        for row in rows {
            let share = Estimate(value: row.value / total, low: .nan, high: .nan, count: total * sample)
            let bounds = isCount && row.value > 0 ? wilsonInterval(successes: (row.value * sample).rounded(), trials: max((row.value * sample).rounded(), (total * sample).rounded())) : nil
            report.row([.name(row.key, row.label), .number(share.value)] + (isCount ? [.number(bounds?.low), .number(bounds?.high)] : []) + [.number(row.value)])
            report.value("\(row.key.text.identifier)_share", share.value, .percent, bounds.map { Estimate(value: share.value, low: $0.low, high: $0.high, count: share.count) })
        }
        report.value("herfindahl", Concentration.herfindahl(rows.map { max(0, $0.value) }), .number)
        report.value("largest_share", rows[0].value / total, .percent)
        report.chart(.bar, x: "part", y: "share", low: isCount ? "low" : nil, high: isCount ? "high" : nil)
        report.finding(
            "largest", "\(rows[0].label)占\(input.name(of: metric))的 \(report.text(rows[0].value / total, .percent))，居首\(rows.count > 2 ? "；前三项合计 \(report.text(rows.prefix(3).sum(\.value) / total, .percent))" : "")。",
            "\(rows[0].label) is the largest part of \(input.name(of: metric)) with \(report.text(rows[0].value / total, .percent))\(rows.count > 2 ? "; the first three make \(report.text(rows.prefix(3).sum(\.value) / total, .percent))" : "").", evidence: .association)
        return report.result
    }
}
