import Model
import Statistics

/// How many get from step to step, and where most are lost, in people and in money: rates of neighbouring counts with Wilson intervals.
struct Funnel: AnalysisMethod {
    let name = "funnel"
    let parameters = [
        AnalysisParameter("steps", .metrics, isRequired: true), AnalysisParameter("by", .dimension(of: "steps")), AnalysisParameter("worth", .metrics),
    ]

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds {
        let steps = block.names("steps")
        var needs = AnalysisNeeds(uses: AnalysisNeeds.totals(block, campaign, "steps", "worth"))
        if steps.count < 2 { needs.problems.append(Problem(.badParameter, "a funnel needs at least two `steps`", at: block.place)) }
        for step in steps {
            guard let metric = campaign.metrics[step.value] else { continue }
            if case .count = metric.unit { continue }
            needs.problems.append(Problem(.badParameter, "a funnel's steps are counts, and '\(metric.id)' is counted in \(metric.unit.name)", at: step.place))
        }
        if let by = block.word("by") { needs.uses += steps.map { MetricUse(campaign: campaign.id, metric: $0.value, dimensions: [by]) } }
        return needs
    }

    func run(_ input: AnalysisInput) -> AnalysisResult {
        let steps = input.block.names("steps").map(\.value), campaign = input.campaign
        let names = steps.map { campaign.metrics[$0]?.name ?? $0 }, totals = steps.map { input.total($0) }
        let groups = self.groups(input, steps)
        var report = Report(input, .observed, count: totals.first??.double)
        for index in steps.indices.dropLast() {
            report.value("\(steps[index])_to_\(steps[index + 1])", Self.rate(totals[index + 1], of: totals[index]), .percent)
        }
        report.value("overall", Self.rate(totals.last ?? nil, of: totals.first ?? nil), .percent)
        lost(steps, names, totals, &report)
        let words = Words.of(campaign.language)
        report.names("step", words.funnelStep, words.funnelStep)
        if let by = input.block.word("by") {
            let label = DimensionLabels(campaign: campaign, name: by, metrics: steps, format: input.format, words: words).label
            report.names(by, label, label)
        }
        report.numbers("count", words.value, words.value, steps.first.flatMap { campaign.metrics[$0]?.unit } ?? .number)
        report.numbers("rate", words.funnelRate, words.funnelRate, .percent)
        report.bounds(.percent)
        for (key, counts) in groups {
            for index in steps.indices {
                let rate = index == 0 ? nil : Self.rate(counts[index], of: counts[index - 1])
                report.row(
                    [.name(.text(steps[index]), names[index])] + (key.map { [.name($0.scalar, $0.text)] } ?? [])
                        + [.exact(counts[index]), .number(rate?.value), .low(rate), .high(rate)])
            }
        }
        report.result.rows.direction = .higher
        if let by = input.block.word("by") {
            report.chart(.bar, x: "step", y: "rate", series: by, low: "low", high: "high")
        } else {
            report.chart(.funnel, x: "step", y: "count")
        }
        return report.result
    }

    static func rate(_ part: Number?, of whole: Number?) -> Estimate? {
        guard let part, let whole, let bounds = wilsonInterval(successes: part.double, trials: whole.double) else { return nil }
        return Estimate(value: part.double / whole.double, low: bounds.low, high: bounds.high, count: whole.double)
    }

    /// The counts of each group, largest first; one group without a name where the funnel is not broken down.
    private func groups(_ input: AnalysisInput, _ steps: [String]) -> [(key: RowSet.Cell?, counts: [Number?])] {
        guard let by = input.block.word("by") else { return [(nil, steps.map { input.total($0) })] }
        let tables = steps.map { step in
            Dictionary(
                input.metrics.rows(of: MetricUse(campaign: input.campaign.id, metric: step, dimensions: [by])).map { ($0.key, $0.value) },
                uniquingKeysWith: { first, _ in first })
        }
        let keys = tables[0].keys.sorted {
            let a = tables[0][$0]??.double ?? 0, b = tables[0][$1]??.double ?? 0
            return a != b ? a > b : $0.lexicographicallyPrecedes($1)
        }
        return keys.map { key in
            let label = input.metrics.label(of: key[0], dimension: by, metric: steps[0], campaign: input.campaign.id)
            return (RowSet.Cell(key[0], text: label), tables.map { $0[key] ?? nil })
        }
    }

    /// The step at which most are lost. In money each one lost counts what those who went on came to be worth.
    private func lost(_ steps: [String], _ names: [String], _ totals: [Number?], _ report: inout Report) {
        let losses = steps.indices.dropLast().compactMap { index -> (index: Int, lost: Number)? in
            guard let before = totals[index], let after = totals[index + 1], let lost = before - after else { return nil }
            return (index, lost)
        }
        // Downstream rate × worth of one at the end.
        func worth(_ index: Int) -> Double? {
            guard let worth = report.input.worth, let end = totals.last ?? nil, let after = totals[index + 1], after.double > 0 else { return nil }
            return end.double / after.double * worth
        }
        let ranked = losses.sorted { a, b in
            let x = a.lost.double * (worth(a.index) ?? 1), y = b.lost.double * (worth(b.index) ?? 1)
            return x != y ? x > y : a.index < b.index
        }
        guard let worst = ranked.first, worst.lost > Number(0) else { return }
        let unit = report.input.campaign.metrics[steps[worst.index]]?.unit ?? .number
        let rate = Self.rate(totals[worst.index + 1], of: totals[worst.index])
        let money = worth(worst.index).map { $0 * worst.lost.double }
        if let money { report.value("worst_loss", money, .money) }
        let sentence = Words.of(report.input.campaign.language).sentences.largestLoss(
            names[worst.index], names[worst.index + 1], report.text(worst.lost, unit), report.text(rate?.value, .percent))
        // What all who left would have brought had they gone on is no effect that anything could win back.
        let full = money.map { report.input.say("按后续转化与单值折算 \(report.text($0, .money))。", " At the later steps' rates they stand for \(report.text($0, .money)).") } ?? ""
        report.result.findings.append(Finding(sentence + full, id: "worst_step", evidence: .association, isGood: false))
    }
}
