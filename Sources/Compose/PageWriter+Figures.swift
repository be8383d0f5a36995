import Model

extension PageWriter {
    mutating func figure(_ block: ChartBlock) -> String {
        let key = site.key(block.id)
        let rows = answers.rowSets[key]
        return figure(
            key, title: html(block.title), plainTitle: plain(block.title), subtitle: subtitle(block, rows),
            rows: rows, note: html(block.note), source: block.source ?? sources(of: block.rows))
    }

    func figure(
        _ key: BlockKey, title: String, plainTitle: String, subtitle: String, rows: RowSet?, note: String,
        source: String?
    ) -> String {
        let figure = site.figures.charts[key]
        return render(
            "figure",
            [
                "id": HTML.id(key.id), "title": title.isEmpty ? nil : title,
                "subtitle": subtitle.isEmpty ? nil : subtitle,
                "wide": figure?.wide, "narrow": figure?.narrow,
                "gap": figure == nil ? words.gap + words.colon + key.id : nil,
                "table": rows.map { data($0, label: words.viewData + words.colon + plainTitle) },
                "csv": rows == nil ? nil : csvLink(key.id), "picture": figure == nil ? nil : "\(base)charts/\(HTML.url(HTML.id(key.id))).svg", "note": note.isEmpty ? nil : note, "source": source,
            ])
    }

    /// The table behind a chart; of thousands of rows the first, and the file has all.
    private func data(_ rows: RowSet, label: String) -> String {
        if let pivoted = rows.pivoted { return table(pivoted, label: label, sharesScale: true) }
        guard rows.rows.count > Self.mostRows else { return table(rows, label: label) }
        return table(rows.first(Self.mostRows), label: label, note: HTML.escape(words.sentences.firstRows(Self.mostRows, rows.rows.count)))
    }

    private static let mostRows = 100

    /// What the chart measures, and the unit where the drawing leaves it to say: `日成交额（万元）`, `Daily sales ($ million)`.
    mutating func subtitle(_ block: ChartBlock, _ rows: RowSet?) -> String {
        let labels = rows?.columns.filter { $0.role == .value(.value) }.map(\.label) ?? []
        var text = html(block.subtitle)
        if text.isEmpty { text = HTML.escape(words.sentences.list(labels)) }
        guard let unit = site.figures.charts[site.key(block.id)]?.unit.map(HTML.escape) else { return text }
        if text.isEmpty { return unit }
        return site.campaign.language == .zhHans ? "\(text)（\(unit)）" : "\(text) (\(unit))"
    }
}
