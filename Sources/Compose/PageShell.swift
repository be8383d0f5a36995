import Model

/// What surrounds a page's content: head, navigation, notice, footer.
struct PageShell {
    enum Place: Equatable {
        case overview
        case chapter(Int)
        case dictionary, checks, history
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
        var order: String?
        if case .chapter(let index) = place { order = String(site.chapters[index].order) }
        var fields = PageHead(
            settings: site.settings, language: site.campaign.language, path: "\(campaign.id)/\(folder)", picture: site.cardPath, editions: site.editions.map { edition in
                (edition.language, "\(edition.id)/\(folder)")
            }
        ).fields
        let own: View.Fields = [
            "title": title == campaign.title ? title : "\(title) · \(campaign.title)",
            "description": description.isEmpty ? title : description,
            "generator": site.generator, "kind": kind, "content": content, "notice": campaign.notice,
            "home": "\(base)\(site.up)index.html", "navigation": navigation(sections), "chapter": order,
            "theme": site.theme, "running": "\(base)print.css", "index": View(["file": "\(base)search.js", "base": base]),
        ]
        fields.merge(own) { _, new in new }
        return site.render("page", fields, root: base + site.up)
    }

    /// The page's own folder below the campaign's.
    private var folder: String {
        switch place {
        case .overview: ""
        case .chapter(let index): "\(site.chapters[index].slug)/"
        case .dictionary: "data-dictionary/"
        case .checks: "checks/"
        case .history: "history/"
        }
    }

    private func navigation(_ sections: [Section]) -> View {
        var chapters = base.isEmpty ? site.chapterLinks.fromOverview : site.chapterLinks.fromPages
        if case .chapter(let index) = place {
            let anchors = sections.map { link($0.title, "#" + HTML.url($0.anchor), isCurrent: false) }
            chapters[index].add(["isCurrent": true, "sections": anchors])
        }
        let languages = site.editions.filter { $0.language != site.campaign.language }.map { edition in
            View([
                "language": edition.language.rawValue, "name": edition.language.ownName,
                "href": "\(base)\(site.up)\(edition.id)/\(folder)index.html",
            ])
        }
        return View([
            "title": site.campaign.title,
            "overview": link(site.words.overview, "\(base)index.html", isCurrent: place == .overview),
            "chapters": chapters, "languages": languages,
            "dictionary": link(
                site.words.dataDictionary, "\(base)data-dictionary/index.html", isCurrent: place == .dictionary),
            "checks": link(site.words.dataChecks, "\(base)checks/index.html", isCurrent: place == .checks),
            "history": site.history == nil ? nil : link(VersionWords.of(site.campaign.language).history, "\(base)history/index.html", isCurrent: place == .history),
        ])
    }

    private func link(_ title: String, _ href: String, isCurrent: Bool) -> View {
        View(["title": title, "href": href, "isCurrent": isCurrent])
    }
}
