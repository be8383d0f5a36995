import Model

/// What a reader should know of the data: how far each table reaches, which are samples, which numbers are missing.
struct DataScope {
    let site: CampaignSite

    /// nil for a campaign without tables.
    var view: View? {
        let tables = site.campaign.tables.values.map(row)
        guard !tables.isEmpty else { return nil }
        let last = site.campaign.tables.keys.compactMap { site.answers.sources[site.key($0)]?.days?.upperBound }.max()
        return View(["until": last.map { site.words.sentences.dataUntil("\($0)") }, "tables": tables, "missing": missing.isEmpty ? nil : View(["items": missing])])
    }

    private func row(of table: Table) -> View {
        let source = site.answers.sources[site.key(table.id)]
        let entry = DictionaryTable(site: site, table: table)
        return View([
            "id": table.id, "href": "../data-dictionary/index.html#\(DictionaryTable.anchor(table.id))", "description": table.description,
            "rows": source.map { entry.count($0.rows) } ?? NumberFormat.missing,
            "days": source?.days.map { $0.lowerBound == $0.upperBound ? "\($0.lowerBound)" : "\($0.lowerBound) – \($0.upperBound)" } ?? "",
            "remark": entry.sample ?? "",
        ])
    }

    /// Metrics whose whole has no value, with the reason where one was given.
    private var missing: [View] {
        site.campaign.metrics.values.compactMap { metric in
            guard let value = site.answers.values[ValueKey(campaign: site.campaign.id, metric: metric.id)], value.value == nil else { return nil }
            return View(["name": metric.name, "href": "../data-dictionary/index.html#\(metric.id)", "why": value.notSet ?? ""])
        }
    }
}
