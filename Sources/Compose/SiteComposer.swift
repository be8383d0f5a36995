public import Model

/// Makes a site's files: those of its campaigns one by one, then what they share. Of a campaign whose files are written no more has to be
/// in memory than its entry.
public struct SiteComposer: Sendable {
    let templates: Templates
    let settings: SiteSettings
    /// The program's name and version.
    let generator: String

    public init(templates: Templates, settings: SiteSettings, generator: String) {
        (self.templates, self.settings, self.generator) = (templates, settings, generator)
    }

    /// The files of one campaign and its entry.
    ///
    /// - Parameters:
    ///   - editions: the campaign in each of its languages, itself included.
    ///   - problems: those that a lenient build shows instead of failing.
    /// - Throws: `Problems` with two pages at one address or a theme that is not there.
    public func campaign(
        _ campaign: Campaign, editions: [Campaign], answers: Answers, figures: Figures, problems: [Problem] = [], history: History? = nil
    ) throws(Problems) -> (files: SitePlan, entry: CampaignEntry) {
        let site = CampaignSite(
            campaign, answers: answers, figures: figures, templates: templates, generator: generator,
            problems: problems.filter { $0.place?.file.hasPrefix(campaign.folder + "/") ?? false }, settings: settings,
            editions: editions.count > 1 ? editions.map { CampaignSite.Edition(language: $0.language, id: $0.id) } : [], history: history)
        let wrong = AddressClash.problems(in: site) + templates.problems(ofThemes: [settings.theme, campaign.theme])
        guard wrong.isEmpty else { throw Problems(wrong) }
        var files = SitePlan()
        add(site, to: &files)
        files.warnings = [site.cardWarning].compactMap { $0 }
        return (files, CampaignEntry(site))
    }

    private func add(_ site: CampaignSite, to plan: inout SitePlan) {
        let id = site.campaign.id
        plan.add("\(id)/index.html", text: { OverviewPage(site: site).html })
        for (index, chapter) in site.chapters.enumerated() {
            plan.add("\(id)/\(chapter.slug)/index.html", text: { ChapterPage(site: site, index: index).html })
        }
        plan.add("\(id)/data-dictionary/index.html", text: { DictionaryPage(site: site).html })
        plan.add("\(id)/checks/index.html", text: { ChecksPage(site: site).html })
        if let history = site.history { plan.add("\(id)/history/index.html", text: { HistoryPage(site: site, history: history).html }) }
        plan.add("\(id)/metrics.json", text: { MetricsJSON(site: site).text })
        plan.add("\(id)/search.js", text: { SearchIndex(site: site).text })
        plan.add("\(id)/print.css", text: { PrintSheet(site: site).text })
        plan.add("\(id)/card.svg", text: { site.cardSVG })
        if let path = site.cardPath, let card = site.campaign.card { plan.add(path) { card } }
        for (path, bytes) in site.chapters.flatMap({ $0.pictures.sorted { $0.key < $1.key } }) { plan.add("\(id)/\(path)") { bytes } }
        for (key, figure) in site.figures.charts.filter({ $0.key.campaign == id }).sorted(by: { $0.key.id < $1.key.id }) {
            plan.add("\(id)/charts/\(HTML.id(key.id)).svg", text: { figure.file })
        }
        for (name, rows) in DataFiles(site: site).rows { plan.add("\(id)/data/\(name).csv", text: { DataFiles.csv(rows) }) }
    }

    /// What the campaigns share: the front page, the page for wrong addresses, style sheets, what search engines ask for.
    ///
    /// - Parameters:
    ///   - entries: in the order in which the front page lists them.
    ///   - paths: of all files of the campaigns.
    ///   - figures: whose style sheets the charts need.
    public func shared(by entries: [CampaignEntry], paths: [String], figures: Figures) -> SitePlan {
        let frame = SiteFrame(language: entries.first?.language ?? .en, settings: settings, templates: templates, generator: generator)
        var plan = SitePlan()
        plan.add("index.html", text: { CampaignsPage(entries: entries, frame: frame).html })
        for asset in templates.assets { plan.add("assets/\(asset.path)") { asset.bytes } }
        plan.add("assets/charts.css", text: { figures.styleSheet })
        plan.add("assets/charts-dark.css", text: { figures.darkStyleSheet })
        SitePages(frame: frame, pages: ["index.html"] + paths.filter { $0.hasSuffix("/index.html") }).add(to: &plan)
        return plan
    }
}
