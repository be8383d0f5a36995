import Model

extension Check {
    /// Rules of tables.yaml that rows break: keys, required cells, allowed values, bounds.
    @Sendable static func dataRules(_ campaign: Campaign, _ answers: Answers) -> [Problem] {
        answers.dataChecks.filter { $0.check.campaign == campaign.id && $0.offending > 0 }.map { result in
            let rows = result.offending == 1 ? "1 row breaks" : "\(result.offending) rows break"
            let examples = result.examples.filter { !$0.isEmpty && $0 != "a row" }
            return Problem(
                result.check.rule.code, "table '\(result.check.table)': \(rows) the rule that \(Words.of(.en).text(of: result.check.rule))", at: result.check.place,
                notes: examples.isEmpty ? [] : ["for example: " + examples.joined(separator: "; ")])
        }
    }
}

extension DataCheck.Rule {
    /// The kind of problem that rows make which break it.
    var code: Diagnostic {
        switch self {
        case .unique: .repeatedKey
        case .present, .required: .emptyCell
        case .allowed: .forbiddenValue
        case .atLeast, .atMost: .outOfBounds
        case .exists: .danglingKey
        }
    }
}
