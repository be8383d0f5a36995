import Model
import OrderedCollections
import Statistics

/// How many get from step to step, and where most are lost: rates of neighbouring counts with Wilson intervals.
///
/// Parameters: `steps`, two or more metrics that count the same people or visits, each a part of the one before; `by`,
/// a dimension.
struct Funnel: AnalysisMethod {
    let name = "funnel"
    let parameters = [AnalysisParameter("steps", isRequired: true), AnalysisParameter("by")]

    func uses(of block: AnalysisBlock, in campaign: Campaign) -> (uses: [MetricUse], problems: [Problem]) {
        let steps = block.names("steps")
        var problems = steps.flatMap { block.unknownMetric($0, in: campaign) }
        if steps.count < 2 {
            problems.append(Problem("a funnel needs at least two `steps`", at: block.place))
        }
        for step in steps {
            guard let metric = campaign.metrics[step.value] else { continue }
            if case .count = metric.unit { continue }
            problems.append(Problem("a funnel's steps are counts, and '\(metric.id)' is counted in \(metric.unit.name)", at: step.place))
        }
        if let by = block.names("by").first {
            problems += steps.flatMap { block.unknownDimension(by, of: $0.value, in: campaign) }
        }
        guard problems.isEmpty else { return ([], problems) }
        let dimensions = block.names("by").map(\.value)
        let totals = steps.map { MetricUse(campaign: campaign.id, metric: $0.value) }
        return (totals + (dimensions.isEmpty ? [] : steps.map { MetricUse(campaign: campaign.id, metric: $0.value, dimensions: dimensions) }), [])
    }

    func run(_ block: AnalysisBlock, in campaign: Campaign, reading metrics: any MetricReader) -> AnalysisResult {
        let steps = block.names("steps").map(\.value)
        let format = NumberFormat(language: campaign.language, currency: campaign.currency)
        let words = Words.of(campaign.language)
        let totals = steps.map { metrics.rows(of: MetricUse(campaign: campaign.id, metric: $0)).first?.value }
        var values: OrderedDictionary<String, AnalysisValue> = [:]
        for index in steps.indices.dropLast() {
            values["\(steps[index])_to_\(steps[index + 1])"] = rate(totals[index + 1], of: totals[index], format)
        }
        values["overall"] = rate(totals.last ?? nil, of: totals.first ?? nil, format)
        var rows = RowSet(columns: columns(block, campaign, words), rows: [])
        rows.direction = .higher
        for (key, counts) in groups(block, steps, campaign, metrics) {
            rows.rows += self.rows(counts, steps, group: key, campaign, format)
        }
        return AnalysisResult(
            values: values, rows: rows, findings: worstStep(steps, totals, campaign, format, words), mark: rows.columns.count { $0.isDimension } == 1 ? .funnel : .bar)
    }

    /// A share of counted things with its interval.
    private func rate(_ part: Number?, of whole: Number?, _ format: NumberFormat) -> AnalysisValue {
        let rate = part.flatMap { part in whole.flatMap { part / $0 } }
        var interval: Interval?
        if let part, let whole, let bounds = wilsonInterval(successes: part.double, trials: whole.double),
            let low = Number(bounds.low.rounded(significant: 12)), let high = Number(bounds.high.rounded(significant: 12))
        {
            interval = Interval(low: low, high: high, count: whole)
        }
        return AnalysisValue(number: rate, unit: .percent, text: format.text(rate, unit: .percent), interval: interval)
    }

    /// The counts of each group; one group without a name where the funnel is not broken down.
    private func groups(
        _ block: AnalysisBlock, _ steps: [String], _ campaign: Campaign, _ metrics: any MetricReader
    ) -> [(key: RowSet.Cell?, counts: [Number?])] {
        guard let by = block.names("by").first?.value else {
            return [(nil, steps.map { metrics.rows(of: MetricUse(campaign: campaign.id, metric: $0)).first?.value ?? nil })]
        }
        let tables = steps.map { step in
            Dictionary(
                metrics.rows(of: MetricUse(campaign: campaign.id, metric: step, dimensions: [by])).map { ($0.key, $0.value) },
                uniquingKeysWith: { first, _ in first })
        }
        let keys = (tables.first?.keys.map { $0 } ?? []).sorted {
            let a = tables[0][$0]??.double ?? 0, b = tables[0][$1]??.double ?? 0
            return a != b ? a > b : $0.lexicographicallyPrecedes($1)
        }
        return keys.map { key in
            let label = metrics.label(of: key[0], dimension: by, metric: steps[0], campaign: campaign.id)
            return (RowSet.Cell(key[0], text: label), tables.map { $0[key] ?? nil })
        }
    }

    private func columns(_ block: AnalysisBlock, _ campaign: Campaign, _ words: Words) -> [RowSet.Column] {
        let group = block.names("by").map { by in
            let steps = block.names("steps").map(\.value)
            let label = DimensionLabels(
                campaign: campaign, name: by.value, metrics: steps,
                format: NumberFormat(language: campaign.language, currency: campaign.currency), words: words)
            return RowSet.Column(id: by.value, label: label.label, role: .dimension(isTime: false, isOrdered: true))
        }
        let unit = block.names("steps").first.flatMap { campaign.metrics[$0.value]?.unit }
        return [RowSet.Column(id: "step", label: words.funnelStep, role: .dimension(isTime: false, isOrdered: true))] + group + [
            RowSet.Column(id: "count", label: words.value, role: .value(.value), unit: unit),
            RowSet.Column(id: "rate", label: words.funnelRate, role: .value(.share), unit: .percent),
            RowSet.Column(id: "interval", label: words.interval, role: .value(.interval)),
        ]
    }

    private func rows(
        _ counts: [Number?], _ steps: [String], group: RowSet.Cell?, _ campaign: Campaign, _ format: NumberFormat
    ) -> [[RowSet.Cell]] {
        steps.indices.map { index in
            let metric = campaign.metrics[steps[index]]
            let rate = index == 0 ? nil : self.rate(counts[index], of: counts[index - 1], format)
            let interval = rate?.interval.map { format.interval($0, unit: .percent) } ?? "—"
            return [RowSet.Cell(.text(steps[index]), text: metric?.name ?? steps[index])] + (group.map { [$0] } ?? []) + [
                RowSet.Cell(counts[index].map { .init($0) } ?? .missing, text: format.text(counts[index], unit: metric?.unit ?? .number)),
                RowSet.Cell(rate?.number.map { .init($0) } ?? .missing, text: rate?.text ?? "—"),
                RowSet.Cell(.text(rate?.interval == nil ? "" : interval), text: interval),
            ]
        }
    }

    /// The step at which most are lost.
    private func worstStep(
        _ steps: [String], _ totals: [Number??], _ campaign: Campaign, _ format: NumberFormat, _ words: Words
    ) -> [Finding] {
        let losses = steps.indices.dropLast().compactMap { index -> (index: Int, lost: Number)? in
            guard let before = totals[index] ?? nil, let after = totals[index + 1] ?? nil, let lost = before - after else { return nil }
            return (index, lost)
        }
        guard let worst = losses.max(by: { $0.lost < $1.lost }), worst.lost > Number(0) else { return [] }
        let from = campaign.metrics[steps[worst.index]], to = campaign.metrics[steps[worst.index + 1]]
        let share = rate(totals[worst.index + 1] ?? nil, of: totals[worst.index] ?? nil, format)
        return [
            Finding(
                words.sentences.largestLoss(
                    from?.name ?? "", to?.name ?? "", format.text(worst.lost, unit: from?.unit ?? .number), share.text))
        ]
    }
}
