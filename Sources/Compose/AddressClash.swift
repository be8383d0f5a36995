import Model

/// Two pages at one address: one would silently overwrite the other.
enum AddressClash {
    static func problems(in site: CampaignSite) -> [Problem] {
        var problems: [Problem] = []
        if site.campaign.id == "assets" {
            problems.append(Problem(.addressClash, "a campaign cannot be named 'assets': the site's style sheets are there"))
        }
        var taken: [String: String] = [
            "data": "the data files", "data-dictionary": "the data dictionary", "checks": "the checks", "history": "the history", "charts": "the charts' files",
        ]
        for edition in site.editions where edition.id != edition.id.split(separator: "/").first.map(String.init) {
            taken[edition.language.rawValue] = "the edition in \(edition.language.ownName)"
        }
        for chapter in site.chapters {
            if let other = taken[chapter.slug] {
                problems.append(Problem(.addressClash, "the address '\(chapter.slug)' is taken by \(other); set another slug", at: chapter.place))
            }
            taken[chapter.slug] = chapter.file
        }
        return problems
    }
}
