import Model

extension PageWriter {
    mutating func table(_ block: TableBlock) -> String {
        let title = html(block.title)
        let note = html(block.note)
        guard let rows = answers.rowSets[site.key(block.id)] else { return "<p>\(gap(block.id))</p>\n" }
        return table(
            rows, id: HTML.id(block.id), label: plain(block.title), caption: title, csv: csvLink(block.id), note: note,
            source: sources(of: block.rows))
    }

    /// A table; where it lies under a figure, the figure says title, note and source.
    func table(
        _ rows: RowSet, id: String? = nil, label: String, caption: String = "", csv: String? = nil, note: String = "",
        source: String? = nil, sharesScale: Bool = false
    ) -> String {
        var fields = TableView(site: site, rows: rows, sharesScale: sharesScale).fields
        let texts: View.Fields = [
            "id": id, "label": label.isEmpty ? nil : label, "caption": caption.isEmpty ? nil : caption, "csv": csv,
            "note": note.isEmpty ? nil : note, "source": source,
        ]
        fields.merge(texts) { _, new in new }
        return render("table", fields)
    }

    /// Where the rows' tables come from, as tables.yaml says; each source once.
    func sources(of rows: RowSource) -> String? {
        guard case .metrics(let metrics, _) = rows else { return nil }
        let tables = metrics.flatMap { site.campaign.leaves(of: $0.value).map(\.table) }
        var names: [String] = []
        for table in tables {
            if let source = site.campaign.tables[table]?.source, !names.contains(source) { names.append(source) }
        }
        return names.isEmpty ? nil : names.joined(separator: site.campaign.language == .zhHans ? "；" : "; ")
    }
}
