import Model

/// What stands in the text for each reference.
struct References {
    let campaign: Campaign
    let answers: Answers
    let format: NumberFormat

    init(campaign: Campaign, answers: Answers) {
        self.campaign = campaign
        self.answers = answers
        format = NumberFormat(language: campaign.language, currency: campaign.currency)
    }

    /// nil where the reference could not be resolved; that has been reported.
    func answer(_ reference: Reference) -> Result<ReferenceAnswer, Problem>? {
        if reference.name.value.contains(".") { return result(reference) }
        if reference.form.value == .name {
            guard let metric = campaign.metrics[reference.name.value] else { return nil }
            return .success(ReferenceAnswer(text: metric.name, anchor: metric.id, title: metric.description ?? metric.name))
        }
        let key = ValueKey(campaign: campaign.id, metric: reference.name.value, terms: reference.slice)
        guard let value = answers.values[key] else { return nil }
        return .success(reference.form.value == .share ? share(value, reference) : shown(value, reference.form.value))
    }

    private func shown(_ value: MetricValue, _ form: Reference.Form) -> ReferenceAnswer {
        let (text, number, unit): (String?, Number?, Unit) =
            switch form {
            case .value, .share, .name: (value.text, value.value, value.unit)
            case .change: (value.changeText, value.change, .percent)
            case .points: (value.pointsText, value.points, .percent)
            case .target: (value.targetText, value.target?.low, value.unit)
            case .attainment: (value.attainmentText, value.attainment, .percent)
            case .interval: (value.intervalText, nil, value.unit)
            case .baseline: (value.baselineText, value.baseline, value.unit)
            case .verdict: (value.verdict.map { Words.of(campaign.language).name(of: $0) }, nil, .number)
            }
        return ReferenceAnswer(
            text: text ?? "—", anchor: value.key.anchor, title: title(of: value), isMissing: text == nil || text == "—",
            number: number, unit: unit)
    }

    private func share(_ whole: MetricValue, _ reference: Reference) -> ReferenceAnswer {
        let key = ValueKey(
            campaign: campaign.id, metric: reference.name.value, terms: reference.slice + reference.shareOf)
        let part = answers.values[key]
        let share = part?.value.flatMap { part in whole.value.flatMap { part / $0 } }
        return ReferenceAnswer(
            text: format.text(share, unit: .percent), anchor: key.anchor, title: title(of: part ?? whole),
            isMissing: share == nil, number: share, unit: .percent)
    }

    private func title(of value: MetricValue) -> String {
        let definition = campaign.metrics[value.key.metric].map { Words.of(campaign.language).definition(of: $0, in: campaign) }
        return [value.name, definition].compactMap { $0 }.joined(separator: " · ")
    }

    /// A result of an analysis, or a column of a query with one row.
    private func result(_ reference: Reference) -> Result<ReferenceAnswer, Problem>? {
        let parts = reference.name.value.split(separator: ".", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return nil }
        let key = BlockKey(campaign: campaign.id, id: parts[0])
        if let analysis = answers.analyses[key] {
            guard let value = analysis.values[parts[1]] else {
                let near = suggestion(for: parts[1], among: analysis.values.keys)
                return .failure(Problem(.unknownResult, "analysis '\(parts[0])' has no result '\(parts[1])'\(near)", at: reference.name.place))
            }
            let text = reference.form.value == .interval ? value.interval.map { format.interval($0, unit: value.unit) } : value.text
            return .success(
                ReferenceAnswer(text: text ?? "—", title: parts[0], isMissing: value.number == nil, number: value.number, unit: value.unit))
        }
        guard let table = answers.queries[key] else { return nil }
        guard let column = table.columns.firstIndex(of: parts[1]) else {
            let near = suggestion(for: parts[1], among: table.columns)
            return .failure(Problem(.unknownResult, "sql block '\(parts[0])' has no column '\(parts[1])'\(near)", at: reference.name.place))
        }
        guard table.rows.count == 1 else {
            return .failure(
                Problem(.badResult, "sql block '\(parts[0])' gives \(table.rows.count) rows; a reference needs exactly one", at: reference.name.place))
        }
        let scalar = table.rows[0][column]
        let text = scalar.number.map { format.text($0, unit: .number) } ?? scalar.text
        return .success(
            ReferenceAnswer(text: text.isEmpty ? "—" : text, title: reference.name.value, isMissing: scalar == .missing, number: scalar.number))
    }
}
