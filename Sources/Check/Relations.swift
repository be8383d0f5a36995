import Model

extension Check {
    /// What quoted numbers say of each other, by claims.yaml.
    @Sendable static func relations(_ campaign: Campaign, _ answers: Answers) -> [Problem] {
        let check = RelationCheck(campaign: campaign, quoted: Dictionary(campaign.quotedNumbers.map { ($0.name.value, $0) }, uniquingKeysWith: { first, _ in first }))
        return RelationOutcome.all(of: campaign, answers).filter { check.isKnown($0.relation) }.compactMap(check.problem)
    }
}

private struct RelationCheck {
    let campaign: Campaign
    let quoted: [String: QuotedNumber]

    /// A name that nobody gave has been reported with the file.
    func isKnown(_ relation: Relation) -> Bool {
        relation.names.allSatisfy { quoted[$0.value] != nil || campaign.period(named: $0.value) != nil || campaign.metricNames.contains($0.value) }
    }

    func problem(with outcome: RelationOutcome) -> Problem? {
        let relation = outcome.relation
        guard let comparison = relation.comparison else { return relation.explanation == nil ? untold(relation) : nil }
        let text = comparison.text.value
        if let (left, right) = outcome.misfit {
            return Problem(.incomparableSides, "'\(text)' can't be compared: one side is in \(left.name), the other in \(right.name)", at: relation.place)
        }
        guard let holds = outcome.holds else {
            return Problem(.brokenIdentity, "'\(text)' can't be checked: a value is missing or a division is by zero", at: relation.place, severity: .warning)
        }
        let sides = "\(outcome.left), \(holds ? "" : "not ")\(comparison.relation == .equal ? "" : comparison.relation.rawValue + " ")\(outcome.right)"
        if holds {
            return relation.explanation == nil ? nil : Problem(.idleExplanation, "'\(text)' holds: \(sides); take `explained:` out", at: relation.place, severity: .warning)
        }
        return relation.explanation == nil ? broken(relation, text, sides) : nil
    }

    private func broken(_ relation: Relation, _ text: String, _ sides: String) -> Problem {
        let notes = notes(relation)
        return switch relation.kind {
        case .statements: Problem(.contradiction, "'\(text)' does not hold: \(sides)", at: relation.place, notes: notes)
        case .target: Problem(.unmentionedMiss, "'\(text)' is missed, and the text does not say so: \(sides)", at: relation.place, notes: notes)
        case .undefined(let needs): Problem(.undefinedNumber, "'\(text)' needs a definition: \(sides); say \(needs)", at: relation.place, severity: .warning, notes: notes)
        }
    }

    private func untold(_ relation: Relation) -> Problem {
        Problem(.unmentionedMiss, "'\(relation.names.first?.value ?? "")' is a target, and the text never says what was reached", at: relation.place, notes: notes(relation))
    }

    /// Why, and where each number stands.
    private func notes(_ relation: Relation) -> [String] {
        let places = relation.names.compactMap { name -> String? in
            if let number = quoted[name.value] { return "\(name.value): \(number.text), \(number.source) (\(number.name.place.file):\(number.name.place.line))" }
            return campaign.period(named: name.value).map { "\(name.value): \($0.start) to \($0.end)" }
        }
        return (relation.why.map { [$0] } ?? []) + places
    }
}
