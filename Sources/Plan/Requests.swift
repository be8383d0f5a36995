import Model

/// What one campaign's chapters ask for: each name is looked up, and what is found becomes a request.
struct Requests {
    let campaign: Campaign
    let names: Names
    let methods: [any AnalysisMethod]
    var values: [ValueRequest] = []
    var uses: [MetricUse] = []
    var charts: [ChartBlock] = []
    var tables: [TableBlock] = []
    var analyses: [PlannedAnalysis] = []
    var queries: [NamedQuery] = []
    var problems: [Problem] = []
    private var analysisIDs: Set<String> = []
    private var queryIDs: Set<String> = []

    init(campaign: Campaign, others: [String: Campaign], methods: [any AnalysisMethod]) {
        self.campaign = campaign
        self.methods = methods
        names = Names(campaign: campaign, others: others)
    }

    mutating func collect() {
        let content = campaign.uses
        analysisIDs = Set(content.analyses.map(\.id))
        queryIDs = Set(content.queries.map(\.id))
        queries = content.queries.map { NamedQuery(campaign: campaign.id, block: $0) }
        for metric in campaign.metrics.keys where names.baselineProblems(of: metric).isEmpty {
            addValue(metric, terms: [], place: nil)
        }
        problems += campaign.metrics.keys.flatMap { names.baselineProblems(of: $0) }
        for metric in campaign.metrics.values { if case .shows(let reference) = metric.kind { add(shown: reference) } }
        for reference in content.references { add(reference) }
        for scorecard in content.scorecards { add(scorecard) }
        for analysis in content.analyses { add(analysis) }
        for chart in content.charts { add(chart) }
        for table in content.tables { add(table) }
    }

    /// One value with its baseline: both are needed wherever the value is shown.
    private mutating func addValue(_ metric: String, terms: [SliceTerm], place: Place?) {
        let key = ValueKey(campaign: campaign.id, metric: metric, terms: terms)
        values.append(ValueRequest(key: key, terms: terms, place: place))
        addUse(MetricUse(campaign: campaign.id, metric: metric, slice: key.slice))
    }

    /// A use, and the same at the metric's baseline.
    private mutating func addUse(_ use: MetricUse) {
        uses.append(use)
        if let compared = campaign.baselineUse(of: use) { uses.append(compared) }
    }

    private mutating func add(_ reference: Reference) {
        if reference.name.value.contains(".") {
            problems += names.check(result: reference, analyses: analysisIDs, queries: queryIDs)
            return
        }
        let found = names.check(reference)
        guard found.isEmpty else { problems += found; return }
        guard reference.form.value != .name else { return }
        addValue(reference.name.value, terms: reference.slice, place: reference.place)
        if reference.form.value == .share {
            addValue(reference.name.value, terms: reference.slice + reference.shareOf, place: reference.place)
        }
    }

    /// What a metric shows must be a number with rows, or a result.
    private mutating func add(shown reference: Reference) {
        if !reference.form.value.isNumber {
            problems.append(Problem(.metricWithoutRows, "a metric shows a number, and '\(reference.form.value.rawValue)' is none", at: reference.form.place))
        } else if let metric = campaign.metrics[reference.name.value], !metric.hasRows {
            problems.append(Problem(.metricWithoutRows, "'\(reference.name.value)' only shows another number; name that number itself", at: reference.name.place))
        } else {
            add(reference)
        }
    }

    private mutating func add(_ scorecard: ScorecardBlock) {
        for item in scorecard.items {
            let found = names.check(metric: item.metric) + names.check(item.slice, of: item.metric.value)
            guard found.isEmpty else { problems += found; continue }
            addValue(item.metric.value, terms: item.slice, place: item.metric.place)
            let slice = ValueKey(campaign: campaign.id, metric: item.metric.value, terms: item.slice).slice
            if campaign.hasDailyRows(item.metric.value) {
                uses.append(
                    MetricUse(campaign: campaign.id, metric: item.metric.value, dimensions: ["day"], slice: slice))
            }
        }
    }

    private mutating func add(_ block: AnalysisBlock) {
        guard let method = methods.first(where: { $0.name == block.method.value }) else {
            let known = suggestion(for: block.method.value, among: methods.map(\.name))
            problems.append(Problem(.unknownMethod, "no analysis method named '\(block.method.value)'\(known)", at: block.method.place))
            return
        }
        let found = ParameterCheck(block: block, method: method, campaign: campaign).problems
        guard found.isEmpty else { problems += found; return }
        let needs = method.needs(block, in: campaign)
        guard needs.problems.isEmpty else { problems += needs.problems; return }
        uses += needs.uses
        analyses.append(PlannedAnalysis(campaign: campaign.id, block: block, uses: needs.uses, queries: needs.queries))
    }

    private mutating func add(_ chart: ChartBlock) {
        var found = checkRows(chart.rows, series: [chart.series, chart.facet].compactMap { $0 }, slice: chart.slice, place: chart.place)
        if let events = chart.events { found += checkRows(.query(events), series: [], slice: [], place: chart.place) }
        guard found.isEmpty else { problems += found; return }
        charts.append(chart)
        let dimensions = chart.rows.dimensions + [chart.series, chart.facet].compactMap { $0?.value }
        addRows(chart.rows, dimensions: dimensions, slice: chart.slice)
    }

    private mutating func add(_ table: TableBlock) {
        let found = checkRows(table.rows, series: [], slice: table.slice, place: table.place)
            + names.check(columns: table.columns, of: table.rows)
        guard found.isEmpty else { problems += found; return }
        tables.append(table)
        addRows(table.rows, dimensions: table.rows.dimensions, slice: table.slice)
    }

    private mutating func addRows(_ rows: RowSource, dimensions: [String], slice: [SliceTerm]) {
        guard case .metrics(let metrics, _) = rows else { return }
        for metric in metrics {
            let slice = ValueKey(campaign: campaign.id, metric: metric.value, terms: slice).slice
            addUse(MetricUse(campaign: campaign.id, metric: metric.value, dimensions: dimensions, slice: slice))
            addUse(MetricUse(campaign: campaign.id, metric: metric.value, slice: slice))
            // The first dimension alone gives the totals by which series and categories are put in order.
            if dimensions.count > 1 {
                for dimension in dimensions { addUse(MetricUse(campaign: campaign.id, metric: metric.value, dimensions: [dimension], slice: slice)) }
            }
        }
    }

    private func checkRows(_ rows: RowSource, series: [Located<String>], slice: [SliceTerm], place: Place) -> [Problem] {
        switch rows {
        case .metrics(let metrics, let by):
            let dimensions = by + series
            return metrics.flatMap { metric in
                let unknown = names.check(metric: metric)
                return unknown.isEmpty
                    ? names.check(dimensions: dimensions, of: metric.value) + names.check(slice, of: metric.value)
                    : unknown
            }
        case .query(let name):
            return queryIDs.contains(name.value)
                ? []
                : [Problem(.unknownResult, "no sql block named '\(name.value)'\(suggestion(for: name.value, among: queryIDs))", at: name.place)]
        case .analysis(let name):
            return analysisIDs.contains(name.analysis)
                ? []
                : [
                    Problem(
                        .unknownResult, "no analysis block named '\(name.analysis)'\(suggestion(for: name.analysis, among: analysisIDs))",
                        at: name.place)
                ]
        }
    }
}

extension RowSource {
    /// The names after `by:`.
    var dimensions: [String] {
        if case .metrics(_, let by) = self { by.map(\.value) } else { [] }
    }
}
