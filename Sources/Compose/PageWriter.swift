import Model

/// Writes one page's content as HTML and gathers its footnotes on the way.
struct PageWriter {
    let site: CampaignSite
    /// From the page to the campaign's folder: empty for the overview, `../` for a chapter.
    let base: String
    /// The ids that the page's charts, tables and analyses take.
    private let blockIDs: Set<String>
    var footnotes = FootnoteList()

    var root: String { base + site.up }
    var words: Words { site.words }
    var answers: Answers { site.answers }

    init(_ site: CampaignSite, base: String, chapter: Chapter? = nil) {
        self.site = site
        self.base = base
        let uses = chapter?.uses ?? ContentUses()
        blockIDs = Set((uses.charts.map(\.id) + uses.tables.map(\.id) + uses.analyses.map(\.id)).map(HTML.id))
    }

    /// A heading's anchor; a block of the same name has the name for itself, since files are named after it.
    func headingID(_ id: String) -> String {
        let own = HTML.id(id)
        return blockIDs.contains(own) ? "section-\(own)" : own
    }

    func render(_ template: String, _ fields: View.Fields) -> String {
        site.render(template, fields, root: root)
    }

    /// The address of an entry of the data dictionary; nil where it has no such entry.
    func dictionaryLink(_ anchor: String) -> String? {
        let id = HTML.id(anchor)
        return site.anchors.contains(id) ? "\(base)data-dictionary/index.html#\(HTML.url(id))" : nil
    }

    func csvLink(_ block: String) -> String { "\(base)data/\(HTML.url(block)).csv" }

    /// Where a value or a figure is missing in a lenient build.
    func gap(_ what: String) -> String {
        "<span class=\"gap\">\(HTML.escape(words.gap + words.colon))\(HTML.escape(what))</span>"
    }
}
