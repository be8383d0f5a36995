import Model

/// One campaign with all that its pages are made from.
struct CampaignSite: Sendable {
    let campaign: Campaign
    let answers: Answers
    let figures: Figures
    let templates: Templates
    let generator: String
    let settings: SiteSettings
    /// The campaign in each of its languages, itself included; empty where there is only one.
    let editions: [Edition]
    /// The preview picture below the site's root, where there is one that is up to date.
    var cardPath: String? { campaign.card.flatMap { PNGText.text(CardPicture.keyword, in: $0) } == cardSVG ? "\(campaign.id)/card.png" : nil }
    var cardSVG: String { CardPicture(site: self).svg }

    /// A picture whose numbers are no longer the data's is left out.
    var cardWarning: Problem? {
        guard campaign.card != nil, cardPath == nil else { return nil }
        return Problem(.staleCard, "the preview picture of '\(campaign.id)' shows something else than the review does and is left out; run recap export --format card", severity: .warning)
    }
    /// From the campaign's folder to the site's root.
    let up: String
    /// What is wrong with it, shown on its page of checks; empty in a strict build.
    let problems: [Problem]
    /// Its versions; nil where it has no page of them.
    let history: History?
    let words: Words
    let format: NumberFormat
    /// Drafts left out, in their order.
    let chapters: [Chapter]
    /// What the data dictionary explains: a reference leads only to what is there.
    let anchors: Set<String>
    var theme: String? { (campaign.theme ?? settings.theme)?.value }
    private let wordsView: View
    /// The chapters as the navigation lists them, for a page in the campaign's own folder and for one in a folder below.
    private(set) var chapterLinks: (fromOverview: [View], fromPages: [View]) = ([], [])

    init(
        _ campaign: Campaign, answers: Answers, figures: Figures, templates: Templates, generator: String,
        problems: [Problem], settings: SiteSettings = SiteSettings(), editions: [Edition] = [], history: History? = nil
    ) {
        self.history = history
        self.settings = settings
        self.editions = editions
        up = String(repeating: "../", count: campaign.id.split(separator: "/").count)
        self.campaign = campaign
        self.answers = answers
        self.figures = figures
        self.templates = templates
        self.generator = generator
        self.problems = problems
        words = Words.of(campaign.language)
        wordsView = WordsView.of(campaign.language)
        format = NumberFormat(language: campaign.language, currency: campaign.currency)
        chapters = campaign.chapters.filter { !$0.draft }.sorted { ($0.order, $0.slug) < ($1.order, $1.slug) }
        anchors = CampaignSite.anchors(of: campaign, answers: answers)
        chapterLinks = (links(from: ""), links(from: "../"))
    }

    private func links(from base: String) -> [View] {
        let writer = PageWriter(self, base: base)
        return chapters.map { chapter in
            View(["title": writer.plain(chapter.title), "href": "\(base)\(chapter.slug)/index.html", "isCurrent": false, "number": String(chapter.order), "sections": [View]()])
        }
    }

    struct Edition: Sendable {
        var language: Language
        var id: String
    }

    /// A template filled with its own fields and with what every template is given.
    func render(_ template: String, _ fields: View.Fields, root: String) -> String {
        var view = View(fields)
        view.add(["words": wordsView, "root": root, "language": campaign.language.rawValue])
        return templates.render(template, view)
    }

    func key(_ block: String) -> BlockKey { BlockKey(campaign: campaign.id, id: block) }

    /// "2025年5月20日–6月30日", "1 March 2025 – 31 March 2025"
    var periodText: String {
        let period = campaign.period
        let sameYear = campaign.language == .zhHans && period.start.parts.year == period.end.parts.year
        return words.sentences.span(
            format.dayLong(period.start), sameYear ? format.day(period.end) : format.dayLong(period.end))
    }

    private static func anchors(of campaign: Campaign, answers: Answers) -> Set<String> {
        var anchors = Set(campaign.metrics.keys)
        for key in answers.values.keys where key.campaign == campaign.id { anchors.insert(HTML.id(key.anchor)) }
        for (key, analysis) in answers.analyses where key.campaign == campaign.id {
            for name in analysis.values.keys { anchors.insert(HTML.id("\(key.id).\(name)")) }
        }
        return anchors
    }
}
