import Model

extension PageWriter {
    /// What the method found: under the title in words, then its chart where it has one, else its rows; what it is and can't tell last.
    mutating func analysis(_ block: AnalysisBlock) -> String {
        let key = site.key(block.id)
        guard let result = answers.analyses[key] else { return "<p>\(gap(block.id))</p>\n" }
        let title = html(block.title), plainTitle = plain(block.title)
        let findings = result.findings.map { View(["text": $0.text]) }
        let notes = ([basis(of: result)].compactMap { $0 } + result.notes).map { View(["text": $0]) }
        let drawn = site.figures.charts[key] != nil
        let hasRows = !result.rows.columns.isEmpty && !result.rows.rows.isEmpty
        return render(
            "analysis",
            [
                "id": HTML.id(drawn ? "\(block.id)-analysis" : block.id), "title": title.isEmpty ? nil : title,
                "findings": findings.isEmpty ? nil : View(["items": findings]), "notes": notes,
                "figure": drawn
                    ? figure(key, title: "", plainTitle: plainTitle, subtitle: subtitle(of: result), rows: result.rows, note: "", source: nil) : nil,
                "table": drawn || !hasRows ? nil : table(result.rows, label: plainTitle, csv: csvLink(block.id)),
            ])
    }

    /// What the chart shows, with its unit.
    private mutating func subtitle(of result: AnalysisResult) -> String {
        guard let chart = result.chart else { return "" }
        var shown = result.rows
        let named = Set(chart.encodings[.y].map { [$0.value] } ?? chart.values)
        shown.columns = shown.columns.filter { named.contains($0.id) }
        return subtitle(chart, shown)
    }

    /// "估计 · 样本 168,000"
    private func basis(of result: AnalysisResult) -> String? {
        let count = result.count.map { words.sentences.sampleOf(site.format.text($0, unit: .count(noun: ""))) }
        let parts = [result.nature.map { words.name(of: $0) }, count].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: " · ")
    }
}
