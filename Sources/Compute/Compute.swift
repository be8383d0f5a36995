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
        switch engine(for: campaigns, settings) {
        case .success(let found): kind = found
        case .failure(let failure): return (Answers(), inputs.problems + failure.all)
        }
        let engineSettings = EngineSettings(jobs: settings.jobs, timeLimit: settings.timeLimit, readable: inputs.paths)
        do {
            let asked = Asked(work: work, campaigns: campaigns, inputs: inputs, cache: settings.cache)
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

extension Compute {
    /// The one engine that all campaigns name, or that the command line names for them.
    private static func engine(for campaigns: [Campaign], _ settings: Settings) -> Result<any EngineKind.Type, Problems> {
        func unknown(_ name: String, at place: Place?) -> Problem {
            Problem(.unknownEngine, "no engine named '\(name)'\(suggestion(for: name, among: engines.map { $0.name }))", at: place)
        }
        if let name = settings.engine {
            return engines.first { $0.name == name }.map { .success($0) } ?? .failure(Problems(unknown(name, at: nil)))
        }
        let named = campaigns.map(\.engine)
        let strangers = named.filter { name in !engines.contains { $0.name == name.value } }
        guard strangers.isEmpty else { return .failure(Problems(strangers.map { unknown($0.value, at: $0.place) })) }
        if let other = named.first(where: { $0.value != named.first?.value }) {
            return .failure(Problems(Problem(.unknownEngine, "campaigns of one site use one engine; name it with --engine", at: other.place)))
        }
        let name = named.first?.value ?? DuckDB.name
        return engines.first { $0.name == name }.map { .success($0) } ?? .failure(Problems(unknown(name, at: nil)))
    }
}

/// The data files of all campaigns.
struct Inputs: Sendable {
    var files: [String: [String: [DataFile]]] = [:]
    var problems: [Problem] = []

    init(campaigns: [Campaign], granted: [String: String]) {
        for campaign in campaigns {
            let finder = DataFiles(campaign: campaign, granted: granted[campaign.original])
            for table in campaign.tables.values {
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
