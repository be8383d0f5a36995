import Cache
import Compose
import Crypto
import Draw
import Load
import Model
import Synchronization
import Write

/// Makes a site a few campaigns at a time: as soon as they have no errors their files are written, beside the old site, and they are forgotten.
struct SiteBuild {
    let pipeline: Pipeline
    /// The folder of templates.
    let templates: String
    /// Writes in spite of errors, with marked gaps.
    let isLenient: Bool

    struct Outcome: Sendable {
        var problems: [Problem] = []
        /// What was noticed while pages were made, and is no reason not to write them.
        var warnings: [Problem] = []
        /// What each file holds, by path below the output folder; nil where nothing was written.
        var files: [String: String]?
        /// The same files would give the same site.
        var isRepeatable = true
    }

    /// What has been made of some campaigns.
    private struct Made: Sendable {
        var problems: [Problem]
        var warnings: [Problem] = []
        var entries: [CampaignEntry] = []
        var settings: SiteSettings
        var isRepeatable: Bool
    }

    func run(to output: String) async -> Outcome {
        let writer: SiteWriter
        do throws(Problems) {
            writer = try SiteWriter(to: output)
        } catch {
            // What is wrong with the content is told in the same run.
            let (found, problems) = await pipeline.checkInBatches { checked, _ in checked.problems }
            return Outcome(problems: (problems + found.flatMap { $0 } + error.all).sorted())
        }
        var outcome = Outcome()
        do throws(Problems) {
            outcome = try await write(to: writer)
            if outcome.files == nil { writer.discard() } else { try writer.finish() }
        } catch {
            writer.discard()
            outcome.problems = (outcome.problems + error.all).sorted()
            outcome.files = nil
        }
        return outcome
    }

    private func write(to writer: SiteWriter) async throws(Problems) -> Outcome {
        let log = FileLog(writer), loaded = Swift.Result { () throws(Problems) in try Templates.load(folder: templates) }
        let (made, problems) = await pipeline.checkInBatches { checked, pipeline in await make(checked, pipeline, loaded, log) }
        var outcome = Outcome(problems: (problems + made.flatMap(\.problems)).sorted(), warnings: made.flatMap(\.warnings), isRepeatable: made.allSatisfy(\.isRepeatable))
        guard let settings = made.last?.settings, isLenient && made.contains(where: { !$0.entries.isEmpty }) || !outcome.problems.hasErrors else { return outcome }
        let composer = SiteComposer(templates: try loaded.get(), settings: settings, generator: "Recap \(Recap.version)")
        let entries = made.flatMap(\.entries).sorted { $0.id < $1.id }
        log.write(composer.shared(by: entries, paths: log.paths, figures: Draw.figures(for: [], answers: Answers()).figures), jobs: pipeline.settings.jobs)
        outcome.files = try log.files()
        return outcome
    }

    private func make(_ checked: Pipeline.Checked, _ pipeline: Pipeline, _ templates: Swift.Result<Templates, Problems>, _ log: FileLog) async -> Made {
        var checked = checked.heldAgainstLocks
        if isLenient || !checked.problems.hasErrors { checked = await Histories(of: pipeline).added(to: checked) }
        // Tags come and go without a change of any file.
        var made = Made(problems: checked.problems, settings: checked.settings, isRepeatable: checked.answers.isRepeatable && checked.shown.allSatisfy { $0.history == nil })
        if checked.problems.hasErrors { log.hasErrors = true }
        guard isLenient || !log.hasErrors else { return made }
        do throws(Problems) {
            let composer = checked.composer(try templates.get())
            for campaign in checked.published {
                let (files, entry) = try composer.campaign(
                    campaign, editions: checked.published.filter { $0.original == campaign.original }, answers: checked.answers, figures: checked.figures, problems: checked.problems,
                    history: checked.histories[campaign.id])
                log.write(files, jobs: pipeline.settings.jobs)
                made.warnings += files.warnings
                made.entries.append(entry)
            }
        } catch {
            log.hasErrors = true
            made.problems = (made.problems + error.all).sorted()
        }
        return made
    }
}

/// Writes files and remembers what each holds; from several threads.
private final class FileLog: Sendable {
    private struct State {
        var hashes: [String: String] = [:]
        var failure: Problems?
        var hasErrors = false
    }

    private let writer: SiteWriter
    private let state = Mutex(State())

    init(_ writer: SiteWriter) { self.writer = writer }

    /// There will be no site, so that no more pages need to be made.
    var hasErrors: Bool {
        get { state.withLock { $0.hasErrors || $0.failure != nil } }
        set { state.withLock { $0.hasErrors = newValue } }
    }

    var paths: [String] { state.withLock { $0.hashes.keys.sorted() } }

    func write(_ files: SitePlan, jobs: Int) {
        files.forEach(jobs: jobs) { path, bytes in
            do throws(Problems) {
                try writer.write(bytes, to: path)
                let hash = Hexadecimal.text(of: SHA256.hash(data: bytes))
                state.withLock { $0.hashes[path] = hash }
            } catch {
                state.withLock { $0.failure = $0.failure ?? error }
            }
        }
    }

    /// What was written.
    /// - Throws: the first that the disk refused.
    func files() throws(Problems) -> [String: String] {
        let state = state.withLock { $0 }
        if let failure = state.failure { throw failure }
        return state.hashes
    }
}
