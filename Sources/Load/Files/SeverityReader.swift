import Model

/// `severity:` of campaign.yaml: `{R1210: warning, R1314: off}`.
struct SeverityReader {
    let problems: ProblemList

    init(_ problems: ProblemList) { self.problems = problems }

    private enum Word: String, CaseIterable { case error, warning, off }

    func read(_ value: YAMLValue) -> [Diagnostic: Problem.Severity?] {
        guard let pairs = value.pairs else { return value.expected("a mapping {R1210: warning}") ?? [:] }
        var severities: [Diagnostic: Problem.Severity?] = [:]
        for (key, value) in pairs {
            guard let name = key.located(), let word = value.word("severity", Word.self) else { continue }
            guard let code = Diagnostic(rawValue: name.value) else {
                problems.add(.badValue, "there is no code '\(name.value)'\(suggestion(for: name.value, among: Diagnostic.allCases.map(\.rawValue)))", at: name.place)
                continue
            }
            guard code.isJudgement else {
                problems.add(.badValue, "\(code.rawValue) is always an error: no site can be made past it", at: name.place)
                continue
            }
            severities.updateValue(Problem.Severity(rawValue: word.value.rawValue), forKey: code)
        }
        return severities
    }
}
