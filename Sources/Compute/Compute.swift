package import Model

/// From work to answers: the engine runs the queries, then each value, row and sentence is taken from what it returned.
package enum Compute {
    /// How a build computes.
    package struct Settings: Sendable {
        /// Names an engine for all campaigns, in place of what campaign.yaml says.
        package var engine: String?
        package var jobs: Int
        package var timeLimit: Int
        /// A data folder elsewhere, granted on the command line.
        package var dataFolder: String?

        package init(engine: String? = nil, jobs: Int = 2, timeLimit: Int = 300, dataFolder: String? = nil) {
            self.engine = engine
            self.jobs = jobs
            self.timeLimit = timeLimit
            self.dataFolder = dataFolder
        }
    }

    /// The answers, and what is wrong with the data, the queries or the engine.
    package static func answers(
        to work: Work, campaigns: [Campaign], settings: Settings
    ) async -> (answers: Answers, problems: [Problem]) {
        let inputs = Inputs(campaigns: campaigns, granted: settings.dataFolder)
        let name = settings.engine ?? campaigns.first?.engine.value ?? DuckDB.name
        guard let kind = engines.first(where: { $0.name == name }) else {
            let problem = Problem(
                "no engine named '\(name)'\(suggestion(for: name, among: engines.map { $0.name }))",
                at: settings.engine == nil ? campaigns.first?.engine.place : nil)
            return (Answers(), inputs.problems + [problem])
        }
        let engineSettings = EngineSettings(jobs: settings.jobs, timeLimit: settings.timeLimit, readable: inputs.paths)
        do {
            return try await kind.withEngine(engineSettings) { engine in
                try await Run(engine: engine, work: work, campaigns: campaigns, inputs: inputs).answers()
            }
        } catch let error as EngineError {
            return (Answers(), inputs.problems + [error.problem])
        } catch let error as QueryError {
            return (Answers(), inputs.problems + [Problem("the engine refused: \(error.message)", kind: .engine)])
        } catch {
            return (Answers(), inputs.problems + [Problem("the engine failed: \(error)", kind: .engine)])
        }
    }
}

/// The data files of all campaigns.
struct Inputs: Sendable {
    var files: [String: [String: [DataFile]]] = [:]
    var problems: [Problem] = []

    init(campaigns: [Campaign], granted: String?) {
        for campaign in campaigns {
            let finder = DataFiles(campaign: campaign, granted: granted)
            for table in campaign.tables.values {
                let (found, wrong) = finder.files(of: table)
                problems += wrong
                files[campaign.id, default: [:]][table.id] = wrong.isEmpty ? found : []
            }
        }
    }

    var paths: [String] { Set(files.values.flatMap { $0.values.joined() }.map(\.path)).sorted() }
}
