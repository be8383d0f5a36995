import Model
import OrderedCollections

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
        var broken = Broken(campaigns: campaigns)
        try await openTables(&answers, &problems, &broken)
        try await engine.ready()
        try await runChecks(&answers, &problems, broken)
        let cubes = try await runAggregates(&problems, &broken)
        try await runQueries(&answers, &problems, broken)
        evaluate(with: MetricEvaluator(campaigns: byID, cubes: cubes), broken, &answers, &problems)
        return (answers, problems)
    }

    /// Opens every table; one whose data can't be read whole is broken.
    private func openTables(_ answers: inout Answers, _ problems: inout [Problem], _ broken: inout Broken) async throws {
        for campaign in campaigns {
            var readable = campaign
            for table in campaign.tables.values where (inputs.files[campaign.id]?[table.id] ?? []).isEmpty {
                readable.tables[table.id] = nil
                broken.addTable(table.id, of: campaign)
            }
            let (rows, found) = try await engine.open(readable, files: inputs.files[campaign.id] ?? [:])
            problems += found
            for table in readable.tables.values {
                guard let count = rows[table.id] else { broken.addTable(table.id, of: campaign); continue }
                do {
                    let files = try (inputs.files[campaign.id]?[table.id] ?? []).map { try DataFiles.source(of: $0) }
                    answers.sources[BlockKey(campaign: campaign.id, id: table.id)] = TableSource(files: files, rows: count)
                } catch let error as Problems {
                    problems += error.all
                }
            }
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
                    problems.append(Problem("the rules of table '\(table)' could not be checked: \(error.firstLine)", at: checks.first?.place))
                }
            }
        }
    }

    /// One row of counts, one for each rule.
    private func counting(_ checks: [DataCheck], in table: String) -> TypedQuery {
        let counts = checks.map { check in
            check.condition.map { "count(*) FILTER (WHERE \($0))" } ?? "(SELECT count(*) FROM (\(check.offending)) AS offending)"
        }
        let named = counts.enumerated().map { "\($1) AS c\($0)" }
        return TypedQuery(
            sql: "SELECT \(named.joined(separator: ",\n  ")) FROM \(SQLText.name(table))", types: checks.map { _ in .number })
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
            let results = try await engine.rows(ofAll: written.map { TypedQuery(sql: $0.text, types: $0.types) }, in: id)
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
                problems.append(Problem("metric '\(column.metric)' can't be computed: \(error.firstLine)", at: place))
            }
        }
        if problems.isEmpty {
            // Each alone is taken, all together are not: the table's query itself is refused.
            good.measures = []
            problems = [Problem("table '\(query.table)' can't be queried: \(error.firstLine)", at: campaign.tables[query.table]?.place)]
        }
        return (good, problems)
    }

    private func runQueries(_ answers: inout Answers, _ problems: inout [Problem], _ broken: Broken) async throws {
        for query in work.queries where !broken.isNamed(in: query.block.sql, of: query.campaign) {
            do {
                let key = BlockKey(campaign: query.campaign, id: query.block.id)
                answers.queries[key] = try await engine.rows(of: query.block.sql, in: query.campaign)
            } catch let error as QueryError {
                problems.append(Problem("sql block '\(query.block.id)': \(error.firstLine)", at: query.block.place))
            }
        }
    }
}

extension QueryError {
    var firstLine: String { message.split(separator: "\n").first.map(String.init) ?? message }
}
