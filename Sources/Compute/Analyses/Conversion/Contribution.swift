import Model

/// Which parts made a total grow: each one's change, and how many points of the whole's growth it brought.
struct Contribution: AnalysisMethod {
    let name = "contribution"
    let parameters = [AnalysisParameter.metric("metric"), AnalysisParameter("by", .dimension(of: "metric"), isRequired: true), .worth]

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds {
        let metric = block.names("metric")[0]
        let use = MetricUse(campaign: campaign.id, metric: metric.value, dimensions: block.names("by").map(\.value))
        guard campaign.isAdditive(metric.value) else { return AnalysisNeeds(problems: [Problem(.badParameter, "`contribution` takes a sum or a count, and '\(metric.value)' is none", at: metric.place)]) }
        guard let other = campaign.baselineUse(of: use) else {
            return AnalysisNeeds(problems: [Problem(.badParameter, "metric '\(metric.value)' has no baseline that is computed; give it `baseline:` in metrics.yaml", at: metric.place)])
        }
        return AnalysisNeeds(uses: [use, other] + AnalysisNeeds.totals(block, campaign, "worth"))
    }

    func run(_ input: AnalysisInput) -> AnalysisResult {
        let metric = input.block.word("metric") ?? "", by = input.block.word("by") ?? "", unit = input.unit(of: metric)
        let use = MetricUse(campaign: input.campaign.id, metric: metric, dimensions: [by])
        func table(_ use: MetricUse?) -> [Scalar: Double] {
            Dictionary(use.map { input.metrics.rows(of: $0) }?.map { ($0.key[0], $0.value?.double ?? 0) } ?? [], uniquingKeysWith: +)
        }
        // Of a baseline compared per day, as many days as the campaign has.
        let scale = input.baselineScale(of: metric)
        let now = table(use), old = table(input.campaign.baselineUse(of: use)).mapValues { $0 * scale }
        let keys = Set(now.keys).union(old.keys).sorted { (now[$0] ?? 0) - (old[$0] ?? 0) > (now[$1] ?? 0) - (old[$1] ?? 0) || (now[$0] ?? 0) - (old[$0] ?? 0) == (now[$1] ?? 0) - (old[$1] ?? 0) && $0 < $1 }
        let before = keys.sum { old[$0] ?? 0 }, after = keys.sum { now[$0] ?? 0 }
        guard before > 0 else { return Report.nothing(input, "对比期没有数据。", "There are no data for the baseline.") }
        let label = input.label(ofDimension: by, of: metric)
        var report = Report(input, .observed)
        report.names("part", label, label)
        report.numbers("change", "变化", "Change", unit)
        report.numbers("points", "对增长的贡献", "Points of the growth", .percent)
        report.numbers("growth", "自身增长", "Own growth", .percent)
        report.numbers("share_before", "对比期占比", "Share before", .percent)
        report.numbers("share_after", "本期占比", "Share now", .percent)
        for key in keys {
            let a = old[key] ?? 0, b = now[key] ?? 0
            let name = input.metrics.label(of: key, dimension: by, metric: metric, campaign: input.campaign.id)
            report.row(.name(key, name), .number(b - a), .number((b - a) / before), .number(a > 0 ? b / a - 1 : nil), .number(a / before), .number(after > 0 ? b / after : nil))
            report.value("\(key.text)_points", (b - a) / before, .percent)
        }
        report.value("growth", after / before - 1, .percent)
        report.value("change", after - before, unit)
        report.chart(.bar, x: "part", y: "change")
        if let top = keys.first {
            let name = input.metrics.label(of: top, dimension: by, metric: metric, campaign: input.campaign.id), gain = (now[top] ?? 0) - (old[top] ?? 0)
            report.finding(
                "top", "\(name)贡献最大：\(report.text(gain, unit))，占总增长 \(report.change(after / before - 1)) 中的 \(report.points(gain / before))。",
                "\(name) contributed most: \(report.text(gain, unit)), \(report.points(gain / before)) of the growth of \(report.change(after / before - 1)).",
                effect: input.worth.map { Finding.Effect(value: gain * $0) }, evidence: .association, isGood: gain > 0)
        }
        return report.result
    }
}
