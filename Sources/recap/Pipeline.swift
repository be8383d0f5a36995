import Check
import Compose
import Compute
import Draw
import Load
import Model
import Plan
import Write

/// The stages in their order: load → plan → compute → check → draw → compose → write.
struct Pipeline {
    var content: String
    var campaigns: [String]
    var settings: Compute.Settings
    var console: Console

    /// What was computed, and all that is wrong with it.
    struct Checked {
        var campaigns: [Campaign]
        /// Those whose pages are wanted; the rest serve as a baseline.
        var shown: [Campaign]
        var settings: SiteSettings
        var answers: Answers
        var figures: Figures
        var problems: [Problem]
    }

    /// Everything up to the checks. It goes on past problems, so that all are found in one run.
    func check() async -> Checked {
        let (loaded, loadProblems) = Load.campaigns(in: content, only: campaigns)
        let shown = campaigns.isEmpty ? loaded : loaded.filter { campaigns.contains($0.original) }
        let (settings, siteProblems) = Load.site(in: content)
        console.step("read \(loaded.count) campaigns")
        let (work, planProblems) = Plan.work(for: loaded, shown: Set(shown.map(\.id)), methods: analysisMethods)
        console.step("planned \(work.aggregates.count) scans and \(work.queries.count) queries")
        let (answers, computeProblems) = await Compute.answers(to: work, campaigns: loaded, settings: self.settings)
        console.step("computed \(answers.values.count) values")
        let checkProblems = Check.problems(in: shown, answers: answers)
        let (figures, drawProblems) = Draw.figures(for: shown, answers: answers)
        console.step("drew \(figures.charts.count) charts")
        return Checked(
            campaigns: loaded, shown: shown, settings: settings, answers: answers, figures: figures,
            problems: (siteProblems + loadProblems + planProblems + computeProblems + checkProblems + drawProblems).sorted())
    }

    /// The site of what was checked.
    func compose(_ checked: Checked, templates folder: String) throws -> Output {
        let templates = try Templates.load(folder: folder)
        let published = checked.shown.map { campaign in
            var campaign = campaign
            campaign.chapters.removeAll { $0.draft }
            return campaign
        }
        return try Compose.site(
            campaigns: published, answers: checked.answers, figures: checked.figures, templates: templates,
            generator: "Recap \(Recap.version)", settings: checked.settings, problems: checked.problems,
            jobs: settings.jobs)
    }
}
