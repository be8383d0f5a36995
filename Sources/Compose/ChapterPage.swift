import Model

struct ChapterPage {
    let site: CampaignSite
    let index: Int

    var html: String {
        let chapter = site.chapters[index]
        var writer = PageWriter(site, base: "../", chapter: chapter)
        let title = writer.html(chapter.title)
        let summary = writer.html(chapter.summary)
        let body = writer.html(chapter.blocks)
        let content = writer.render(
            "chapter",
            [
                "number": site.words.sentences.chapter(chapter.order), "title": title,
                "summary": summary.isEmpty ? nil : summary, "body": body, "footnotes": writer.footnotesHTML(),
                "neighbours": neighbours(writer),
            ])
        return PageShell(site: site, place: .chapter(index), base: "../").html(
            kind: "chapter", title: writer.plain(chapter.title), description: writer.plain(chapter.summary),
            content: content, sections: sections(chapter, writer))
    }

    /// The page's own second-level headings, for the navigation.
    private func sections(_ chapter: Chapter, _ writer: PageWriter) -> [PageShell.Section] {
        chapter.blocks.compactMap { block in
            guard case .heading(let level, let inlines, let id) = block, level <= 2, !id.isEmpty else { return nil }
            return PageShell.Section(title: writer.plain(inlines), anchor: writer.headingID(id))
        }
    }

    private func neighbours(_ writer: PageWriter) -> View? {
        guard site.chapters.count > 1 else { return nil }
        return View(["previous": neighbour(-1, writer), "next": neighbour(1, writer)])
    }

    private func neighbour(_ step: Int, _ writer: PageWriter) -> View? {
        guard site.chapters.indices.contains(index + step) else { return nil }
        let chapter = site.chapters[index + step]
        return View(["title": writer.plain(chapter.title), "href": "../\(chapter.slug)/index.html", "isCurrent": false])
    }
}
