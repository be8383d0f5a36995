import Model

extension Check {
    /// Numbers that must agree with each other whatever the data are: a part is no more than its whole, a later step of a funnel no more
    /// than the one before.
    @Sendable static func identities(_ campaign: Campaign, _ answers: Answers) -> [Problem] {
        parts(campaign, answers) + funnels(campaign, answers) + campaign.identities.compactMap { declared($0, campaign, answers) }
    }

    /// Slices of sums and counts that cannot be negative.
    private static func parts(_ campaign: Campaign, _ answers: Answers) -> [Problem] {
        answers.values.values.compactMap { part in
            guard part.key.campaign == campaign.id, !part.key.slice.isEmpty, !part.key.slice.contains(where: { $0.dimension == "period" }), campaign.isAdditive(part.key.metric),
                let whole = answers.values[ValueKey(campaign: campaign.id, metric: part.key.metric)], let value = part.value, let total = whole.value,
                !isSigned(part.key.metric, campaign), total < value
            else { return nil }
            let slice = part.key.slice.map { "\($0.dimension)=\($0.value)" }.joined(separator: " ")
            return Problem(
                .partBeyondWhole, "'\(part.key.metric)' of \(slice) is \(part.text), more than the whole, \(whole.text)", at: campaign.metrics[part.key.metric]?.place)
        }
    }

    /// Whether a slice may well exceed the whole: some rows count against the others.
    private static func isSigned(_ metric: String, _ campaign: Campaign) -> Bool {
        guard case .measure(let measure)? = campaign.metrics[metric]?.kind else { return true }
        guard measure.function == .sum else { return false }
        guard let argument = measure.argument, argument.columns.count == 1, argument.sql == argument.columns[0].value else { return true }
        let minimum = campaign.tables[measure.table.value]?.columns[argument.sql]?.minimum
        return minimum.map { $0 < 0 } ?? true
    }

    private static func funnels(_ campaign: Campaign, _ answers: Answers) -> [Problem] {
        campaign.uses.analyses.filter { $0.method.value == "funnel" }.flatMap { block -> [Problem] in
            let steps = block.names("steps").compactMap { name in answers.values[ValueKey(campaign: campaign.id, metric: name.value)].map { (name, $0) } }
            return zip(steps, steps.dropFirst()).compactMap { earlier, later in
                guard let first = earlier.1.value, let second = later.1.value, first < second else { return nil }
                return Problem(
                    .risingFunnel, "the step '\(later.0.value)' counts \(later.1.text), more than '\(earlier.0.value)' before it with \(earlier.1.text)", at: later.0.place)
            }
        }
    }

    /// An identity of campaign.yaml; one whose sides can't be computed says so.
    private static func declared(_ identity: Identity, _ campaign: Campaign, _ answers: Answers) -> Problem? {
        func value(_ formula: Formula) -> Number? { formula.value { answers.values[ValueKey(campaign: campaign.id, metric: $0)]?.value } }
        guard let left = value(identity.left), let right = value(identity.right) else {
            return Problem(.brokenIdentity, "'\(identity.text.value)' can't be checked: a value is missing", at: identity.text.place, severity: .warning)
        }
        guard !identity.holds(left.double, right.double) else { return nil }
        let parts = (identity.left.metrics + identity.right.metrics).compactMap { name in
            answers.values[ValueKey(campaign: campaign.id, metric: name.value)].map { "\(name.value): \($0.text)" }
        }
        return Problem(
            .brokenIdentity, "'\(identity.text.value)' does not hold: \(left.plainText) against \(right.plainText)", at: identity.text.place, notes: [parts.joined(separator: ", ")])
    }
}
