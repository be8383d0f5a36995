public import Model

/// What a site's front page says of a campaign, and nothing else of it.
public struct CampaignEntry: Sendable {
    /// The campaign's folder below the site's root.
    public var id: String
    /// Editions in other languages are links beside the original.
    var isOriginal: Bool
    public var language: Language
    var title: String
    var subtitle: String?
    var period: String
    var summary: String?
    var notice: String?
    /// How many targets were met, in words.
    var verdicts: String?
    var editions: [CampaignSite.Edition]

    init(_ site: CampaignSite) {
        let campaign = site.campaign, counts = VerdictCounts(site: site), summary = PageWriter(site, base: "").plain(campaign.summary)
        id = campaign.id
        isOriginal = campaign.id == campaign.original
        language = campaign.language
        title = campaign.title
        subtitle = campaign.subtitle
        period = site.periodText
        self.summary = summary.isEmpty ? nil : summary
        notice = campaign.notice
        verdicts = counts.total > 0 ? counts.sentence : nil
        editions = site.editions
    }

    var view: View {
        let editions = editions.map { View(["language": $0.language.rawValue, "name": $0.language.ownName, "href": "\($0.id)/index.html"]) }
        return View([
            "title": title, "subtitle": subtitle, "period": period, "summary": summary, "notice": notice, "href": "\(id)/index.html", "language": language.rawValue,
            "verdicts": verdicts, "editions": editions.isEmpty ? nil : View(["items": editions]),
        ])
    }
}
