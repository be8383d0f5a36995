extension DiffReport {
    /// For a terminal: a line for each thing that changed, its particulars below it.
    package var text: String {
        var lines = ["\(title): \(summary)"]
        for section in sections {
            lines += ["", section.title]
            for row in section.rows {
                let values = [row.before, row.after].compactMap { $0 }
                lines.append("  \(row.mark.rawValue) \(row.name)" + (values.isEmpty ? "" : ": " + values.joined(separator: row.mark == .method ? " | " : " → ")))
                lines += row.notes.map { "      \($0)" }
            }
        }
        return lines.joined(separator: "\n")
    }
}
