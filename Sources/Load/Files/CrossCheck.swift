import Model

/// Names that one YAML file uses and another defines: tables, columns, metrics, periods, campaigns.
struct CrossCheck {
    let campaign: Campaign
    let siblings: [String]
    let problems: ProblemList

    init(campaign: Campaign, siblings: [String], _ problems: ProblemList) {
        self.campaign = campaign
        self.siblings = siblings
        self.problems = problems
    }

    func run() {
        if let baseline = campaign.baseline { check(baseline) }
        for table in campaign.tables.values {
            checkForeignKeys(of: table)
            if let period = table.rules.covers { checkPeriod(period) }
            for sum in table.rules.sums { check(sum) }
        }
        for metric in campaign.metrics.values { check(metric) }
        for identity in campaign.identities { (identity.left.metrics + identity.right.metrics).forEach(checkMetric) }
        MetricCycles(campaign: campaign, problems).check()
        checkQuotedNumbers()
    }

    /// Each name is given to one quoted number, and to no metric or period; relations name what there is.
    private func checkQuotedNumbers() {
        var known = Set(campaign.metricNames).union(campaign.periods.keys).union(campaign.phases.map(\.id)).union([Campaign.ownPeriod])
        for number in campaign.quotedNumbers {
            if !known.insert(number.name.value).inserted { problems.add(.repeatedName, "the name '\(number.name.value)' is taken", at: number.name.place) }
        }
        for name in campaign.relations.flatMap(\.names) where !known.contains(name.value) {
            problems.add(.unknownQuotedNumber, "no quotation names a number '\(name.value)'\(suggestion(for: name.value, among: known))", at: name.place)
        }
    }

    private func checkForeignKeys(of table: Table) {
        for key in table.foreignKeys where !campaign.unreadableTables.contains(key.table.value) {
            guard let other = campaign.tables[key.table.value] else {
                let near = suggestion(for: key.table.value, among: campaign.tableNames)
                problems.add(.unknownTable, "no table named '\(key.table.value)'\(near)", at: key.table.place)
                continue
            }
            if other.primaryKey.isEmpty {
                problems.add(.badKey, "table '\(other.id)' has no primary key for this foreign key to lead to", at: key.table.place)
            } else if other.primaryKey.count != key.columns.count {
                problems.add(
                    .badKey, "the primary key of '\(other.id)' has \(other.primaryKey.count) columns, this foreign key \(key.columns.count)", at: key.table.place)
            }
        }
    }

    private func check(_ sum: TableRules.Sum) {
        guard let other = campaign.tables[sum.table.value] else {
            guard !campaign.unreadableTables.contains(sum.table.value) else { return }
            return problems.add(.unknownTable, "no table named '\(sum.table.value)'\(suggestion(for: sum.table.value, among: campaign.tableNames))", at: sum.table.place)
        }
        for name in [Located(sum.otherColumn, at: sum.table.place)] + sum.by where other.columns[name.value] == nil && !(name.value == TableRules.day && other.time != nil) {
            problems.add(.unknownColumn, "table '\(other.id)' has no column '\(name.value)'\(suggestion(for: name.value, among: other.columns.keys))", at: name.place)
        }
    }

    private func check(_ metric: Metric) {
        switch metric.kind {
        case .measure(let measure): check(measure)
        case .ratio(let numerator, let denominator): [numerator, denominator].forEach(checkMetric)
        case .formula(let formula): formula.metrics.forEach(checkMetric)
        case .rollup(_, let inner, _): checkMetric(inner)
        case .shows, .notSet: break
        }
        if let baseline = metric.baseline { check(baseline) }
        if let period = metric.period, period.value != Campaign.allTime { checkPeriod(period) }
    }

    private func checkMetric(_ name: Located<String>) {
        if let metric = campaign.metrics[name.value], !metric.hasRows {
            return problems.add(.metricWithoutRows, "'\(name.value)' only shows another number; calculate with that number itself", at: name.place)
        }
        guard campaign.metrics[name.value] == nil, name.value != Campaign.daysMetric, !campaign.unreadableMetrics.contains(name.value) else { return }
        let known = campaign.metricNames.union([Campaign.daysMetric])
        problems.add(.unknownMetric, "no metric named '\(name.value)'\(suggestion(for: name.value, among: known))", at: name.place)
    }

    private func check(_ measure: Measure) {
        guard let table = campaign.tables[measure.table.value] else {
            guard !campaign.unreadableTables.contains(measure.table.value) else { return }
            let near = suggestion(for: measure.table.value, among: campaign.tableNames)
            return problems.add(.unknownTable, "no table named '\(measure.table.value)'\(near)", at: measure.table.place)
        }
        for expression in [measure.argument, measure.filter].compactMap({ $0 }) {
            for column in expression.columns { check(column, of: table) }
        }
    }

    /// A column must be one of the table's own or of one that a foreign key leads to.
    private func check(_ column: Located<String>, of table: Table) {
        if let found = campaign.dimension(named: column.value, of: table.id), case .column = found.kind { return }
        let reached = table.foreignKeys.map(\.table.value).filter { campaign.tables[$0]?.columns[column.value] != nil }
        if reached.count > 1 {
            let choices = reached.map { "\($0).\(column.value)" }.joined(separator: " or ")
            return problems.add(.unknownColumn, "'\(column.value)' stands in more than one table; write \(choices)", at: column.place)
        }
        let names = campaign.dimensionNames(of: table.id).filter { Dimension.Grain(rawValue: $0) == nil && $0 != "phase" }
        problems.add(.unknownColumn, "table '\(table.id)' has no column '\(column.value)'\(suggestion(for: column.value, among: names))", at: column.place)
    }

    private func check(_ baseline: Baseline) {
        switch baseline {
        case .period(let name, _): checkPeriod(name)
        case .campaign(let name, _):
            if name.value == campaign.id {
                problems.add(.unknownCampaign, "a campaign can't be its own baseline", at: name.place)
            } else if !siblings.contains(name.value) {
                let others = siblings.filter { $0 != campaign.id }
                problems.add(.unknownCampaign, "no campaign '\(name.value)' beside this one\(suggestion(for: name.value, among: others))", at: name.place)
            }
        case .literal: break
        }
    }

    private func checkPeriod(_ name: Located<String>) {
        guard campaign.period(named: name.value) == nil else { return }
        let known = Array(campaign.periods.keys) + campaign.phases.map(\.id)
        problems.add(.unknownPeriod, "no period named '\(name.value)'\(suggestion(for: name.value, among: known))", at: name.place)
    }
}

/// Metrics that rest on themselves.
struct MetricCycles {
    let campaign: Campaign
    let problems: ProblemList

    init(campaign: Campaign, _ problems: ProblemList) {
        self.campaign = campaign
        self.problems = problems
    }

    func check() {
        var done = Set<String>()
        for id in campaign.metrics.keys { visit(id, path: [], &done) }
    }

    private func visit(_ id: String, path: [String], _ done: inout Set<String>) {
        if let start = path.firstIndex(of: id) {
            let cycle = (path[start...] + [id]).joined(separator: " → ")
            problems.add(.circularMetric, "metrics go round in a circle: \(cycle)", at: campaign.metrics[id]?.place)
            return
        }
        guard !done.contains(id) else { return }
        for part in campaign.metrics[id]?.parts ?? [] { visit(part, path: path + [id], &done) }
        done.insert(id)
    }
}

extension Metric {
    /// The metrics that it names.
    var parts: [String] {
        switch kind {
        case .measure: []
        case .ratio(let numerator, let denominator): [numerator.value, denominator.value]
        case .formula(let formula): formula.metrics.map(\.value)
        case .rollup(_, let inner, _): [inner.value]
        case .shows, .notSet: []
        }
    }
}
