import Model
import Synchronization

/// How far a build has come, for the person who waits.
package struct BuildProgress: Sendable {
    package enum Stage: String, Sendable { case tables, queries }

    package var stage: Stage
    package var done: Int
    package var total: Int

    package typealias Report = @Sendable (BuildProgress) -> Void
}

/// An engine that says how far it has come, and else does what another does.
struct ReportingEngine: QueryEngine {
    let engine: any QueryEngine
    let counter: ProgressCounter
    /// So many queries at once: enough to keep an engine busy.
    private static let portion = 32

    func open(_ campaign: Campaign, files: [String: [DataFile]]) async throws -> (rows: [String: Int], problems: [Problem]) {
        defer { counter.add(campaign.tables.count, to: .tables) }
        return try await engine.open(campaign, files: files)
    }

    func ready() async throws { try await engine.ready() }

    func rows(ofAll queries: [EngineQuery], in campaign: String) async throws -> [Result<ResultTable, QueryError>] {
        var results: [Result<ResultTable, QueryError>] = []
        for start in stride(from: 0, to: queries.count, by: Self.portion) {
            let portion = Array(queries[start..<min(start + Self.portion, queries.count)])
            results += try await engine.rows(ofAll: portion, in: campaign)
            counter.add(portion.count, to: .queries)
        }
        return results
    }
}

/// Counts what is done of a build's tables and queries.
final class ProgressCounter: Sendable {
    private let done = Mutex<[BuildProgress.Stage: Int]>([:])
    private let totals: [BuildProgress.Stage: Int]
    private let report: BuildProgress.Report

    init(work: Work, campaigns: [Campaign], report: @escaping BuildProgress.Report) {
        let tables = Set(work.checks.map { "\($0.campaign)/\($0.table)" }).count
        totals = [
            .tables: campaigns.reduce(0) { $0 + $1.tables.count },
            .queries: tables + work.aggregates.count + work.queries.count + work.analyses.reduce(0) { $0 + $1.queries.count },
        ]
        self.report = report
    }

    /// Queries that were asked once more to find a culprit do not count.
    func add(_ count: Int, to stage: BuildProgress.Stage) {
        let total = totals[stage] ?? 0
        let now = done.withLock { done in
            done[stage] = min(done[stage, default: 0] + count, total)
            return done[stage] ?? 0
        }
        report(BuildProgress(stage: stage, done: now, total: total))
    }
}
