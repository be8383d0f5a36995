import Model
import OrderedCollections

/// Which targets were met: each metric against its target, with the verdict that its interval allows.
///
/// Parameter: `metrics`, each with a target.
struct Attainment: AnalysisMethod {
    let name = "attainment"
    let parameters = [AnalysisParameter("metrics", isRequired: true)]

    func uses(of block: AnalysisBlock, in campaign: Campaign) -> (uses: [MetricUse], problems: [Problem]) {
        let names = block.names("metrics")
        var problems = names.flatMap { block.unknownMetric($0, in: campaign) }
        for name in names {
            guard let metric = campaign.metrics[name.value], metric.target == nil else { continue }
            problems.append(Problem("metric '\(metric.id)' has no target; give it `target:` in metrics.yaml", at: name.place))
        }
        guard problems.isEmpty else { return ([], problems) }
        let own = names.map { MetricUse(campaign: campaign.id, metric: $0.value) }
        return (own + own.compactMap { campaign.baselineUse(of: $0) }, [])
    }

    func run(_ block: AnalysisBlock, in campaign: Campaign, reading metrics: any MetricReader) -> AnalysisResult {
        let names = block.names("metrics").map(\.value)
        let judged = names.compactMap { metrics.value(of: ValueKey(campaign: campaign.id, metric: $0)) }
        func count(_ verdict: Verdict?) -> AnalysisValue {
            let number = Number(judged.count { $0.verdict == verdict })
            return AnalysisValue(number: number, unit: .count(noun: ""), text: number.plainText)
        }
        let values: OrderedDictionary<String, AnalysisValue> = [
            "met": count(.met), "missed": count(.missed), "undecided": count(.undecided),
            "total": AnalysisValue(number: Number(names.count), unit: .count(noun: ""), text: String(names.count)),
        ]
        return AnalysisResult(values: values, rows: rows(judged, Words.of(campaign.language)), findings: findings(judged, campaign))
    }

    private func rows(_ values: [MetricValue], _ words: Words) -> RowSet {
        let forms: [Reference.Form] = [.value, .target, .attainment, .verdict]
        let first = RowSet.Column(id: "metric", label: words.metrics, role: .dimension(isTime: false, isOrdered: true))
        let columns = forms.map { RowSet.Column(id: $0.rawValue, label: words.name(of: $0), role: .value($0)) }
        let rows = values.map { value -> [RowSet.Cell] in
            let name = RowSet.Cell(.text(value.key.metric), text: value.name)
            return [name] + forms.map { RowSets.cell($0, of: value, words) }
        }
        return RowSet(columns: [first] + columns, rows: rows)
    }

    /// What was missed, furthest from its target first.
    private func findings(_ values: [MetricValue], _ campaign: Campaign) -> [Finding] {
        let words = Words.of(campaign.language)
        return values.filter { $0.verdict == .missed }
            .sorted { ($0.attainment?.double ?? 0, $0.name) < ($1.attainment?.double ?? 0, $1.name) }
            .map { Finding(words.sentences.missedTarget($0.name, $0.text, $0.targetText ?? "—")) }
    }
}
