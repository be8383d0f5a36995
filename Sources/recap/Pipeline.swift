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

    /// The same without what earlier runs have kept: for an edition's lock, which must not rest on it.
    var anew: Pipeline {
        var pipeline = self
        pipeline.settings.cache = .none
        return pipeline
    }

    /// All that a run rests on besides the files of its folders.
    var identity: [String] {
        [content, "campaigns"] + campaigns + ["engine", settings.engine ?? "", Compute.identity, Load.identity, "data"]
            + settings.dataFolders.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
    }

    /// The folders that a run reads.
    var folders: [String] { [content] + settings.dataFolders.values.sorted() }

    /// What was computed, and all that is wrong with it.
    struct Checked {
        var campaigns: [Campaign]
        /// Those whose pages are wanted; the rest serve as a baseline.
        var shown: [Campaign]
        var settings: SiteSettings
        var answers: Answers
        var figures: Figures
        /// What versions there were, by campaign; of those that ask for it, where they were looked up.
        var histories: [String: History] = [:]
        var problems: [Problem]
        /// What the answers and figures were made from.
        var fingerprint: Fingerprint
    }

    /// Everything up to the checks. It goes on past problems, so that all are found in one run.
    ///
    /// - Parameter last: an earlier round without errors, whose answers serve again where only words have changed.
    ///   `changed` are the files that changed since, all of them.
    /// - Parameter probe: a chapter that is asked along with a campaign's own, to compute what it names.
    func check(reusing last: Checked? = nil, changed: [String] = [], probe: ((Campaign) -> Chapter?)? = nil) async -> Checked {
        var (loaded, loadProblems) = load(last, changed)
        if let probe {
            for index in loaded.indices { loaded[index].chapters += probe(loaded[index]).map { [$0] } ?? [] }
        }
        let shown = campaigns.isEmpty ? loaded : loaded.filter { campaigns.contains($0.original) }
        let (settings, siteProblems) = Load.site(in: content)
        console.step("read \(loaded.count) campaigns")
        let fingerprint = Fingerprint(of: loaded, dataFolders: self.settings.dataFolders)
        if let last, last.fingerprint == fingerprint {
            var (checked, problems) = (last, siteProblems + loadProblems)
            (checked.campaigns, checked.shown, checked.settings) = (loaded, shown, settings)
            checked.answers.references = [:]
            for campaign in loaded { problems += Compute.answerReferences(of: campaign, in: &checked.answers) }
            checked.problems = (problems + Check.problems(in: shown, answers: checked.answers)).weighed(by: loaded).sorted()
            return checked
        }
        let (work, planProblems) = Plan.work(for: loaded, shown: Set(shown.map(\.id)), methods: analysisMethods)
        console.step("planned \(work.aggregates.count) scans and \(work.queries.count) queries")
        let (answers, computeProblems) = await Compute.answers(to: work, campaigns: loaded, settings: self.settings)
        console.step("computed \(answers.values.count) values")
        if let reason = self.settings.cache.failure { console.step("nothing could be kept for the next run: \(reason)") }
        let checkProblems = Check.problems(in: shown, answers: answers, jobs: self.settings.jobs)
        let (figures, drawProblems) = Draw.figures(for: shown, answers: answers, jobs: self.settings.jobs)
        console.step("drew \(figures.charts.count) charts")
        return Checked(
            campaigns: loaded, shown: shown, settings: settings, answers: answers, figures: figures,
            problems: (siteProblems + loadProblems + planProblems + computeProblems + checkProblems + drawProblems).weighed(by: loaded).sorted(), fingerprint: fingerprint)
    }

    /// Where nothing but chapters has changed, nothing but those is read.
    private func load(_ last: Checked?, _ changed: [String]) -> (campaigns: [Campaign], problems: [Problem]) {
        if let last, !changed.isEmpty, changed.allSatisfy({ file in last.campaigns.contains { $0.chapters.contains { $0.file == file } } }) {
            return Load.campaigns(last.campaigns, rereading: Set(changed))
        }
        return Load.campaigns(in: content, only: campaigns)
    }

    /// The site of what was checked, and what is no reason not to write it, which has been told.
    func compose(_ checked: Checked, templates folder: String) throws -> (site: Output, warnings: [Problem]) {
        let plan = try self.plan(checked, templates: try Templates.load(folder: folder))
        console.report(plan.warnings)
        return (plan.output(jobs: settings.jobs), plan.warnings)
    }

    /// The site's files, each made when it is asked for.
    func plan(_ checked: Checked, templates: Templates) throws -> SitePlan {
        let published = checked.shown.map { campaign in
            var campaign = campaign
            campaign.chapters.removeAll { $0.draft }
            return campaign
        }
        return try Compose.plan(
            campaigns: published, answers: checked.answers, figures: checked.figures, templates: templates,
            generator: "Recap \(Recap.version)", settings: checked.settings, problems: checked.problems, histories: checked.histories)
    }
}
