import Foundation
import Load
import Model
import OrderedCollections

@testable import Compute
@testable import Plan

/// The demo review with what its analyses asked the engine for: computed once for all tests.
struct DemoReview: Sendable {
    let campaign: Campaign
    let planned: [PlannedAnalysis]
    let tables: [BlockKey: [ResultTable]]
    let evaluator: MetricEvaluator
    let answers: Answers
    let problems: [Problem]

    static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private static let computed = Task { try await DemoReview() }

    static func shared() async throws -> DemoReview { try await computed.value }

    private init() async throws {
        let (campaigns, loading) = Load.campaigns(in: Self.package.appendingPathComponent("content").path, only: ["2025-618"])
        let campaign = campaigns[0]
        let (work, planning) = Plan.work(for: [campaign], shown: [campaign.id], methods: analysisMethods)
        let inputs = Inputs(campaigns: [campaign], granted: [:])
        let found = try await DuckDB.withEngine(EngineSettings(jobs: 2, timeLimit: 120, readable: inputs.paths)) { engine in
            let (_, opening) = try await engine.open(campaign, files: inputs.files[campaign.id] ?? [:])
            var cubes = Cubes()
            for query in work.aggregates {
                let rate = campaign.tables[query.table]?.sampleRate.map { Number.exact($0) }
                cubes.add(try await engine.rows(of: AggregateSQL(query: query, campaign: campaign).text, in: campaign.id), of: query, sampleRate: rate)
            }
            var tables: [BlockKey: [ResultTable]] = [:]
            for analysis in work.analyses {
                let results = try await engine.rows(ofAll: analysis.queries.map { EngineQuery(sql: $0) }, in: campaign.id)
                tables[BlockKey(campaign: campaign.id, id: analysis.block.id)] = try results.map { try $0.get() }
            }
            return (cubes, tables, opening)
        }
        self.campaign = campaign
        planned = work.analyses
        tables = found.1
        evaluator = MetricEvaluator(campaigns: [campaign.id: campaign], cubes: found.0)
        let (answers, computing) = await Compute.answers(to: work, campaigns: [campaign], settings: Compute.Settings(timeLimit: 120))
        self.answers = answers
        problems = loading + planning + found.2 + computing
    }

    func result(_ id: String) -> AnalysisResult? { answers.analyses[BlockKey(campaign: campaign.id, id: id)] }

    func method(of analysis: PlannedAnalysis) -> any AnalysisMethod {
        analysisMethods.first { $0.name == analysis.block.method.value } ?? analysisMethods[0]
    }

    /// One analysis again, in another language or from other numbers.
    func run(_ analysis: PlannedAnalysis, in language: Language, tables: [ResultTable]? = nil, metrics: (any MetricReader)? = nil) -> AnalysisResult {
        var campaign = self.campaign
        campaign.language = language
        let others = self.campaign.chapters.flatMap { chapter in
            chapter.uses.analyses.compactMap { block in result(block.id).map { OtherAnalysis(id: block.id, chapter: chapter, result: $0) } }
        }
        let own = tables ?? self.tables[BlockKey(campaign: campaign.id, id: analysis.block.id)] ?? []
        return method(of: analysis).run(AnalysisInput(block: analysis.block, campaign: campaign, metrics: metrics ?? evaluator, tables: own, others: others))
    }
}

extension AnalysisResult {
    /// Every word that a page would show.
    var texts: [String] {
        let cells = ([rows] + parts.values).flatMap { $0.rows.joined().map(\.text) }
        return values.values.map(\.text) + findings.map(\.text) + notes + cells
    }

    func column(_ id: String) -> [Double] {
        guard let index = rows.columns.firstIndex(where: { $0.id == id }) else { return [] }
        return rows.rows.compactMap { $0[index].number?.double }
    }
}
