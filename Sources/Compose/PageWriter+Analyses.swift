import Model

extension PageWriter {
    /// What the method found, in words first; then its chart where it has one, its rows in any case.
    mutating func analysis(_ block: AnalysisBlock) -> String {
        let key = site.key(block.id)
        let title = html(block.title)
        let plainTitle = plain(block.title)
        guard let result = answers.analyses[key] else { return "<p>\(gap(block.id))</p>\n" }
        let findings = result.findings.map { View(["text": $0.text]) }
        let drawn = site.figures.charts[key] != nil
        return render(
            "analysis",
            [
                "id": HTML.id(drawn ? "\(block.id)-analysis" : block.id),
                "title": drawn || title.isEmpty ? nil : title,
                "findings": findings.isEmpty ? nil : View(["items": findings]),
                "figure": drawn
                    ? figure(
                        key, title: title, plainTitle: plainTitle, subtitle: "", rows: result.rows, note: "",
                        source: nil)
                    : nil,
                "table": drawn ? nil : table(result.rows, label: plainTitle, csv: csvLink(block.id)),
            ])
    }
}
