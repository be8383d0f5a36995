import Model

/// An engine for campaigns of which some are the same data in several languages: those are opened once, and a query that each
/// edition asks is run for the first of them.
actor SharedByEditions: QueryEngine {
    private struct Question: Hashable {
        var campaign: String
        var sql: String
        var types: [ResultType]?
    }

    private let engine: any QueryEngine
    /// The campaign whose tables an edition reads, where there are several editions of it.
    private let shared: [String: String]
    private var opened: [String: [String: Int]] = [:]
    private var known: [Question: Result<ResultTable, QueryError>] = [:]

    init(_ engine: any QueryEngine, campaigns: [Campaign]) {
        self.engine = engine
        let editions = Dictionary(grouping: campaigns, by: \.original).values.filter { $0.count > 1 }.joined()
        shared = Dictionary(editions.map { ($0.id, $0.original) }, uniquingKeysWith: { first, _ in first })
    }

    /// What is wrong with the data is told with the first edition.
    func open(_ campaign: Campaign, files: [String: [DataFile]]) async throws -> (rows: [String: Int], problems: [Problem]) {
        guard let original = shared[campaign.id] else { return try await engine.open(campaign, files: files) }
        if let rows = opened[original] { return (rows, []) }
        var first = campaign
        first.id = original
        let answer = try await engine.open(first, files: files)
        opened[original] = answer.rows
        return answer
    }

    func ready() async throws { try await engine.ready() }

    func rows(ofAll queries: [EngineQuery], in campaign: String) async throws -> [Result<ResultTable, QueryError>] {
        guard let original = shared[campaign] else { return try await engine.rows(ofAll: queries, in: campaign) }
        let questions = queries.map { Question(campaign: original, sql: $0.sql, types: $0.types) }
        let fresh = queries.indices.filter { known[questions[$0]] == nil }
        if !fresh.isEmpty {
            let answers = try await engine.rows(ofAll: fresh.map { queries[$0] }, in: original)
            for (index, answer) in zip(fresh, answers) { known[questions[index]] = answer }
        }
        return questions.compactMap { known[$0] }
    }
}
