import Model

/// The site's front page: its campaigns.
struct CampaignsPage {
    let sites: [CampaignSite]
    let templates: Templates
    let generator: String

    var html: String {
        let language = sites.first?.campaign.language ?? .en
        let words = Words.of(language)
        let common: [String: Any?] = ["words": WordsView.make(words), "root": "", "language": language.rawValue]
        let content = templates.render(
            "campaigns", View(["campaigns": sites.map(entry)].merging(common) { own, _ in own }))
        let page: [String: Any?] = [
            "title": words.campaigns, "description": sites.map(\.campaign.title).joined(separator: " · "),
            "generator": generator, "kind": "campaigns", "content": content, "notice": nil, "home": "index.html",
            "navigation": nil,
        ]
        return templates.render("page", View(page.merging(common) { own, _ in own }))
    }

    private func entry(_ site: CampaignSite) -> View {
        let campaign = site.campaign
        let counts = VerdictCounts(site: site)
        let summary = PageWriter(site, base: "").plain(campaign.summary)
        return View([
            "title": campaign.title, "subtitle": campaign.subtitle, "period": site.periodText,
            "summary": summary.isEmpty ? nil : summary, "notice": campaign.notice,
            "href": "\(campaign.id)/index.html", "language": campaign.language.rawValue,
            "verdicts": counts.total > 0 ? counts.sentence : nil,
        ])
    }
}
