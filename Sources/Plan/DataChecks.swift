import Model

extension Plan {
    /// The rules of tables.yaml as SQL: which rows break them.
    static func dataChecks(of campaign: Campaign) -> [DataCheck] {
        campaign.tables.values.flatMap { table in
            keyChecks(of: table, campaign) + table.columns.values.flatMap { columnChecks(of: $0, table, campaign) }
                + foreignKeyChecks(of: table, campaign) + rowChecks(of: table, campaign)
        }
    }

    private static func keyChecks(of table: Table, _ campaign: Campaign) -> [DataCheck] {
        guard !table.primaryKey.isEmpty else { return [] }
        let columns = table.primaryKey.map(quoted).joined(separator: ", ")
        let shown = table.primaryKey.map { asText($0, of: table) }.joined(separator: " || ', ' || ")
        let empty = table.primaryKey.map { "\(quoted($0)) IS NULL" }.joined(separator: " OR ")
        return [
            check(
                campaign, table, .unique(key: table.primaryKey), at: table.place,
                offending: "SELECT \(shown) || ' (' || count(*) || ' rows)' AS example FROM \(quoted(table.id)) GROUP BY \(columns) HAVING count(*) > 1"),
            check(
                campaign, table, .present(key: table.primaryKey), at: table.place,
                offending: "SELECT 'a row' AS example FROM \(quoted(table.id)) WHERE \(empty)"),
        ]
    }

    private static func columnChecks(of column: Column, _ table: Table, _ campaign: Campaign) -> [DataCheck] {
        let name = quoted(column.name)
        var checks: [DataCheck] = []
        func add(_ rule: DataCheck.Rule, _ condition: String) {
            checks.append(
                check(
                    campaign, table, rule, at: column.place, condition: condition,
                    offending: "SELECT coalesce(\(asText(column.name, of: table)), 'an empty cell') AS example FROM \(quoted(table.id)) WHERE \(condition)"))
        }
        if column.required { add(.required(column: column.name), "\(name) IS NULL") }
        if !column.values.isEmpty {
            let list = column.values.map(literal).joined(separator: ", ")
            add(.allowed(column: column.name), "\(name) IS NOT NULL AND \(asText(column.name, of: table)) NOT IN (\(list))")
        }
        if let minimum = column.minimum { add(.atLeast(column: column.name, minimum.description), "\(name) < \(minimum)") }
        if let maximum = column.maximum { add(.atMost(column: column.name, maximum.description), "\(name) > \(maximum)") }
        if let times = column.outliers { checks.append(outlierCheck(of: column, times, table, campaign)) }
        return checks
    }

    private static func foreignKeyChecks(of table: Table, _ campaign: Campaign) -> [DataCheck] {
        table.foreignKeys.compactMap { key in
            guard let other = campaign.tables[key.table.value], other.primaryKey.count == key.columns.count else {
                return nil
            }
            let pairs = zip(key.columns, other.primaryKey).map { "o.\(quoted($1)) = t.\(quoted($0))" }
            let present = key.columns.map { "t.\(quoted($0)) IS NOT NULL" }.joined(separator: " AND ")
            let shown = key.columns.map { "CAST(t.\(quoted($0)) AS VARCHAR)" }.joined(separator: " || ', ' || ")
            return check(
                campaign, table, and: other, .exists(key: key.columns, table: other.id), at: key.table.place,
                offending: "SELECT \(shown) AS example FROM \(quoted(table.id)) t WHERE \(present) AND NOT EXISTS (SELECT 1 FROM \(quoted(other.id)) o WHERE \(pairs.joined(separator: " AND ")))")
        }
    }

    static func check(
        _ campaign: Campaign, _ table: Table, and other: Table? = nil, _ rule: DataCheck.Rule, at place: Place,
        condition: String? = nil, offending: String
    ) -> DataCheck {
        DataCheck(
            campaign: campaign.id, table: table.id, tables: [table.id] + (other.map { [$0.id] } ?? []), rule: rule,
            condition: condition, offending: offending, place: place)
    }

    static func quoted(_ name: String) -> String { "\"\(name)\"" }

    /// A cell as the same text on every engine.
    static func asText(_ name: String, of table: Table) -> String { asText(quoted(name), table.columns[name]?.type) }

    /// A double is written as a decimal of six places at most, without the zeros at its end: each engine has its own 200, 200.0 and 2.0E2.
    static func asText(_ value: String, _ type: ColumnType?) -> String {
        let plain = "CAST(\(value) AS VARCHAR)"
        guard type == .double else { return plain }
        let decimal = "trim(TRAILING '.' FROM trim(TRAILING '0' FROM CAST(CAST(\(value) AS DECIMAL(38,6)) AS VARCHAR)))"
        return "CASE WHEN abs(\(value)) <= 1e15 THEN \(decimal) ELSE \(plain) END"
    }

    static func literal(_ text: String) -> String {
        "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    }
}
