import Model

/// What a site has beside its campaigns: the page for addresses that lead nowhere, and what search engines ask for.
struct SitePages {
    let sites: [CampaignSite]
    let settings: SiteSettings
    let templates: Templates
    let generator: String

    func add(to plan: inout SitePlan) {
        let pages = plan.paths.filter { $0.hasSuffix("index.html") }
        plan.add("404.html", text: { notFound })
        plan.add("robots.txt", text: { robots })
        if let base = settings.baseURL { plan.add("sitemap.xml", text: { sitemap(base, pages) }) }
    }

    /// Served in place of any missing page, at any depth: with an address of the site its links are whole, without one they lead from
    /// the site's root.
    private var notFound: String {
        let frame = SiteFrame(sites: sites, settings: settings, templates: templates, generator: generator)
        let home = settings.baseURL.map { $0 + "index.html" } ?? "index.html"
        return frame.page(
            kind: "notfound", title: frame.words.notFound, description: frame.words.notFoundWhy, root: settings.baseURL ?? "",
            home: home, template: "notfound", fields: ["home": home])
    }

    private var robots: String {
        var lines = ["User-agent: *", settings.robots == "noindex" ? "Disallow: /" : "Disallow:"]
        if let base = settings.baseURL, settings.robots != "noindex" { lines.append("Sitemap: \(base)sitemap.xml") }
        return lines.joined(separator: "\n") + "\n"
    }

    private func sitemap(_ base: String, _ pages: [String]) -> String {
        let urls = pages.sorted().map { "<url><loc>\(HTML.escape(base + HTML.url(String($0.dropLast("index.html".count)))))</loc></url>\n" }
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n\(urls.joined())</urlset>\n"
    }
}

/// The frame of a page that belongs to no campaign, in the language of the first one.
struct SiteFrame {
    let sites: [CampaignSite]
    let settings: SiteSettings
    let templates: Templates
    let generator: String

    var language: Language { sites.first?.campaign.language ?? .en }
    var words: Words { Words.of(language) }

    func page(kind: String, title: String, description: String, root: String, home: String, template: String, fields: [String: Any?]) -> String {
        let common: [String: Any?] = ["words": WordsView.make(words), "root": root, "language": language.rawValue]
        var own: [String: Any?] = PageHead(settings: settings, words: words, path: "").fields
        own.merge([
            "title": title, "description": description, "generator": generator, "kind": kind, "home": home, "theme": settings.theme?.value,
            "content": templates.render(template, View(fields.merging(common) { own, _ in own })),
        ]) { _, new in new }
        return templates.render("page", View(own.merging(common) { own, _ in own }))
    }
}
