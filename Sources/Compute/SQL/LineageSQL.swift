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

    private func measure(_ use: MetricUse) -> String {
        guard let leaf = campaign.leaves(of: use.metric).first, case .measure(let measure)? = campaign.metrics[use.metric]?.kind,
            let table = campaign.tables[leaf.table]
        else { return "" }
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
        let grouped = dimensions.map { expression(of: $0, names, period) }
        let argument = measure.argument.map { names.qualified($0) } ?? "*"
        let call = measure.function == .countDistinct ? "count(DISTINCT \(argument))" : "\(measure.function.rawValue)(\(argument))"
        let scaled = table.sampleRate.map { measure.function.isAdditive ? "\(call) / \($0)" : call } ?? call
        var lines = ["SELECT \((grouped + [scaled]).joined(separator: ", ")) FROM \(names.from)"]
        if !conditions.isEmpty { lines.append("WHERE \(conditions.joined(separator: " AND "))") }
        if !grouped.isEmpty { lines.append("GROUP BY \(grouped.joined(separator: ", "))") }
        return lines.joined(separator: "\n")
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
