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
                "basis": basis(of: result), "notes": result.notes.map { View(["text": $0]) },
                "findings": findings.isEmpty ? nil : View(["items": findings]),
                "figure": drawn
                    ? figure(
                        key, title: title, plainTitle: plainTitle, subtitle: "", rows: result.rows, note: "",
                        source: nil)
                    : nil,
                "table": drawn || result.rows.columns.isEmpty ? nil : table(result.rows, label: plainTitle, csv: csvLink(block.id)),
            ])
    }

    /// "估计 · 样本 168,000"
    private func basis(of result: AnalysisResult) -> String? {
        let count = result.count.map { words.sentences.sampleOf(site.format.text($0, unit: .count(noun: ""))) }
        let parts = [result.nature.map { words.name(of: $0) }, count].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: " · ")
    }
}
