import Model

/// A query that returns one value alone, for readers who want to see where it comes from.
///
/// The build itself computes many values in one scan; this is the same measure, period and slice by itself.
struct LineageSQL {
    let campaign: Campaign

    func text(of use: MetricUse) -> String {
        guard let metric = campaign.metrics[use.metric] else { return "" }
        switch metric.kind {
        case .measure:
            return measure(use)
        case .ratio(let numerator, let denominator):
            return "-- \(numerator.value) / \(denominator.value)\n" + parts([numerator.value, denominator.value], of: use)
        case .formula(let formula):
            return parts(formula.metrics.map(\.value), of: use)
        case .rollup(let take, let inner, let by):
            var finer = part(inner.value, of: use)
            finer.dimensions.append(by.value)
            return "-- \(take.rawValue) of \(inner.value) by \(by.value)\n" + text(of: finer)
        case .shows, .notSet: return ""
        }
    }

    private func parts(_ names: [String], of use: MetricUse) -> String {
        var seen = Set<String>()
        return names.filter { $0 != Campaign.daysMetric && seen.insert($0).inserted }
            .map { text(of: part($0, of: use)) }.joined(separator: ";\n")
    }

    private func part(_ name: String, of use: MetricUse) -> MetricUse { campaign.part(name, of: use) }

    /// Which rows a measure takes: from where, under which conditions.
    private struct Scope {
        var measure: Measure
        var table: Table
        var names: ColumnNames
        var conditions: [String]
        /// What the rows are grouped by.
        var grouped: [String]

        var from: String { "FROM \(names.from)" + (conditions.isEmpty ? "" : "\nWHERE \(conditions.joined(separator: " AND "))") }
    }

    private func scope(of use: MetricUse) -> Scope? {
        guard let leaf = campaign.leaves(of: use.metric).first, case .measure(let measure)? = campaign.metrics[use.metric]?.kind,
            let table = campaign.tables[leaf.table]
        else { return nil }
        let held = use.slice.filter { $0.dimension != "period" }
        let dimensions = use.dimensions.compactMap { campaign.dimension(named: $0, of: leaf.table) }
        let slices = held.compactMap { entry in
            campaign.dimension(named: entry.dimension, of: leaf.table).map { ($0, entry.value) }
        }
        let expressions = [measure.argument, measure.filter].compactMap { $0 }
        let named = expressions.flatMap(\.columns).compactMap { campaign.dimension(named: $0.value, of: leaf.table) }
        let keys = (dimensions + slices.map(\.0) + named).compactMap { dimension -> Int? in
            if case .column(_, _, let key) = dimension.kind { key } else { nil }
        }
        let names = ColumnNames(campaign: campaign, table: leaf.table, joins: Set(keys).sorted())
        let period = campaign.period(named: campaign.periodID(of: leaf, slice: use.slice))
        var conditions = measure.filter.map { ["(\(names.qualified($0)))"] } ?? []
        if let period, let day = names.day { conditions.append("\(day) BETWEEN DATE '\(period.start)' AND DATE '\(period.end)'") }
        conditions += slices.map { "\(expression(of: $0.0, names, period)) = \(literal($0.1, $0.0))" }
        return Scope(measure: measure, table: table, names: names, conditions: conditions, grouped: dimensions.map { expression(of: $0, names, period) })
    }

    private func measure(_ use: MetricUse) -> String {
        guard let scope = scope(of: use) else { return "" }
        let measure = scope.measure
        let call = scope.names.call(of: measure)
        let scaled = scope.table.sampleRate.map { measure.function.isAdditive ? "\(call) / \($0)" : call } ?? call
        let select = "SELECT \((scope.grouped + [scaled]).joined(separator: ", ")) \(scope.from)"
        return scope.grouped.isEmpty ? select : "\(select)\nGROUP BY \(scope.grouped.joined(separator: ", "))"
    }

    /// For each measure that a value rests on: how many rows it takes, and the first of them.
    func rows(of key: ValueKey, limit: Int) -> [RowQuery] {
        var seen = Set<String>()
        return campaign.leaves(of: key.metric).filter { seen.insert($0.metric).inserted }.compactMap { leaf in
            let use = MetricUse(campaign: campaign.id, metric: leaf.metric, slice: key.slice)
            guard let scope = scope(of: use) else { return nil }
            let columns = scope.table.columns.keys.map { scope.names.column($0, of: scope.table.id, key: nil) }
            let order = (scope.table.primaryKey.isEmpty ? Array(scope.table.columns.keys) : scope.table.primaryKey).map { scope.names.column($0, of: scope.table.id, key: nil) }
            return RowQuery(
                metric: leaf.metric, table: scope.table.id, count: "SELECT count(*) AS n \(scope.from)",
                rows: "SELECT \(columns.joined(separator: ", ")) \(scope.from)\nORDER BY \(order.joined(separator: ", ")) LIMIT \(limit)")
        }
    }

    private func expression(of dimension: Dimension, _ names: ColumnNames, _ period: Period?) -> String {
        switch dimension.kind {
        case .column(let table, let column, let key): return names.column(column, of: table, key: key)
        case .grain(let grain): return names.grain(grain)
        case .phase:
            let shift = (period ?? campaign.period).start - campaign.period.start
            let cases = campaign.phases.map {
                "WHEN \(names.day ?? "NULL") BETWEEN DATE '\($0.start + shift)' AND DATE '\($0.end + shift)' THEN '\($0.id)'"
            }
            return "CASE \(cases.joined(separator: " ")) END"
        }
    }

    /// A slice's value as the data has it: labels are turned back, days and numbers need their own form.
    private func literal(_ typed: String, _ dimension: Dimension) -> String {
        let column = campaign.column(of: dimension)
        let value = column?.valueLabels.first { $0.value == typed }?.key ?? typed
        switch dimension.kind {
        case .grain(.day), .grain(.week), .grain(.month): return "DATE \(SQLText.literal(value))"
        case .grain(.hour), .grain(.weekday): return value
        case .column where column?.type == .date: return "DATE \(SQLText.literal(value))"
        case .column where column?.type.isNumeric == true || column?.type == .boolean: return value
        case .column, .phase: return SQLText.literal(value)
        }
    }
}
