public import Model

/// The last stage before writing: everything computed and drawn becomes the site's files.
public enum Compose {
    /// The whole site, path → bytes. `problems` are those that a lenient build shows instead of failing.
    public static func site(
        campaigns: [Campaign], answers: Answers, figures: Figures, templates: Templates, generator: String,
        settings: SiteSettings = SiteSettings(), problems: [Problem] = [], jobs: Int = 1
    ) throws(Problems) -> Output {
        try plan(
            campaigns: campaigns, answers: answers, figures: figures, composer: SiteComposer(templates: templates, settings: settings, generator: generator),
            problems: problems
        ).output(jobs: jobs)
    }

    /// The site's files, each made when it is asked for.
    public static func plan(
        campaigns: [Campaign], answers: Answers, figures: Figures, composer: SiteComposer, problems: [Problem] = [], histories: [String: History] = [:]
    ) throws(Problems) -> SitePlan {
        var plan = SitePlan(), entries: [CampaignEntry] = [], wrong: [Problem] = []
        for campaign in campaigns {
            do throws(Problems) {
                let (files, entry) = try composer.campaign(
                    campaign, editions: campaigns.filter { $0.original == campaign.original }, answers: answers, figures: figures, problems: problems,
                    history: histories[campaign.id])
                plan.add(files)
                entries.append(entry)
            } catch {
                wrong += error.all
            }
        }
        guard wrong.isEmpty else { throw Problems(wrong) }
        plan.add(composer.shared(by: entries, paths: plan.paths, figures: figures))
        return plan
    }
}
