import Cache
import Model
import OrderedCollections

/// What an engine returned, and what follows from it without further thought.
struct Fetched: Sendable {
    var evaluator: MetricEvaluator
    /// Those that the analyses asked for.
    var rows: [BlockKey: [ResultTable]]
    var broken: Broken
    var answers: Answers
    var problems: [Problem]
}

/// One computation with one engine.
struct Run: Sendable {
    let engine: any QueryEngine
    let work: Work
    let campaigns: [Campaign]
    let inputs: Inputs
    let hashes: FileHashes

    private var byID: [String: Campaign] { Dictionary(campaigns.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }) }

    /// All that the engine is asked for.
    func fetched() async throws -> Fetched {
        var answers = Answers()
        var problems = inputs.problems
        var broken = Broken(campaigns: campaigns)
        try await openTables(&answers, &problems, &broken)
        try await engine.ready()
        try await noteDays(&answers)
        try await runChecks(&answers, &problems, broken)
        let cubes = try await runAggregates(&problems, &broken)
        try await runQueries(&answers, &problems, broken)
        let rows = try await runAnalysisQueries(&problems, broken)
        return Fetched(evaluator: MetricEvaluator(campaigns: byID, cubes: cubes), rows: rows, broken: broken, answers: answers, problems: problems)
    }

    /// Opens every table; one whose data can't be read whole is broken.
    private func openTables(_ answers: inout Answers, _ problems: inout [Problem], _ broken: inout Broken) async throws {
        for campaign in campaigns {
            var readable = campaign
            for table in campaign.tables.values where table.isOfFiles && (inputs.files[campaign.id]?[table.id] ?? []).isEmpty {
                readable.tables[table.id] = nil
                broken.addTable(table.id, of: campaign)
            }
            // The files are hashed while the engine reads them.
            let tables = Array(readable.tables.keys)
            async let sources = sources(of: tables, in: campaign.id)
            let (rows, found) = try await engine.open(readable, files: inputs.files[campaign.id] ?? [:])
            problems += found
            for (table, source) in await sources {
                guard let count = rows[table] else { broken.addTable(table, of: campaign); continue }
                switch source {
                case .success(let files): answers.sources[BlockKey(campaign: campaign.id, id: table)] = TableSource(files: files, rows: count)
                case .failure(let error): problems += error.all
                }
            }
        }
    }

    private func sources(of tables: [String], in campaign: String) async -> [(table: String, files: Result<[SourceFile], Problems>)] {
        tables.map { table in
            let files = inputs.files[campaign]?[table] ?? []
            return (table, Result { () throws(Problems) in try files.map { file throws(Problems) in try DataFiles.source(of: file, hashes) } })
        }
    }

    /// All rules of a table in one query; examples only of those that are broken.
    private func runChecks(_ answers: inout Answers, _ problems: inout [Problem], _ broken: Broken) async throws {
        let sound = work.checks.filter { check in !check.tables.contains { broken.holds(table: $0, of: check.campaign) } }
        for (campaign, checks) in OrderedDictionary(grouping: sound, by: \.campaign) {
            let tables = OrderedDictionary(grouping: checks, by: \.table)
            let results = try await engine.rows(ofAll: tables.map { counting($1, in: $0) }, in: campaign)
            for ((table, checks), result) in zip(tables, results) {
                switch result {
                case .success(let counts):
                    for (check, count) in zip(checks, counts.rows.first ?? []) {
                        let offending = Int(count.text) ?? 0
                        let examples = offending == 0 ? [] : try await self.examples(of: check)
                        answers.dataChecks.append(DataCheckResult(check: check, offending: offending, examples: examples))
                    }
                case .failure(let error):
                    problems.append(Problem(.uncheckedRule, "the rules of table '\(table)' could not be checked: \(error.firstLine)", at: checks.first?.place))
                }
            }
        }
    }

    /// One row of counts, one for each rule.
    private func counting(_ checks: [DataCheck], in table: String) -> EngineQuery {
        let counts = checks.map { check in
            check.condition.map { "count(*) FILTER (WHERE \($0))" } ?? "(SELECT count(*) FROM (\(check.offending)) AS offending)"
        }
        let named = counts.enumerated().map { "\($1) AS c\($0)" }
        // With subqueries alone, the table in front would give their counts once for each of its rows.
        let from = checks.contains { $0.condition != nil } ? " FROM \(SQLText.name(table))" : ""
        return EngineQuery(sql: "SELECT \(named.joined(separator: ",\n  "))\(from)", types: checks.map { _ in .number })
    }

    private func examples(of check: DataCheck) async throws -> [String] {
        let sql = "SELECT DISTINCT example FROM (\(check.offending)) AS offending ORDER BY example LIMIT 3"
        return try await engine.rows(of: sql, in: check.campaign).rows.compactMap { $0.first?.text }
    }

    private func runAggregates(_ problems: inout [Problem], _ broken: inout Broken) async throws -> Cubes {
        var cubes = Cubes()
        let sound = work.aggregates.filter { !broken.holds(table: $0.table, of: $0.campaign) }
        for (id, queries) in OrderedDictionary(grouping: sound, by: \.campaign) {
            guard let campaign = byID[id] else { continue }
            let written = queries.map { AggregateSQL(query: $0, campaign: campaign) }
            let results = try await engine.rows(ofAll: written.map { EngineQuery(sql: $0.text, types: $0.types) }, in: id)
            for (query, result) in zip(queries, results) {
                switch result {
                case .success(let table): cubes.add(table, of: query, sampleRate: sampleRate(of: query, campaign))
                case .failure(let error): try await salvage(query, campaign, error, &cubes, &problems, &broken)
                }
            }
        }
        return cubes
    }

    private func sampleRate(of query: AggregateQuery, _ campaign: Campaign) -> Number? {
        campaign.tables[query.table]?.sampleRate.map { Number.exact($0) }
    }

    /// One measure that the engine refuses must not take the others with it.
    private func salvage(
        _ query: AggregateQuery, _ campaign: Campaign, _ error: QueryError, _ cubes: inout Cubes, _ problems: inout [Problem],
        _ broken: inout Broken
    ) async throws {
        let (good, found) = try await sound(query, campaign, error)
        problems += found
        for column in query.measures where !good.measures.contains(where: { $0.metric == column.metric }) {
            broken.addMetric(column.metric, of: campaign)
        }
        if !good.measures.isEmpty { try await run(good, campaign, &cubes) }
    }

    private func run(_ query: AggregateQuery, _ campaign: Campaign, _ cubes: inout Cubes) async throws {
        let sql = AggregateSQL(query: query, campaign: campaign)
        let table = try await engine.rows(of: sql.text, in: query.campaign, types: sql.types)
        cubes.add(table, of: query, sampleRate: sampleRate(of: query, campaign))
    }

    /// The query with those measures that the engine takes, found by running each alone, and what it says of the others.
    private func sound(
        _ query: AggregateQuery, _ campaign: Campaign, _ error: QueryError
    ) async throws -> (query: AggregateQuery, problems: [Problem]) {
        var good = query
        good.measures = []
        var problems: [Problem] = []
        for column in query.measures {
            var alone = query
            alone.measures = [column]
            do {
                _ = try await engine.rows(of: AggregateSQL(query: alone, campaign: campaign).text, in: query.campaign)
                good.measures.append(column)
            } catch let error as QueryError {
                let place = (column.measure.argument ?? column.measure.filter)?.place ?? campaign.metrics[column.metric]?.place
                problems.append(Problem(.refusedQuery, "metric '\(column.metric)' can't be computed: \(error.firstLine)", at: place))
            }
        }
        if problems.isEmpty {
            // Each alone is taken, all together are not: the table's query itself is refused.
            good.measures = []
            problems = [Problem(.refusedQuery, "table '\(query.table)' can't be queried: \(error.firstLine)", at: campaign.tables[query.table]?.place)]
        }
        return (good, problems)
    }

    /// The rows that analyses asked for, all in one go; none for an analysis whose table or query is broken.
    private func runAnalysisQueries(_ problems: inout [Problem], _ broken: Broken) async throws -> [BlockKey: [ResultTable]] {
        var tables: [BlockKey: [ResultTable]] = [:]
        let sound = work.analyses.filter { planned in !planned.queries.contains { broken.isNamed(in: $0, of: planned.campaign) } }
        for (campaign, analyses) in OrderedDictionary(grouping: sound, by: \.campaign) {
            let results = try await engine.rows(ofAll: analyses.flatMap(\.queries).map { EngineQuery(sql: $0) }, in: campaign)
            var rest = results[...]
            for analysis in analyses {
                let own = rest.prefix(analysis.queries.count)
                rest = rest.dropFirst(analysis.queries.count)
                do {
                    tables[BlockKey(campaign: campaign, id: analysis.block.id)] = try own.map { try $0.get() }
                } catch let error as QueryError {
                    problems.append(Problem(.refusedQuery, "analysis '\(analysis.block.id)': \(error.firstLine)", at: analysis.block.place))
                }
            }
        }
        return tables
    }

    private func runQueries(_ answers: inout Answers, _ problems: inout [Problem], _ broken: Broken) async throws {
        let sound = work.queries.filter { !broken.isNamed(in: $0.block.sql, of: $0.campaign) }
        for (campaign, queries) in OrderedDictionary(grouping: sound, by: \.campaign) {
            let results = try await engine.rows(ofAll: queries.map { EngineQuery(sql: $0.block.sql) }, in: campaign)
            for (query, result) in zip(queries, results) {
                switch result {
                case .success(let table): answers.queries[BlockKey(campaign: campaign, id: query.block.id)] = table
                case .failure(let error):
                    problems.append(Problem(.refusedQuery, "sql block '\(query.block.id)': \(error.firstLine)", at: query.block.place))
                }
            }
        }
    }
}

extension QueryError {
    var firstLine: String { message.split(separator: "\n").first.map(String.init) ?? message }
}
