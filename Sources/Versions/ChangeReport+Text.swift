package import Model

extension ChangeReport {
    /// For a terminal: a line for each thing that changed, its particulars below it.
    package var text: String {
        let words = VersionWords.of(language), verdicts = Words.of(language)
        func name(_ verdict: Verdict?) -> String { verdict.map(verdicts.name) ?? words.none }
        var lines = ["\(campaign): \(title): \(summary)"]
        for section in sections {
            lines += ["", section.title] + (section.lead.map { ["  \($0)"] } ?? [])
            for row in section.rows {
                let values = [row.before, row.after].compactMap { $0 }
                lines.append("  \(row.mark.rawValue) \(row.label)" + (values.isEmpty ? "" : ": " + values.joined(separator: row.mark == .method ? " | " : " → ")))
                let verdict = row.verdicts.map { "\(words.verdict): \(name($0.before)) → \(name($0.after))" }
                lines += ([row.change, verdict].compactMap { $0 } + row.notes).map { "      \($0)" }
            }
        }
        return lines.joined(separator: "\n")
    }
}
