import Foundation
import Model

extension Plan {
    /// The rules of a table as a whole: conditions, freshness, coverage, sums, copies.
    static func rowChecks(of table: Table, _ campaign: Campaign) -> [DataCheck] {
        let rules = table.rules
        var checks = rules.conditions.map { conditionCheck($0, table, campaign) }
        if let time = table.time, let fresh = rules.freshTo {
            checks.append(
                check(
                    campaign, table, .fresh(column: time, to: fresh.value), at: fresh.place,
                    offending: "SELECT 'the newest is of ' || coalesce(CAST(max(\(day(time))) AS VARCHAR), 'no day') AS example FROM \(quoted(table.id)) HAVING max(\(day(time))) IS NULL OR max(\(day(time))) < DATE '\(fresh.value)'"))
        }
        if let time = table.time, let covers = rules.covers, let period = campaign.period(named: covers.value) {
            checks.append(coverageCheck(of: time, period, at: covers.place, table, campaign))
        }
        checks += rules.sums.compactMap { sum in campaign.tables[sum.table.value].map { sumCheck(sum, table, $0, campaign) } }
        if table.primaryKey.isEmpty, !rules.allowsDuplicates { checks.append(copiesCheck(of: table, campaign)) }
        return checks
    }

    private static func day(_ column: String) -> String { "CAST(\(quoted(column)) AS DATE)" }

    /// A row by its key, or by all of its columns.
    private static func row(of table: Table) -> String {
        let columns = table.primaryKey.isEmpty ? Array(table.columns.keys) : table.primaryKey
        return columns.map { "coalesce(\(asText($0, of: table)), '')" }.joined(separator: " || ', ' || ")
    }

    private static func conditionCheck(_ condition: TableRules.Condition, _ table: Table, _ campaign: Campaign) -> DataCheck {
        let broken = "NOT (\(condition.expression.sql))"
        return check(
            campaign, table, .condition(condition.name ?? condition.expression.sql), at: condition.expression.place, condition: broken,
            offending: "SELECT \(row(of: table)) AS example FROM \(quoted(table.id)) WHERE \(broken)")
    }

    private static func coverageCheck(of time: String, _ period: Period, at place: Place, _ table: Table, _ campaign: Campaign) -> DataCheck {
        let days = (0..<period.days).map { "('\(period.start + $0)')" }.joined(separator: ", ")
        return check(
            campaign, table, .covers(column: time, period: period), at: place,
            offending: "SELECT d AS example FROM (VALUES \(days)) AS days(d) WHERE d NOT IN (SELECT CAST(\(day(time)) AS VARCHAR) FROM \(quoted(table.id)) WHERE \(quoted(time)) IS NOT NULL)")
    }

    /// A sum against another table's, in total or for each shared value; where both tables have dates, within the campaign's period.
    private static func sumCheck(_ sum: TableRules.Sum, _ own: Table, _ other: Table, _ campaign: Campaign) -> DataCheck {
        func side(_ table: Table, _ column: String) -> String {
            let keys = sum.by.map { name in
                "coalesce(\(name.value == TableRules.day ? "CAST(\(day(table.time ?? name.value)) AS VARCHAR)" : asText(name.value, of: table)), 'no value')"
            }
            let key = keys.isEmpty ? "'all'" : keys.joined(separator: " || ', ' || ")
            var within = ""
            if let time = table.time, other.time != nil, own.time != nil {
                within = " WHERE \(day(time)) BETWEEN DATE '\(campaign.period.start)' AND DATE '\(campaign.period.end)'"
            }
            return "SELECT \(key) AS k, sum(\(quoted(column))) AS s FROM \(quoted(table.id))\(within) GROUP BY 1"
        }
        let compared = """
            SELECT coalesce(l.k, r.k) || ': ' || coalesce(\(asText("l.s", own.columns[sum.column]?.type)), 'nothing') || ' against ' || coalesce(\(asText("r.s", other.columns[sum.otherColumn]?.type)), 'nothing') AS example \
            FROM (\(side(own, sum.column))) l FULL JOIN (\(side(other, sum.otherColumn))) r ON l.k = r.k WHERE abs(coalesce(l.s, 0) - coalesce(r.s, 0)) > \(sum.tolerance)
            """
        return check(
            campaign, own, and: other, .sum(of: "\(own.id).\(sum.column)", equals: "\(other.id).\(sum.otherColumn)", by: sum.by.map(\.value)), at: sum.table.place,
            offending: compared)
    }

    private static func copiesCheck(of table: Table, _ campaign: Campaign) -> DataCheck {
        let columns = table.columns.keys.map(quoted).joined(separator: ", ")
        return check(
            campaign, table, .distinct, at: table.place,
            offending: "SELECT \(row(of: table)) || ' (' || count(*) || ' times)' AS example FROM \(quoted(table.id)) GROUP BY \(columns) HAVING count(*) > 1")
    }

    /// Values beyond the quartiles by more than so many widths of the middle half (Tukey 1977, whose far-out values lie beyond 3).
    static func outlierCheck(of column: Column, _ times: Decimal, _ table: Table, _ campaign: Campaign) -> DataCheck {
        let name = quoted(column.name), value = "CAST(\(name) AS DOUBLE PRECISION)"
        let quartiles = "(SELECT percentile_cont(0.25) WITHIN GROUP (ORDER BY \(value)) AS low, percentile_cont(0.75) WITHIN GROUP (ORDER BY \(value)) AS high FROM \(quoted(table.id))) q"
        return check(
            campaign, table, .near(column: column.name, times: "\(times)"), at: column.place,
            offending: "SELECT \(asText(column.name, of: table)) || ' in ' || \(row(of: table)) AS example FROM \(quoted(table.id)), \(quartiles) WHERE \(value) < low - \(times) * (high - low) OR \(value) > high + \(times) * (high - low)")
    }
}
