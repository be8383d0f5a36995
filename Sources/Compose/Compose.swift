public import Model

/// The last stage before writing: everything computed and drawn becomes the site's files.
public enum Compose {
    /// The whole site, path → bytes. `problems` are those that a lenient build shows instead of failing.
    public static func site(
        campaigns: [Campaign], answers: Answers, figures: Figures, templates: Templates, generator: String,
        problems: [Problem] = []
    ) throws(Problems) -> Output {
        let sites = campaigns.map { campaign in
            CampaignSite(
                campaign, answers: answers, figures: figures, templates: templates, generator: generator,
                problems: problems.filter { $0.place?.file.hasPrefix(campaign.folder + "/") ?? false })
        }
        let clashes = AddressClash.problems(in: sites)
        if !clashes.isEmpty { throw Problems(clashes) }
        var output = Output()
        output.add("index.html", CampaignsPage(sites: sites, templates: templates, generator: generator).html)
        for site in sites { add(site, to: &output) }
        for asset in templates.assets { output.files["assets/\(asset.path)"] = asset.bytes }
        output.add("assets/charts.css", figures.styleSheet)
        return output
    }

    private static func add(_ site: CampaignSite, to output: inout Output) {
        let folder = site.campaign.id
        output.add("\(folder)/index.html", OverviewPage(site: site).html)
        for index in site.chapters.indices {
            output.add("\(folder)/\(site.chapters[index].slug)/index.html", ChapterPage(site: site, index: index).html)
        }
        output.add("\(folder)/data-dictionary/index.html", DictionaryPage(site: site).html)
        output.add("\(folder)/checks/index.html", ChecksPage(site: site).html)
        output.add("\(folder)/metrics.json", MetricsJSON(site: site).text)
        for file in DataFiles(site: site).files { output.add("\(folder)/data/\(file.name).csv", file.text) }
    }
}
