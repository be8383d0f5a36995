import Model

/// What a site has beside its campaigns: the page for addresses that lead nowhere, and what search engines ask for.
struct SitePages {
    let frame: SiteFrame
    /// All pages that a sitemap names.
    let pages: [String]

    private var settings: SiteSettings { frame.settings }

    func add(to plan: inout SitePlan) {
        plan.add("404.html", text: { notFound })
        plan.add("robots.txt", text: { robots })
        if let base = settings.baseURL { plan.add("sitemap.xml", text: { sitemap(base) }) }
    }

    /// Served in place of any missing page, at any depth: with an address of the site its links are whole, without one they lead from
    /// the site's root.
    private var notFound: String {
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

    private func sitemap(_ base: String) -> String {
        let urls = pages.sorted().map { "<url><loc>\(HTML.escape(base + HTML.url(String($0.dropLast("index.html".count)))))</loc></url>\n" }
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n\(urls.joined())</urlset>\n"
    }
}

/// The frame of a page that belongs to no campaign, in the language of the first one.
struct SiteFrame {
    let language: Language
    let settings: SiteSettings
    let templates: Templates
    let generator: String

    var words: Words { Words.of(language) }

    func page(kind: String, title: String, description: String, root: String, home: String, template: String, fields: View.Fields) -> String {
        let common: View.Fields = ["words": WordsView.make(words), "root": root, "language": language.rawValue]
        var own: View.Fields = PageHead(settings: settings, language: language, path: "").fields
        own.merge([
            "title": title, "description": description, "generator": generator, "kind": kind, "home": home, "theme": settings.theme?.value,
            "content": templates.render(template, View(fields.merging(common) { own, _ in own })),
        ]) { _, new in new }
        return templates.render("page", View(own.merging(common) { own, _ in own }))
    }
}
