import Model

/// One computation with one engine.
struct Run: Sendable {
    let engine: any QueryEngine
    let work: Work
    let campaigns: [Campaign]
    let inputs: Inputs

    private var byID: [String: Campaign] { Dictionary(campaigns.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }) }

    func answers() async throws -> (answers: Answers, problems: [Problem]) {
        var answers = Answers()
        var problems = inputs.problems
        let broken = try await openTables(&answers, &problems)
        try await engine.ready()
        try await runChecks(&answers, &problems, except: broken)
        let cubes = try await runAggregates(&problems, except: broken)
        try await runQueries(&answers, &problems)
        let evaluator = MetricEvaluator(campaigns: byID, cubes: cubes)
        evaluate(with: evaluator, &answers, &problems)
        return (answers, problems)
    }

    /// Opens every table; those whose data can't be read are returned, so that nothing more is said of them.
    private func openTables(_ answers: inout Answers, _ problems: inout [Problem]) async throws -> Set<BlockKey> {
        var broken = Set<BlockKey>()
        for campaign in campaigns {
            var readable = campaign
            for table in campaign.tables.values where (inputs.files[campaign.id]?[table.id] ?? []).isEmpty {
                readable.tables[table.id] = nil
                broken.insert(BlockKey(campaign: campaign.id, id: table.id))
            }
            let (rows, found) = try await engine.open(readable, files: inputs.files[campaign.id] ?? [:])
            problems += found
            for table in readable.tables.values {
                let key = BlockKey(campaign: campaign.id, id: table.id)
                guard let count = rows[table.id] else { broken.insert(key); continue }
                do {
                    let files = try (inputs.files[campaign.id]?[table.id] ?? []).map { try DataFiles.source(of: $0) }
                    answers.sources[key] = TableSource(files: files, rows: count)
                } catch let error as Problems {
                    problems += error.all
                }
            }
        }
        return broken
    }

    private func runChecks(_ answers: inout Answers, _ problems: inout [Problem], except broken: Set<BlockKey>) async throws {
        for check in work.checks where !broken.contains(BlockKey(campaign: check.campaign, id: check.table)) {
            do {
                let result = try await engine.rows(of: check.sql, in: check.campaign)
                answers.dataChecks.append(
                    DataCheckResult(
                        check: check, offending: result.rows.first?.first.flatMap { Int($0.text) } ?? 0,
                        examples: result.rows.compactMap { $0.last?.text }))
            } catch let error as QueryError {
                problems.append(Problem("the check '\(check.rule)' could not run: \(error.message)", at: check.place))
            }
        }
    }

    private func runAggregates(_ problems: inout [Problem], except broken: Set<BlockKey>) async throws -> Cubes {
        var cubes = Cubes()
        for query in work.aggregates where !broken.contains(BlockKey(campaign: query.campaign, id: query.table)) {
            guard let campaign = byID[query.campaign] else { continue }
            let rate = campaign.tables[query.table]?.sampleRate.map { Number.exact($0) }
            do {
                let sql = AggregateSQL(query: query, campaign: campaign).text
                cubes.add(try await engine.rows(of: sql, in: query.campaign), of: query, sampleRates: rate)
            } catch let error as QueryError {
                problems += try await blame(query, campaign, error)
            }
        }
        return cubes
    }

    /// Finds the measures that the engine refuses, by running each alone.
    private func blame(_ query: AggregateQuery, _ campaign: Campaign, _ error: QueryError) async throws -> [Problem] {
        var problems: [Problem] = []
        for column in query.measures {
            var alone = query
            alone.measures = [column]
            do {
                _ = try await engine.rows(of: AggregateSQL(query: alone, campaign: campaign).text, in: query.campaign)
            } catch let error as QueryError {
                let expression = column.measure.argument ?? column.measure.filter
                problems.append(
                    Problem(
                        "metric '\(column.metric)' can't be computed: \(error.firstLine)",
                        at: expression?.place ?? campaign.metrics[column.metric]?.place))
            }
        }
        return problems.isEmpty
            ? [Problem("table '\(query.table)' can't be queried: \(error.firstLine)", at: campaign.tables[query.table]?.place)]
            : problems
    }

    private func runQueries(_ answers: inout Answers, _ problems: inout [Problem]) async throws {
        for query in work.queries {
            do {
                let key = BlockKey(campaign: query.campaign, id: query.block.id)
                answers.queries[key] = try await engine.rows(of: query.block.sql, in: query.campaign)
            } catch let error as QueryError {
                problems.append(Problem("sql block '\(query.block.id)': \(error.firstLine)", at: error.place(in: query.block)))
            }
        }
    }
}

extension QueryError {
    var firstLine: String { message.split(separator: "\n").first.map(String.init) ?? message }

    /// The engine names a line of the query; the block's own line comes before it.
    func place(in block: QueryBlock) -> Place {
        block.place
    }
}
