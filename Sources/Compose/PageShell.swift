import Model

/// What surrounds a page's content: head, navigation, notice, footer.
struct PageShell {
    enum Place: Equatable {
        case overview
        case chapter(Int)
        case dictionary, checks
    }

    /// A heading of the page that the navigation leads to.
    struct Section {
        var title: String
        var anchor: String
    }

    let site: CampaignSite
    let place: Place
    /// From the page to the campaign's folder.
    let base: String

    /// `kind` becomes a class of the body, for the style sheet.
    func html(kind: String, title: String, description: String, content: String, sections: [Section] = []) -> String {
        let campaign = site.campaign
        return site.render(
            "page",
            [
                "title": title == campaign.title ? title : "\(title) · \(campaign.title)",
                "description": description.isEmpty ? title : description,
                "generator": site.generator, "kind": kind, "content": content, "notice": campaign.notice,
                "home": "\(base)../index.html", "navigation": navigation(sections),
            ], root: base + "../")
    }

    private func navigation(_ sections: [Section]) -> View {
        let writer = PageWriter(site, base: base)
        let anchors = sections.map { link($0.title, "#" + HTML.url($0.anchor), isCurrent: false) }
        let chapters = site.chapters.enumerated().map { index, chapter in
            let isCurrent = place == .chapter(index)
            var view = link(writer.plain(chapter.title), "\(base)\(chapter.slug)/index.html", isCurrent: isCurrent)
            view.add(["number": String(chapter.order), "sections": isCurrent ? anchors : [View]()])
            return view
        }
        return View([
            "title": site.campaign.title,
            "overview": link(site.words.overview, "\(base)index.html", isCurrent: place == .overview),
            "chapters": chapters,
            "dictionary": link(
                site.words.dataDictionary, "\(base)data-dictionary/index.html", isCurrent: place == .dictionary),
            "checks": link(site.words.dataChecks, "\(base)checks/index.html", isCurrent: place == .checks),
        ])
    }

    private func link(_ title: String, _ href: String, isCurrent: Bool) -> View {
        View(["title": title, "href": href, "isCurrent": isCurrent])
    }
}
