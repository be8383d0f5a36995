import Model

extension Evaluation {
    /// The metrics that only name a number computed elsewhere: taken over once all others are known.
    func showNumbers(of campaign: Campaign, _ answers: inout Answers, _ problems: inout [Problem]) {
        let references = References(campaign: campaign, answers: answers)
        for metric in campaign.metrics.values {
            guard case .shows(let reference) = metric.kind, reference.form.value.isNumber else { continue }
            switch references.answer(reference) {
            case .success(let answer)?:
                if let unit = answer.unit, !metric.unit.counts(like: unit) {
                    problems.append(
                        Problem(.otherUnit, "metric '\(metric.id)' is counted in \(metric.unit.name), but what it shows in \(unit.name)", at: reference.place))
                }
                let key = ValueKey(campaign: campaign.id, metric: metric.id)
                answers.values[key] = ShownNumber(metric: metric, reference: reference, answer: answer, campaign: campaign).value(answers)
            case .failure(let problem)?: problems.append(problem)
            case nil: break
            }
        }
    }
}

/// A metric's value, taken from where it is computed.
private struct ShownNumber {
    let metric: Metric
    let reference: Reference
    let answer: ReferenceAnswer
    let campaign: Campaign

    func value(_ answers: Answers) -> MetricValue {
        let format = NumberFormat(language: campaign.language, currency: campaign.currency)
        let key = ValueKey(campaign: campaign.id, metric: reference.name.value, terms: reference.slice)
        let source = answers.values[key]
        var value = MetricValue(
            key: ValueKey(campaign: campaign.id, metric: metric.id), name: metric.name, unit: metric.unit, direction: metric.direction, value: answer.number,
            text: answer.number == nil || [.change, .points].contains(reference.form.value) ? answer.text : format.text(answer.number, unit: metric.unit, decimals: metric.decimals), sql: source?.sql ?? "", tables: source?.tables ?? [])
        // An interval belongs to the value itself, not to its change or share.
        if reference.form.value == .value {
            value.interval = source?.interval ?? result(answers)?.interval
            value.intervalText = value.interval.map { format.interval($0, unit: metric.unit) }
        }
        Values.judge(&value, metric, format)
        return value
    }

    private func result(_ answers: Answers) -> AnalysisValue? {
        let parts = reference.name.value.split(separator: ".", maxSplits: 1).map(String.init)
        return parts.count == 2 ? answers.analyses[BlockKey(campaign: campaign.id, id: parts[0])]?.values[parts[1]] : nil
    }
}

extension Unit {
    /// Whether a number in the other unit can be shown as one in this.
    fileprivate func counts(like other: Unit) -> Bool {
        switch (self, other) {
        case (.count, .count), (.number, .times), (.times, .number), (.count, .number), (.number, .count): true
        default: self == other
        }
    }
}
