import Model

extension PageWriter {
    func scorecard(_ items: [ScorecardBlock.Item]) -> String {
        let cards = items.map { item in
            let key = ValueKey(campaign: site.campaign.id, metric: item.metric.value, terms: item.slice)
            return answers.values[key].map { card($0, label: item.label) } ?? emptyCard(item)
        }
        return render("scorecard", ["cards": cards])
    }

    private func card(_ value: MetricValue, label: String?) -> View {
        let parts = value.text.split(separator: " ", maxSplits: 1)
        return View([
            "name": label ?? value.name, "href": dictionaryLink(value.key.anchor),
            "number": parts.first.map(String.init) ?? value.text, "unit": parts.count > 1 ? String(parts[1]) : nil,
            "isMissing": value.value == nil, "change": change(of: value), "target": target(of: value),
            "interval": value.intervalText.map { "\(words.interval) \($0)" },
            "warning": value.warning.map {
                View(["text": $0 == .alert ? words.alert : words.warning, "kind": $0.rawValue])
            },
            "sparkline": site.figures.sparklines[value.key],
        ])
    }

    /// For rates the difference in points says more than a change of a percentage in percent.
    private func change(of value: MetricValue) -> View? {
        let usesPoints = value.unit == .percent && value.pointsText != nil
        guard let text = usesPoints ? value.pointsText : value.changeText else { return nil }
        let number = usesPoints ? value.points : value.change
        var against = value.baselineName.map(words.sentences.against) ?? ""
        if let baseline = value.baselineText { against += (against.isEmpty ? "" : " ") + baseline }
        if value.comparedPerDay { against += " (\(words.perDay))" }
        return View([
            "text": text, "against": against, "kind": Judgement.kind(number, direction: value.direction),
            "arrow": Judgement.arrow(number),
        ])
    }

    private func target(of value: MetricValue) -> View? {
        guard let text = value.targetText else { return nil }
        return View([
            "text": words.sentences.targetIs(text), "attained": value.attainmentText.map(words.sentences.attained),
            "verdict": value.verdict.map(words.name(of:)), "kind": value.verdict?.rawValue,
            "why": value.verdict == .undecided ? words.undecidedWhy : nil,
        ])
    }

    private func emptyCard(_ item: ScorecardBlock.Item) -> View {
        View([
            "name": item.label ?? site.campaign.metrics[item.metric.value]?.name ?? item.metric.value, "href": nil,
            "number": words.gap, "unit": nil, "isMissing": true, "change": nil, "target": nil, "interval": nil,
            "warning": nil, "sparkline": nil,
        ])
    }
}
