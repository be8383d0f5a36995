public import Model

/// The last stage before writing: everything computed and drawn becomes the site's files.
public enum Compose {
    /// The whole site, path → bytes. `problems` are those that a lenient build shows instead of failing.
    public static func site(
        campaigns: [Campaign], answers: Answers, figures: Figures, templates: Templates, generator: String,
        settings: SiteSettings = SiteSettings(), problems: [Problem] = [], jobs: Int = 1
    ) throws(Problems) -> Output {
        let editions = Dictionary(grouping: campaigns, by: \.original).mapValues { campaigns in
            campaigns.map { CampaignSite.Edition(language: $0.language, id: $0.id) }
        }
        let sites = campaigns.map { campaign in
            let languages = editions[campaign.original] ?? []
            return CampaignSite(
                campaign, answers: answers, figures: figures, templates: templates, generator: generator,
                problems: problems.filter { $0.place?.file.hasPrefix(campaign.folder + "/") ?? false }, settings: settings,
                editions: languages.count > 1 ? languages : [])
        }
        let clashes = AddressClash.problems(in: sites) + templates.problems(ofThemes: [settings.theme] + campaigns.map(\.theme))
        if !clashes.isEmpty { throw Problems(clashes) }
        var output = Output()
        output.add("index.html", CampaignsPage(sites: sites, settings: settings, templates: templates, generator: generator).html)
        for site in sites { add(site, to: &output, jobs: jobs) }
        for asset in templates.assets { output.files["assets/\(asset.path)"] = asset.bytes }
        output.add("assets/charts.css", figures.styleSheet)
        SitePages(sites: sites, settings: settings, templates: templates, generator: generator).add(to: &output)
        return output
    }

    /// One file of a campaign's site: its path below the campaign's folder, and how it comes about.
    private struct Page: Sendable {
        var path: String
        var text: @Sendable (CampaignSite) -> String
    }

    /// Pages do not know of each other, so they are written side by side.
    private static func add(_ site: CampaignSite, to output: inout Output, jobs: Int) {
        var pages = [
            Page(path: "index.html") { OverviewPage(site: $0).html },
            Page(path: "data-dictionary/index.html") { DictionaryPage(site: $0).html },
            Page(path: "checks/index.html") { ChecksPage(site: $0).html },
            Page(path: "metrics.json") { MetricsJSON(site: $0).text },
            Page(path: "search.js") { SearchIndex(site: $0).text },
            Page(path: "print.css") { PrintSheet(site: $0).text },
        ]
        for index in site.chapters.indices {
            pages.append(Page(path: "\(site.chapters[index].slug)/index.html") { ChapterPage(site: $0, index: index).html })
        }
        let all = pages
        let texts = parallelMap(all.count, jobs: jobs) { Array(all[$0].text(site).utf8) }
        for (page, text) in zip(all, texts) { output.files["\(site.campaign.id)/\(page.path)"] = text }
        for (path, bytes) in site.chapters.flatMap({ $0.pictures.sorted { $0.key < $1.key } }) {
            output.files["\(site.campaign.id)/\(path)"] = bytes
        }
        for (key, figure) in site.figures.charts.filter({ $0.key.campaign == site.campaign.id }).sorted(by: { $0.key.id < $1.key.id }) {
            output.add("\(site.campaign.id)/charts/\(HTML.id(key.id)).svg", figure.file)
        }
        for file in DataFiles(site: site).files { output.add("\(site.campaign.id)/data/\(file.name).csv", file.text) }
    }
}
