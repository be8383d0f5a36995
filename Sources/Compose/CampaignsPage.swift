import Model

/// The site's front page: its campaigns, each once; the editions of one in other languages are links beside it.
struct CampaignsPage {
    let sites: [CampaignSite]
    let settings: SiteSettings
    let templates: Templates
    let generator: String

    var html: String {
        let frame = SiteFrame(sites: sites, settings: settings, templates: templates, generator: generator)
        let originals = sites.filter { $0.campaign.id == $0.campaign.original }
        return frame.page(
            kind: "campaigns", title: settings.title ?? frame.words.campaigns, description: originals.map(\.campaign.title).joined(separator: " · "),
            root: "", home: "index.html", template: "campaigns",
            fields: ["title": settings.title ?? frame.words.campaigns, "campaigns": originals.map(entry)])
    }

    private func entry(_ site: CampaignSite) -> View {
        let campaign = site.campaign
        let counts = VerdictCounts(site: site)
        let summary = PageWriter(site, base: "").plain(campaign.summary)
        let editions = site.editions.map { View(["language": $0.language.rawValue, "name": $0.language.ownName, "href": "\($0.id)/index.html"]) }
        return View([
            "title": campaign.title, "subtitle": campaign.subtitle, "period": site.periodText,
            "summary": summary.isEmpty ? nil : summary, "notice": campaign.notice,
            "href": "\(campaign.id)/index.html", "language": campaign.language.rawValue,
            "verdicts": counts.total > 0 ? counts.sentence : nil, "editions": editions.isEmpty ? nil : View(["items": editions]),
        ])
    }
}
