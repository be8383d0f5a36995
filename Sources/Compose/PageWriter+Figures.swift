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
                "table": rows.map { table($0, label: words.viewData + words.colon + plainTitle) },
                "csv": rows == nil ? nil : csvLink(key.id), "note": note.isEmpty ? nil : note, "source": source,
            ])
    }

    /// What the chart measures, with its unit: `日成交额（元）`, `Daily sales ($)`.
    private mutating func subtitle(_ block: ChartBlock, _ rows: RowSet?) -> String {
        let values = rows?.columns.filter { $0.role == .value(.value) } ?? []
        let units = Set(values.map(\.unit))
        let labels = values.map(\.label)
        var text = html(block.subtitle)
        if text.isEmpty { text = HTML.escape(words.sentences.list(labels)) }
        guard units.count == 1, let unit = values.first?.unit else { return text }
        let name = HTML.escape(site.format.unitName(unit))
        if name.isEmpty || text.isEmpty { return text + name }
        return site.campaign.language == .zhHans ? "\(text)（\(name)）" : "\(text) (\(name))"
    }
}
