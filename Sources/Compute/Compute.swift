package import Cache
package import Model

/// From work to answers: the engine runs the queries, then each value, row and sentence is taken from what it returned.
package enum Compute {
    /// How a build computes.
    package struct Settings: Sendable {
        /// Names an engine for all campaigns, in place of what campaign.yaml says.
        package var engine: String?
        package var jobs: Int
        package var timeLimit: Int
        /// Data folders elsewhere, granted on the command line, by campaign.
        package var dataFolders: [String: String]
        package var cache: Cache
        /// Hears how far the engine has come.
        package var progress: BuildProgress.Report?

        package init(engine: String? = nil, jobs: Int = 2, timeLimit: Int = 300, dataFolders: [String: String] = [:], cache: Cache = .none) {
            self.engine = engine
            self.jobs = jobs
            self.timeLimit = timeLimit
            self.dataFolders = dataFolders
            self.cache = cache
        }
    }

    /// Tells the engines that may be asked, in their versions, from any others.
    package static var identity: String { engines.map { "\($0.name) \($0.identity ?? "")" }.joined(separator: "\n") }

    /// The answers, and what is wrong with the data, the queries or the engine.
    package static func answers(
        to work: Work, campaigns: [Campaign], settings: Settings
    ) async -> (answers: Answers, problems: [Problem]) {
        let inputs = Inputs(campaigns: campaigns, granted: settings.dataFolders)
        let kind: any EngineKind.Type
        switch EngineChoice.kind(for: campaigns, settings) {
        case .success(let found): kind = found
        case .failure(let failure): return (Answers(), inputs.problems + failure.all)
        }
        let wrong = EngineChoice(kind: kind, campaigns: campaigns).problems
        guard wrong.isEmpty else { return (Answers(), inputs.problems + wrong) }
        let engineSettings = EngineSettings(
            jobs: settings.jobs, timeLimit: settings.timeLimit, readable: inputs.paths, options: EngineChoice(kind: kind, campaigns: campaigns).options)
        do {
            let asked = Asked(work: work, campaigns: campaigns, inputs: inputs, cache: settings.cache, progress: settings.progress)
            let (fetched, isRepeatable) = try await asked.fetched(from: kind, engineSettings)
            var (answers, problems) = Evaluation(work: work, campaigns: campaigns, jobs: settings.jobs).answers(from: fetched)
            answers.isRepeatable = isRepeatable
            return (answers, problems)
        } catch let error as EngineError {
            return (Answers(), inputs.problems + [error.problem])
        } catch let error as QueryError {
            return (Answers(), inputs.problems + [Problem(.failedEngine, "the engine refused: \(error.message)", kind: .engine)])
        } catch {
            return (Answers(), inputs.problems + [Problem(.failedEngine, "the engine failed: \(error)", kind: .engine)])
        }
    }
}

/// The data files of all campaigns.
struct Inputs: Sendable {
    var files: [String: [String: [DataFile]]] = [:]
    var problems: [Problem] = []

    init(campaigns: [Campaign], granted: [String: String]) {
        for campaign in campaigns {
            let finder = DataFiles(campaign: campaign, granted: granted[campaign.original])
            for table in campaign.tables.values where table.isOfFiles {
                let (found, wrong) = finder.files(of: table)
                problems += wrong
                files[campaign.id, default: [:]][table.id] = wrong.isEmpty ? found : []
            }
        }
    }

    var paths: [String] { Set(files.values.flatMap { $0.values.joined() }.map(\.path)).sorted() }
}

extension Compute {
    /// The texts for a campaign's references from what has been computed: where only words between them have changed, nothing else is due.
    package static func answerReferences(of campaign: Campaign, in answers: inout Answers) -> [Problem] {
        let references = References(campaign: campaign, answers: answers)
        var problems: [Problem] = []
        for reference in campaign.uses.references {
            switch references.answer(reference) {
            case .success(let answer)?: answers.references[ReferenceKey(campaign: campaign.id, place: reference.place)] = answer
            case .failure(let problem)?: problems.append(problem)
            case nil: break
            }
        }
        return problems
    }
}
