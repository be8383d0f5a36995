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
    /// The campaigns of the content folder, where they have been looked up.
    var folders: Load.Folders?
    /// Whether what is checked will be asked about again after changes.
    var isServing = false

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
    var inputs: [String] { [content] + settings.dataFolders.values.sorted() }

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
        var basis: Basis
        /// Nothing but words of chapters has changed since the round before.
        var isOfOldNumbers = false
    }

    /// What serves again where only words of some chapters have changed.
    struct Basis {
        /// What the answers and figures were made from.
        var fingerprint: Fingerprint?
        /// What was found while reading, and while planning, computing and drawing.
        var reading: [Problem], making: [Problem]
        var findings: Check.Findings
    }

    /// Everything up to the checks. It goes on past problems, so that all are found in one run.
    ///
    /// - Parameter last: an earlier round without errors, whose answers serve again where only words have changed.
    ///   `changed` are the files that changed since, all of them.
    /// - Parameter probe: a chapter that is asked along with a campaign's own, to compute what it names.
    func check(reusing last: Checked? = nil, changed: [String] = [], probe: ((Campaign) -> Chapter?)? = nil) async -> Checked {
        let words = last.flatMap { changedChapters(changed, of: $0) }
        var (loaded, loadProblems) = load(last, words)
        if let probe {
            for index in loaded.indices { loaded[index].chapters += probe(loaded[index]).map { [$0] } ?? [] }
        }
        let shown = campaigns.isEmpty ? loaded : loaded.filter { campaigns.contains($0.original) }
        let (settings, siteProblems) = Load.site(in: content)
        console.step("read \(loaded.count) campaigns")
        let reading = siteProblems + loadProblems
        let fingerprint = fingerprint(of: loaded, last, words)
        if let last, fingerprint != nil, last.basis.fingerprint == fingerprint, !last.basis.making.contains(where: { $0.stands(in: Set(changed)) }) {
            var checked = last
            (checked.campaigns, checked.shown, checked.settings, checked.isOfOldNumbers) = (loaded, shown, settings, words != nil)
            checked.basis.reading = (reading + (words.map { words in last.basis.reading.filter { !$0.stands(in: words) } } ?? [])).sorted()
            recheck(words, in: &checked)
            return checked
        }
        let kept = probe == nil && !reading.hasErrors ? fingerprint.flatMap { KeptNumbers(of: loaded, shown: shown, fingerprint: $0, self) } : nil
        if let content = kept?.recall() {
            console.step("only words have changed")
            let basis = Basis(fingerprint: fingerprint, reading: reading, making: content.problems, findings: Check.Findings())
            var checked = Checked(campaigns: loaded, shown: shown, settings: settings, answers: content.answers, figures: content.figures, problems: [], basis: basis)
            recheck(nil, in: &checked)
            return checked
        }
        let (work, planProblems) = Plan.work(for: loaded, shown: Set(shown.map(\.id)), methods: analysisMethods)
        console.step("planned \(work.aggregates.count) scans and \(work.queries.count) queries")
        let (answers, computeProblems) = await Compute.answers(to: work, campaigns: loaded, settings: self.settings)
        console.step("computed \(answers.values.count) values")
        if let reason = self.settings.cache.failure { console.step("nothing could be kept for the next run: \(reason)") }
        let findings = Check.findings(in: shown, answers: answers, jobs: self.settings.jobs)
        let (figures, drawProblems) = Draw.figures(for: shown, answers: answers, jobs: self.settings.jobs)
        console.step("drew \(figures.charts.count) charts")
        let basis = Basis(fingerprint: fingerprint, reading: reading, making: planProblems + computeProblems + drawProblems, findings: findings)
        kept?.keep(KeptNumbers.Content(answers: answers, figures: figures, problems: basis.making), of: loaded)
        return Checked(
            campaigns: loaded, shown: shown, settings: settings, answers: answers, figures: figures,
            problems: (basis.reading + basis.making + findings.problems).weighed(by: loaded).sorted(), basis: basis)
    }

    /// The changed files where all of them are chapters; nil where something else has changed, or nothing.
    private func changedChapters(_ changed: [String], of last: Checked) -> Set<String>? {
        let chapters = Set(last.campaigns.flatMap { $0.chapters.map(\.file) })
        return !changed.isEmpty && chapters.isSuperset(of: changed) ? Set(changed) : nil
    }

    /// Where nothing but chapters has changed, nothing but those is read.
    private func load(_ last: Checked?, _ changed: Set<String>?) -> (campaigns: [Campaign], problems: [Problem]) {
        if let last, let changed { return Load.campaigns(last.campaigns, rereading: changed) }
        return Load.campaigns(in: content, only: campaigns, among: folders)
    }

    /// nil where nobody will ask whether it is still the same.
    private func fingerprint(of loaded: [Campaign], _ last: Checked?, _ words: Set<String>?) -> Fingerprint? {
        guard isServing || settings.cache.keepsAnything else { return nil }
        let known = last?.basis.fingerprint.flatMap { known in words.map { (known, $0) } }
        return Fingerprint(of: loaded, dataFolders: settings.dataFolders, isOfTimes: isServing, since: known)
    }

    /// Answers the references of these chapters, or of all texts, and checks them anew; what was computed holds.
    private func recheck(_ words: Set<String>?, in checked: inout Checked) {
        checked.answers.references = words.map { words in checked.answers.references.filter { !words.contains($0.key.place.file) } } ?? [:]
        var problems = checked.basis.reading + checked.basis.making
        for var campaign in checked.campaigns {
            if let words {
                campaign.summary = []
                campaign.chapters.removeAll { !words.contains($0.file) }
            }
            problems += Compute.answerReferences(of: campaign, in: &checked.answers)
        }
        checked.basis.findings = Check.findings(in: checked.shown, answers: checked.answers, jobs: settings.jobs, since: words.map { (checked.basis.findings, $0) })
        checked.problems = (problems + checked.basis.findings.problems).weighed(by: checked.campaigns).sorted()
    }

    /// The site of what was checked; what is no reason not to write it has been told.
    func compose(_ checked: Checked, templates folder: String) throws -> Output {
        let plan = try self.plan(checked, templates: try Templates.load(folder: folder))
        console.report(plan.warnings)
        return plan.output(jobs: settings.jobs)
    }

    /// The site's files, each made when it is asked for.
    func plan(_ checked: Checked, templates: Templates) throws -> SitePlan {
        try Compose.plan(
            campaigns: checked.published, answers: checked.answers, figures: checked.figures, composer: checked.composer(templates), problems: checked.problems,
            histories: checked.histories)
    }
}

extension Pipeline.Checked {
    /// The same, with a warning for each locked edition whose numbers have moved.
    var heldAgainstLocks: Pipeline.Checked {
        var checked = self
        let moved = shown.filter { $0.id == $0.original }.compactMap { LockFile(campaign: $0).movedNumbers(self) }
        checked.problems = (problems + moved.weighed(by: campaigns)).sorted()
        return checked
    }

    /// The campaigns whose pages are wanted, without drafts.
    var published: [Campaign] {
        shown.map { campaign in
            var campaign = campaign
            campaign.chapters.removeAll { $0.draft }
            return campaign
        }
    }

    func composer(_ templates: Templates) -> SiteComposer { SiteComposer(templates: templates, settings: settings, generator: "Recap \(Recap.version)") }
}

extension Problem {
    fileprivate func stands(in files: Set<String>) -> Bool { place.map { files.contains($0.file) } ?? false }
}
