import Model

/// The site's front page: its campaigns, each once; the editions of one in other languages are links beside it.
struct CampaignsPage {
    let entries: [CampaignEntry]
    let frame: SiteFrame

    var html: String {
        let originals = entries.filter(\.isOriginal), title = frame.settings.title ?? frame.words.campaigns
        return frame.page(
            kind: "campaigns", title: title, description: originals.map(\.title).joined(separator: " · "), root: "", home: "index.html",
            template: "campaigns", fields: ["title": title, "campaigns": originals.map(\.view)])
    }
}
