import Model

/// Takes everything that pages show from what an engine returned.
struct Evaluation: Sendable {
    let work: Work
    let campaigns: [Campaign]
    let jobs: Int

    func answers(from fetched: Fetched) -> (answers: Answers, problems: [Problem]) {
        let (evaluator, rows, broken) = (fetched.evaluator, fetched.rows, fetched.broken)
        var (answers, problems) = (fetched.answers, fetched.problems)
        for campaign in campaigns {
            let values = Values(evaluator: evaluator, campaign: campaign)
            for request in work.values where request.key.campaign == campaign.id && !broken.holds(metric: request.key.metric, of: campaign.id) {
                problems += unknownValues(request, evaluator)
                if answers.values[request.key] == nil { answers.values[request.key] = values.value(request.key) }
            }
            runAnalyses(of: campaign, evaluator, rows, broken, &answers, &problems)
            showNumbers(of: campaign, &answers, &problems)
            layOutRows(of: campaign, evaluator, broken, &answers, &problems)
            collectDailyValues(of: campaign, evaluator, &answers)
            answerReferences(of: campaign, &answers, &problems)
        }
        return (answers, problems)
    }

    /// A slice by a value that no row has is a slip of the pen, not a zero.
    private func unknownValues(_ request: ValueRequest, _ evaluator: MetricEvaluator) -> [Problem] {
        let use = MetricUse(campaign: request.key.campaign, metric: request.key.metric, slice: request.key.slice)
        return evaluator.unknownValues(of: use).compactMap { unknown in
            let term = request.terms.first { $0.dimension.value == unknown.entry.dimension }
            guard let place = term?.value.place ?? request.place, !unknown.known.isEmpty else { return nil }
            let near = suggestion(for: unknown.entry.value, among: unknown.known)
            return Problem(.unknownValue, "no row has \(unknown.entry.dimension) '\(unknown.entry.value)'\(near)", at: place)
        }
    }

    /// Those that read the others' findings come last.
    private func runAnalyses(
        of campaign: Campaign, _ evaluator: MetricEvaluator, _ rows: [BlockKey: [ResultTable]], _ broken: Broken, _ answers: inout Answers,
        _ problems: inout [Problem]
    ) {
        let named = work.analyses.filter { $0.campaign == campaign.id }.compactMap { planned in
            analysisMethods.first { $0.name == planned.block.method.value }.map { (planned, $0) }
        }
        @Sendable func input(_ planned: PlannedAnalysis, _ others: [OtherAnalysis]) -> AnalysisInput? {
            guard !planned.uses.contains(where: { broken.holds(metric: $0.metric, of: $0.campaign) }) else { return nil }
            let tables = rows[BlockKey(campaign: campaign.id, id: planned.block.id)]
            guard planned.queries.isEmpty || tables != nil else { return nil }
            return AnalysisInput(block: planned.block, campaign: campaign, metrics: evaluator, tables: tables ?? [], others: others)
        }
        func take(_ result: AnalysisResult, of planned: PlannedAnalysis) {
            let key = BlockKey(campaign: campaign.id, id: planned.block.id)
            problems += result.problems
            answers.analyses[key] = result
            answers.rowSets[key] = result.rows
        }
        let first = named.filter { !$0.1.readsOthers }
        let results = parallelMap(first.count, jobs: jobs) { index in input(first[index].0, []).map(first[index].1.run) }
        for ((planned, _), result) in zip(first, results) { if let result { take(result, of: planned) } }
        for (planned, method) in named where method.readsOthers {
            if let input = input(planned, others(of: campaign, answers)) { take(method.run(input), of: planned) }
        }
    }

    private func others(of campaign: Campaign, _ answers: Answers) -> [OtherAnalysis] {
        campaign.chapters.flatMap { chapter in
            chapter.uses.analyses.compactMap { block in
                answers.analyses[BlockKey(campaign: campaign.id, id: block.id)].map { OtherAnalysis(id: block.id, chapter: chapter, result: $0) }
            }
        }
    }

    /// The table that `analysis: id` or `analysis: id.part` names.
    private func rows(ofAnalysis name: Located<String>, in campaign: Campaign, _ answers: Answers, _ problems: inout [Problem]) -> RowSet? {
        guard let result = answers.analyses[BlockKey(campaign: campaign.id, id: name.analysis)] else { return nil }
        guard let part = name.part else { return result.rows }
        if let rows = result.parts[part] { return rows }
        problems.append(Problem(.unknownResult, "analysis '\(name.analysis)' has no part '\(part)'\(suggestion(for: part, among: result.parts.keys))", at: name.place))
        return nil
    }

    private func layOutRows(
        of campaign: Campaign, _ evaluator: MetricEvaluator, _ broken: Broken, _ answers: inout Answers,
        _ problems: inout [Problem]
    ) {
        let sets = RowSets(evaluator: evaluator, campaign: campaign, answers: answers)
        let queries = QueryRows(campaign: campaign, answers: answers)
        for (owner, chart) in work.charts where owner == campaign.id {
            let key = BlockKey(campaign: campaign.id, id: chart.id)
            switch chart.rows {
            case .metrics(let metrics, let by):
                guard !metrics.contains(where: { broken.holds(metric: $0.value, of: owner) }) else { continue }
                answers.rowSets[key] = sets.rows(of: chart, metrics, by: by)
            case .analysis(let name):
                answers.rowSets[key] = rows(ofAnalysis: name, in: campaign, answers, &problems)?.first(chart.limit)
            case .query(let name):
                let (rows, found) = queries.rows(of: chart, named: name)
                answers.rowSets[key] = rows
                problems += found
            }
            if let name = chart.events {
                let (events, found) = queries.events(name)
                answers.rowSets[key]?.events = events
                problems += found
            }
        }
        for (owner, table) in work.tables where owner == campaign.id {
            let key = BlockKey(campaign: campaign.id, id: table.id)
            switch table.rows {
            case .metrics(let metrics, let by):
                guard !metrics.contains(where: { broken.holds(metric: $0.value, of: owner) }) else { continue }
                answers.rowSets[key] = sets.rows(of: table, metrics, by: by)
            case .analysis(let name):
                answers.rowSets[key] = rows(ofAnalysis: name, in: campaign, answers, &problems)?.first(table.limit)
            case .query(let name): answers.rowSets[key] = queries.rows(of: table, named: name)
            }
        }
    }

    private func collectDailyValues(of campaign: Campaign, _ evaluator: MetricEvaluator, _ answers: inout Answers) {
        for scorecard in campaign.uses.scorecards {
            for item in scorecard.items where campaign.hasDailyRows(item.metric.value) {
                let key = ValueKey(campaign: campaign.id, metric: item.metric.value, terms: item.slice)
                guard answers.values[key] != nil else { continue }
                let rows = evaluator.table(
                    of: MetricUse(campaign: campaign.id, metric: key.metric, dimensions: ["day"], slice: key.slice))
                let period = key.slice.first { $0.dimension == "period" }.flatMap { campaign.period(named: $0.value) } ?? campaign.period
                answers.dailyValues[key] = (0..<period.days).map { rows[[.day(period.start + $0)]] ?? nil }
            }
        }
    }

    private func answerReferences(of campaign: Campaign, _ answers: inout Answers, _ problems: inout [Problem]) {
        problems += Compute.answerReferences(of: campaign, in: &answers)
    }
}
