import Model

/// Writes an aggregate query in portable SQL.
///
/// All breakdowns come from one scan by GROUPING SETS; several periods come from the same scan by a join with their
/// first and last days, which may overlap. The result's columns are `period`, then for each dimension `g0 … gn` (1 where
/// the row adds up over it) and `d0 … dn`, then one column per measure, named `m0 …`, and with `count` the rows behind it.
struct AggregateSQL {
    let query: AggregateQuery
    let campaign: Campaign

    private var table: Table? { campaign.tables[query.table] }
    private var names: ColumnNames { ColumnNames(campaign: campaign, table: query.table, joins: query.joins) }
    private var isDated: Bool { query.periods.contains { $0 != nil } }

    var text: String {
        let dimensions = query.dimensions.map { expression(of: $0) }
        var columns = [isDated ? "p.id AS period" : "'\(Campaign.allTime)' AS period"]
        for (index, dimension) in dimensions.enumerated() {
            columns.append("GROUPING(\(dimension)) AS g\(index)")
            columns.append("\(dimension) AS d\(index)")
        }
        for (index, column) in query.measures.enumerated() {
            columns.append("\(measure(column.measure)) AS m\(index)")
        }
        let sets = query.sets.map { set in
            "(" + ((isDated ? ["p.id"] : []) + set.map { dimensions[$0] }).joined(separator: ", ") + ")"
        }
        return """
            SELECT \(columns.joined(separator: ",\n  "))
            FROM \(names.from)\(periodJoin)
            GROUP BY GROUPING SETS (\(sets.joined(separator: ", ")))
            """
    }

    /// The types of the result's columns.
    var types: [ResultType] {
        let dimensions = query.dimensions.flatMap { dimension -> [ResultType] in
            switch dimension.kind {
            case .column: [.number, campaign.column(of: dimension).map { ResultType($0.type) } ?? .text]
            case .grain(.hour), .grain(.weekday): [.number, .number]
            case .grain: [.number, .day]
            case .phase: [.number, .text]
            }
        }
        return [.text] + dimensions + query.measures.map { _ in .number }
    }

    /// A measure with its filter: `sum(orders.amount) FILTER (WHERE orders.status = 'paid')`.
    private func measure(_ measure: Measure) -> String {
        let call = names.call(of: measure)
        guard let filter = measure.filter else { return call }
        return "\(call) FILTER (WHERE \(names.qualified(filter)))"
    }

    private var periodJoin: String {
        guard isDated, let day = names.day else { return "" }
        let rows = query.periods.map { period -> String in
            guard let period else { return "('\(Campaign.allTime)', DATE '0001-01-01', DATE '9999-12-31')" }
            return "('\(period.id)', DATE '\(period.start)', DATE '\(period.end)')"
        }
        return "\nJOIN (VALUES \(rows.joined(separator: ", "))) AS p(id, first_day, last_day) ON \(day) BETWEEN p.first_day AND p.last_day"
    }

    private func expression(of dimension: Dimension) -> String {
        switch dimension.kind {
        case .column(let table, let column, let key): names.column(column, of: table, key: key)
        case .grain(let grain): names.grain(grain)
        case .phase: phase
        }
    }

    /// The phase by the day's place in its period, so that a baseline period has the same phases; by date where rows
    /// of any date are meant.
    private var phase: String {
        guard let day = names.day else { return "NULL" }
        let cases = campaign.phases.map { phase in
            if isDated, query.periods.allSatisfy({ $0 != nil }) {
                let first = phase.start - campaign.period.start, last = phase.end - campaign.period.start
                return "WHEN \(day) BETWEEN p.first_day + \(first) AND p.first_day + \(last) THEN '\(phase.id)'"
            }
            return "WHEN \(day) BETWEEN DATE '\(phase.start)' AND DATE '\(phase.end)' THEN '\(phase.id)'"
        }
        return "CASE \(cases.joined(separator: " ")) END"
    }
}
