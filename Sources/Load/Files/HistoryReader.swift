import Model

/// `history:` of campaign.yaml: `true` for the tags `ID/*`, or `{tags: "v*"}`.
struct HistoryReader {
    let campaign: String
    let problems: ProblemList

    init(campaign: String, _ problems: ProblemList) {
        self.campaign = campaign
        self.problems = problems
    }

    /// The pattern of the tags; nil where no history is wanted.
    func read(_ value: YAMLValue) -> Located<String>? {
        if value.pairs == nil {
            guard ["true", "false"].contains(value.scalar) else { return value.expected("true, false or a mapping {tags: \"v*\"}") }
            return value.scalar == "true" ? Located("\(campaign)/*", at: value.place) : nil
        }
        guard let keys = YAMLMapping(value, "a mapping {tags: …}") else { return nil }
        let pattern = keys.required("tags", of: "history")?.located()
        keys.refuseUnknownKeys(in: "history")
        guard let pattern else { return nil }
        // What git allows in names of tags, with the signs of a pattern.
        let isPattern = !pattern.value.isEmpty && !pattern.value.contains { $0.isWhitespace || "~^:\\".contains($0) } && !pattern.value.contains("..")
        if !isPattern { problems.add(.badValue, "'\(pattern.value)' is no pattern of tags; write one like v* or \(campaign)/*", at: pattern.place) }
        return isPattern ? pattern : nil
    }
}
