import Model

/// What the search looks through: the chapters by their sections, the metrics, the findings. A script and no data, since pages that
/// are opened from a disk may load scripts but not fetch files.
///
/// One entry is a list of four texts: its kind (`c` chapter, `m` metric, `f` finding), title, address below the campaign's folder, text.
struct SearchIndex {
    let site: CampaignSite

    var text: String {
        let entries = site.chapters.flatMap(sections) + site.campaign.metrics.values.map(metric) + site.chapters.flatMap(findings)
        let lines = entries.map { entry in JSON.array([entry.kind, entry.title, entry.href, entry.text].map { .string($0) as JSON }).text }
        return "recapIndex([\n" + lines.joined(separator: ",\n") + "\n]);\n"
    }

    private struct Entry {
        var kind: String
        var title: String
        var href: String
        var text: String
    }

    /// A chapter's text up to its first heading, and then from heading to heading.
    private func sections(of chapter: Chapter) -> [Entry] {
        let writer = PageWriter(site, base: "", chapter: chapter)
        let page = "\(chapter.slug)/index.html", title = writer.plain(chapter.title)
        var entries = [Entry(kind: "c", title: title, href: page, text: writer.plain(chapter.summary))]
        for block in chapter.blocks {
            if case .heading(let level, let inlines, let id) = block, level <= 3, !id.isEmpty {
                entries.append(Entry(kind: "c", title: "\(title) · \(writer.plain(inlines))", href: "\(page)#\(HTML.url(writer.headingID(id)))", text: ""))
            } else {
                let text = writer.words(in: block)
                if !text.isEmpty { entries[entries.count - 1].text += (entries[entries.count - 1].text.isEmpty ? "" : " ") + text }
            }
        }
        return entries
    }

    private func metric(_ metric: Metric) -> Entry {
        let value = site.answers.values[ValueKey(campaign: site.campaign.id, metric: metric.id)]?.text
        let parts = [metric.id] + metric.otherNames + [value, metric.description].compactMap { $0 }
        return Entry(kind: "m", title: metric.name, href: "data-dictionary/index.html#\(HTML.url(HTML.id(metric.id)))", text: parts.joined(separator: " · "))
    }

    private func findings(of chapter: Chapter) -> [Entry] {
        let writer = PageWriter(site, base: "", chapter: chapter), page = writer.plain(chapter.title)
        return chapter.uses.analyses.flatMap { block -> [Entry] in
            let href = "\(chapter.slug)/index.html#\(HTML.url(HTML.id(block.id)))"
            return (site.answers.analyses[site.key(block.id)]?.findings ?? []).map { Entry(kind: "f", title: $0.text, href: href, text: page) }
        }
    }
}

extension PageWriter {
    /// The words that a reader finds in a block; those of its numbers' tables excepted.
    fileprivate func words(in block: Block) -> String {
        switch block {
        case .heading(_, let inlines, _), .paragraph(let inlines): plain(inlines)
        case .quote(let blocks): blocks.map(words(in:)).joined(separator: " ")
        case .list(_, _, let items): items.joined().map(words(in:)).joined(separator: " ")
        case .table(let header, _, let rows): ([header] + rows).joined().map(plain).joined(separator: " ")
        case .chart(let chart): [chart.title, chart.subtitle, chart.note].map(plain).filter { !$0.isEmpty }.joined(separator: " ")
        case .metricTable(let table): [table.title, table.note].map(plain).filter { !$0.isEmpty }.joined(separator: " ")
        case .analysis(let analysis): plain(analysis.title)
        case .code(let code, _): code
        case .scorecard, .rule, .html, .query: ""
        }
    }
}
