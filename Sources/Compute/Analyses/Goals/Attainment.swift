import Model
import OrderedCollections

/// Which targets were met: each metric against its target, with the verdict that its interval allows.
struct Attainment: AnalysisMethod {
    let name = "attainment"
    let parameters = [AnalysisParameter("metrics", .metrics, isRequired: true)]

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds {
        var needs = AnalysisNeeds(uses: AnalysisNeeds.totals(block, campaign, "metrics"))
        for name in block.names("metrics") {
            guard let metric = campaign.metrics[name.value], metric.target == nil else { continue }
            needs.problems.append(Problem(.badParameter, "metric '\(metric.id)' has no target; give it `target:` in metrics.yaml", at: name.place))
        }
        needs.uses += needs.uses.compactMap { campaign.baselineUse(of: $0) }
        return needs
    }

    func run(_ input: AnalysisInput) -> AnalysisResult {
        let campaign = input.campaign, words = Words.of(campaign.language)
        let judged = input.block.names("metrics").compactMap { input.metrics.value(of: ValueKey(campaign: campaign.id, metric: $0.value)) }
        var report = Report(input, .observed)
        for (id, verdict) in [("met", Verdict.met), ("missed", .missed), ("undecided", .undecided)] {
            report.value(id, Double(judged.count { $0.verdict == verdict }), .count(noun: ""))
        }
        report.value("total", Double(judged.count), .count(noun: ""))
        report.result.rows = rows(judged, words)
        // What was missed, furthest from its target first.
        let missed = judged.filter { $0.verdict == .missed }.sorted { ($0.attainment?.double ?? 0, $0.name) < ($1.attainment?.double ?? 0, $1.name) }
        for value in missed {
            report.result.findings.append(Finding(words.sentences.missedTarget(value.name, value.text, value.targetText ?? "—"), id: value.key.metric, isGood: false))
        }
        return report.result
    }

    private func rows(_ values: [MetricValue], _ words: Words) -> RowSet {
        let forms: [Reference.Form] = [.value, .target, .attainment, .interval, .verdict]
        let first = RowSet.Column(id: "metric", label: words.metrics, role: .dimension(isTime: false, isOrdered: true))
        let columns = forms.map { RowSet.Column(id: $0.rawValue, label: words.name(of: $0), role: .value($0)) }
        let rows = values.map { value -> [RowSet.Cell] in
            let name = RowSet.Cell(.text(value.key.metric), text: value.name)
            return [name] + forms.map { RowSets.cell($0, of: value, words) }
        }
        return RowSet(columns: [first] + columns, rows: rows)
    }
}
