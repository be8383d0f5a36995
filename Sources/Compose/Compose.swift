public import Model

/// The last stage before writing: everything computed and drawn becomes the site's files.
public enum Compose {
    /// The whole site, path → bytes. `problems` are those that a lenient build shows instead of failing.
    public static func site(
        campaigns: [Campaign], answers: Answers, figures: Figures, templates: Templates, generator: String,
        settings: SiteSettings = SiteSettings(), problems: [Problem] = [], jobs: Int = 1
    ) throws(Problems) -> Output {
        try plan(
            campaigns: campaigns, answers: answers, figures: figures, templates: templates, generator: generator, settings: settings,
            problems: problems
        ).output(jobs: jobs)
    }

    /// The site's files, each made when it is asked for.
    public static func plan(
        campaigns: [Campaign], answers: Answers, figures: Figures, templates: Templates, generator: String,
        settings: SiteSettings = SiteSettings(), problems: [Problem] = [], histories: [String: History] = [:]
    ) throws(Problems) -> SitePlan {
        let editions = Dictionary(grouping: campaigns, by: \.original).mapValues { campaigns in
            campaigns.map { CampaignSite.Edition(language: $0.language, id: $0.id) }
        }
        let sites = campaigns.map { campaign in
            let languages = editions[campaign.original] ?? []
            return CampaignSite(
                campaign, answers: answers, figures: figures, templates: templates, generator: generator,
                problems: problems.filter { $0.place?.file.hasPrefix(campaign.folder + "/") ?? false }, settings: settings,
                editions: languages.count > 1 ? languages : [], history: histories[campaign.id])
        }
        let wrong = AddressClash.problems(in: sites) + templates.problems(ofThemes: [settings.theme] + campaigns.map(\.theme))
        if !wrong.isEmpty { throw Problems(wrong) }
        var plan = SitePlan()
        plan.add("index.html", text: { CampaignsPage(sites: sites, settings: settings, templates: templates, generator: generator).html })
        for site in sites { add(site, to: &plan) }
        for asset in templates.assets { plan.add("assets/\(asset.path)") { asset.bytes } }
        plan.add("assets/charts.css", text: { figures.styleSheet })
        plan.add("assets/charts-dark.css", text: { figures.darkStyleSheet })
        SitePages(sites: sites, settings: settings, templates: templates, generator: generator).add(to: &plan)
        plan.warnings = sites.compactMap(\.cardWarning)
        return plan
    }

    private static func add(_ site: CampaignSite, to plan: inout SitePlan) {
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
}
