import Model

extension Check {
    /// Rules of tables.yaml that rows break: keys, required cells, allowed values, bounds.
    @Sendable static func dataRules(_ campaign: Campaign, _ answers: Answers) -> [Problem] {
        answers.dataChecks.filter { $0.check.campaign == campaign.id && $0.offending > 0 }.map { result in
            let rows = result.check.rule.offenders(result.offending)
            let examples = result.examples.filter { !$0.isEmpty && $0 != "a row" }
            return Problem(
                result.check.rule.code, "table '\(result.check.table)': \(rows) the rule that \(Words.of(.en).text(of: result.check.rule))", at: result.check.place,
                severity: result.check.rule.isSuspicion ? .warning : .error,
                notes: examples.isEmpty ? [] : ["for example: " + examples.joined(separator: "; ")])
        }
    }
}

extension DataCheck.Rule {
    /// Who breaks it, for the sentence that goes on with "the rule that".
    func offenders(_ count: Int) -> String {
        let noun =
            switch self {
            case .covers: "day"
            case .sum: "sum"
            case .fresh: "table"
            default: "row"
            }
        return count == 1 ? "1 \(noun) breaks" : "\(count) \(noun)s break"
    }

    /// The kind of problem that rows make which break it.
    var code: Diagnostic {
        switch self {
        case .unique: .repeatedKey
        case .present, .required: .emptyCell
        case .allowed: .forbiddenValue
        case .atLeast, .atMost: .outOfBounds
        case .exists: .danglingKey
        case .condition: .brokenCondition
        case .fresh: .staleData
        case .covers: .uncoveredDays
        case .sum: .unequalSums
        case .distinct: .duplicateRows
        case .near: .outliers
        }
    }
}
