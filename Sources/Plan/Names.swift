import Model

/// Looks up the names that chapters use; each check returns what is wrong, at its place.
struct Names {
    let campaign: Campaign
    /// All campaigns that were read, for baselines.
    let others: [String: Campaign]

    func check(metric name: Located<String>) -> [Problem] {
        if campaign.metrics[name.value] != nil || name.value == Campaign.daysMetric || campaign.unreadableMetrics.contains(name.value) { return [] }
        let near = suggestion(for: name.value, among: campaign.metricNames.union([Campaign.daysMetric]))
        return [Problem(.unknownMetric, "no metric named '\(name.value)'\(near)", at: name.place)]
    }

    func check(_ reference: Reference) -> [Problem] {
        let unknown = check(metric: reference.name)
        guard unknown.isEmpty, let metric = campaign.metrics[reference.name.value] else { return unknown }
        return check(reference.slice + reference.shareOf, of: metric.id) + check(reference.form, of: metric)
    }

    /// Whether the metric has what a form shows.
    private func check(_ form: Located<Reference.Form>, of metric: Metric) -> [Problem] {
        let id = metric.id
        let missing: String? =
            switch form.value {
            case .target, .attainment, .verdict:
                metric.target == nil ? "metric '\(id)' has no target; give it `target:` in metrics.yaml" : nil
            case .change, .baseline:
                campaign.baseline(of: id) == nil
                    ? "metric '\(id)' has no baseline; give it `baseline:` in metrics.yaml or in campaign.yaml" : nil
            case .points:
                metric.unit != .percent
                    ? "metric '\(id)' is counted in \(metric.unit.name), and points belong to rates; use `| change`"
                    : campaign.baseline(of: id) == nil
                        ? "metric '\(id)' has no baseline; give it `baseline:` in metrics.yaml or in campaign.yaml" : nil
            case .interval:
                campaign.isRateOfCounts(id)
                    ? nil : "metric '\(id)' is no ratio of two counts, so it has no interval; leave `| interval` out"
            case .share:
                campaign.isAdditive(id)
                    ? nil : "metric '\(id)' is no sum or count, so its slices have no share of a whole"
            case .value, .name: nil
            }
        return missing.map { [Problem(.missingDefinition, $0, at: form.place)] } ?? []
    }

    /// A table's companion columns: at least one of its metrics must have what they show, and shares need sums.
    func check(columns: [Located<Reference.Form>], of rows: RowSource) -> [Problem] {
        guard case .metrics(let metrics, _) = rows else {
            return columns.first.map { [Problem(.badBlock, "`columns:` belong to metrics; a query or an analysis has its own", at: $0.place)] } ?? []
        }
        let known = metrics.compactMap { campaign.metrics[$0.value] }
        return columns.flatMap { form -> [Problem] in
            let problems = known.map { check(form, of: $0) }
            return form.value == .share || problems.allSatisfy { !$0.isEmpty } ? problems.flatMap { $0 } : []
        }
    }

    func check(_ slice: [SliceTerm], of metric: String) -> [Problem] {
        if let first = slice.first, let problem = noRows(metric, at: first.dimension.place) { return [problem] }
        return rowSlice(slice, of: metric)
    }

    /// A metric that shows another number has no rows to slice or to break down.
    private func noRows(_ metric: String, at place: Place) -> Problem? {
        guard let definition = campaign.metrics[metric], !definition.hasRows else { return nil }
        return Problem(.metricWithoutRows, "metric '\(metric)' only shows another number and has no rows of its own; name that number itself", at: place)
    }

    private func rowSlice(_ slice: [SliceTerm], of metric: String) -> [Problem] {
        slice.flatMap { term -> [Problem] in
            switch term.dimension.value {
            case "period":
                let known = [Campaign.ownPeriod, Campaign.allTime] + campaign.periods.keys + campaign.phases.map(\.id)
                return known.contains(term.value.value)
                    ? [] : [Problem(.unknownPeriod, "no period named '\(term.value.value)'\(suggestion(for: term.value.value, among: known))", at: term.value.place)]
            case "phase":
                let known = campaign.phases.map(\.id)
                return known.contains(term.value.value)
                    ? check(dimensions: [term.dimension], of: metric)
                    : [Problem(.unknownPeriod, "no phase named '\(term.value.value)'\(suggestion(for: term.value.value, among: known))", at: term.value.place)]
            default:
                return check(dimensions: [term.dimension], of: metric)
            }
        }
    }

    func check(dimensions: [Located<String>], of metric: String) -> [Problem] {
        if let first = dimensions.first, let problem = noRows(metric, at: first.place) { return [problem] }
        let tables = campaign.leaves(of: metric).map(\.table)
        return dimensions.flatMap { dimension in
            tables.uniqued().compactMap { table in
                guard campaign.tables[table] != nil, campaign.dimension(named: dimension.value, of: table) == nil else {
                    return nil
                }
                let near = suggestion(for: dimension.value, among: campaign.dimensionNames(of: table))
                return Problem(
                    .unknownColumn, "metric '\(metric)' can't be broken down by '\(dimension.value)': table '\(table)' has no such dimension\(near)",
                    at: dimension.place)
            }.prefix(1)
        }
    }

    func check(result reference: Reference, analyses: Set<String>, queries: Set<String>) -> [Problem] {
        let owner = String(reference.name.value.prefix { $0 != "." })
        if analyses.contains(owner) || queries.contains(owner) { return [] }
        let near = suggestion(for: owner, among: analyses.union(queries))
        return [Problem(.unknownResult, "no analysis or sql block named '\(owner)'\(near)", at: reference.name.place)]
    }

    /// A sum over 42 days says nothing against a sum over 7: the author must say how the two are compared. And a metric
    /// that names another campaign must exist there.
    func baselineProblems(of metric: String) -> [Problem] {
        guard let definition = campaign.metrics[metric] else { return [] }
        let own = campaign.period(named: definition.period?.value ?? Campaign.ownPeriod) ?? campaign.period
        let days: Int?, name: Located<String>, comparison: Comparison?
        switch campaign.baseline(of: metric) {
        case .period(let period, let compare)?:
            if definition.baseline != nil, !campaign.leaves(of: metric).isEmpty, !isDated(metric) {
                return [Problem(.incomparableBaseline, "metric '\(metric)' has no other period: its table has no `time:` column", at: period.place)]
            }
            (days, name, comparison) = (campaign.period(named: period.value)?.days, period, compare)
        case .campaign(let other, let compare)?:
            if definition.baseline != nil, let found = others[other.value], found.metrics[metric] == nil {
                return [Problem(.unknownMetric, "campaign '\(other.value)' has no metric '\(metric)' to compare with", at: other.place)]
            }
            (days, name, comparison) = (others[other.value]?.period.days, other, compare)
        case .literal?, nil: return []
        }
        guard let days, comparison == nil, days != own.days, campaign.isAdditive(metric), isDated(metric) else { return [] }
        return [
            Problem(
                .incomparableBaseline, "metric '\(metric)' is a total over \(own.days) days and its baseline '\(name.value)' has \(days); say `compare: per_day` or `compare: total` in the baseline",
                at: definition.baseline == nil ? definition.place : name.place)
        ]
    }

    private func isDated(_ metric: String) -> Bool {
        campaign.leaves(of: metric).contains { campaign.tables[$0.table]?.time != nil }
    }
}

extension Sequence where Element: Hashable {
    /// Each element once, in the order of its first appearance.
    func uniqued() -> [Element] {
        var seen = Set<Element>()
        return filter { seen.insert($0).inserted }
    }
}
