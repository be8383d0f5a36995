import Model
import Statistics

/// Why a ratio moved: the parts' own rates, or the parts' weights.
struct MixEffect: AnalysisMethod {
    let name = "mix"
    let parameters = [AnalysisParameter.metric("metric"), AnalysisParameter("by", .dimension(of: "metric"), isRequired: true)]

    private func parts(_ block: AnalysisBlock, _ campaign: Campaign) -> [String]? {
        guard let metric = block.word("metric"), case .ratio(let top, let bottom)? = campaign.metrics[metric]?.kind else { return nil }
        return [top.value, bottom.value]
    }

    private func baseline(_ use: MetricUse, of metric: String, _ campaign: Campaign) -> MetricUse? {
        var whole = MetricUse(campaign: campaign.id, metric: metric)
        whole.dimensions = use.dimensions
        return campaign.baselineUse(of: whole).map { var other = $0; other.metric = use.metric; return other }
    }

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds {
        let metric = block.names("metric")[0], by = block.word("by") ?? ""
        guard let parts = parts(block, campaign) else {
            return AnalysisNeeds(problems: [Problem(.badParameter, "`mix` takes a metric with `ratio:`, and '\(metric.value)' has none", at: metric.place)])
        }
        let own = parts.map { MetricUse(campaign: campaign.id, metric: $0, dimensions: [by]) }
        let other = own.compactMap { baseline($0, of: metric.value, campaign) }
        guard other.count == 2 else {
            return AnalysisNeeds(problems: [Problem(.badParameter, "metric '\(metric.value)' has no baseline that is computed; give it `baseline:` in metrics.yaml", at: metric.place)])
        }
        return AnalysisNeeds(uses: own + other)
    }

    func run(_ input: AnalysisInput) -> AnalysisResult {
        let metric = input.block.word("metric") ?? "", by = input.block.word("by") ?? "", parts = parts(input.block, input.campaign) ?? []
        func table(_ use: MetricUse?) -> [Scalar: Double] {
            Dictionary(use.map { input.metrics.rows(of: $0) }?.map { ($0.key[0], $0.value?.double ?? 0) } ?? [], uniquingKeysWith: +)
        }
        let own = parts.map { MetricUse(campaign: input.campaign.id, metric: $0, dimensions: [by]) }
        let now = own.map { table($0) }, old = own.map { table(baseline($0, of: metric, input.campaign)) }
        let keys = Set(now[1].keys).union(old[1].keys).sorted()
        let sums = keys.map { key in
            (before: (top: old[0][key] ?? 0, bottom: old[1][key] ?? 0), after: (top: now[0][key] ?? 0, bottom: now[1][key] ?? 0))
        }
        guard let result = MixAndRate(sums) else { return Report.nothing(input, "对比期或本期没有数据。", "There are no data for one of the two periods.") }
        let unit = input.unit(of: metric), label = input.label(ofDimension: by, of: metric)
        var report = Report(input, .observed, count: now[1].values.sorted().sum)
        report.names("part", label, label)
        report.numbers("rate_effect", "自身变化的影响", "Effect of its own rate", unit)
        report.numbers("mix_effect", "占比变化的影响", "Effect of its share", unit)
        report.numbers("total", "合计", "Total", unit)
        report.numbers("before", "对比期", "Before", unit)
        report.numbers("after", "本期", "After", unit)
        let rows = zip(keys.indices, result.parts).sorted { abs($0.1.rate + $0.1.mix) > abs($1.1.rate + $1.1.mix) }
        for (index, part) in rows {
            let sum = sums[index], name = input.metrics.label(of: keys[index], dimension: by, metric: metric, campaign: input.campaign.id)
            report.row(
                .name(keys[index], name), .number(part.rate), .number(part.mix), .number(part.rate + part.mix), .number(sum.before.bottom > 0 ? sum.before.top / sum.before.bottom : nil),
                .number(sum.after.bottom > 0 ? sum.after.top / sum.after.bottom : nil))
        }
        let rate = result.parts.sum(\.rate), mix = result.parts.sum(\.mix)
        report.value("rate_effect", rate, unit)
        report.value("mix_effect", mix, unit)
        report.value("change", result.change, unit)
        report.lines("part", ["rate_effect", "mix_effect"], mark: .bar)
        report.note("“自身变化”指各部分的水平变了，“占比变化”指水平不同的部分此消彼长；两者之和等于总变化。", "“Own rate” is each part getting better or worse, “share” is better parts growing or shrinking; both add up to the change.")
        func text(_ value: Double) -> String { unit == .percent ? report.points(value) : report.text(value, unit) }
        report.finding(
            "mix", "\(input.name(of: metric))变化 \(text(result.change))：各\(label)自身的变化贡献 \(text(rate))，结构变化贡献 \(text(mix))。",
            "\(input.name(of: metric)) moved by \(text(result.change)): \(text(rate)) from the parts' own rates, \(text(mix)) from their mix.", evidence: .association,
            isGood: input.campaign.metrics[metric].map { $0.direction == .lower ? result.change < 0 : result.change > 0 })
        return report.result
    }
}
