import Foundation
import Model
import OrderedCollections

/// The rules of a table as a whole: `checks:`, `fresh_to:`, `covers:`, `sums:`, `duplicates:`.
struct TableRulesReader {
    let keys: YAMLMapping
    let columns: OrderedDictionary<String, Column>
    let time: Located<String>?
    let hasKey: Bool
    private var problems: ProblemList { keys.problems }

    init(_ keys: YAMLMapping, columns: OrderedDictionary<String, Column>, time: Located<String>?, hasKey: Bool) {
        (self.keys, self.columns, self.time, self.hasKey) = (keys, columns, time, hasKey)
    }

    func read() -> TableRules {
        var rules = TableRules()
        rules.conditions = keys.optional("checks").map(conditions) ?? []
        rules.sums = keys.optional("sums").map(sums) ?? []
        if let value = dated("fresh_to"), let day = value.day() { rules.freshTo = Located(day, at: value.textPlace) }
        rules.covers = dated("covers")?.located()
        if let value = keys.optional("duplicates"), value.word("word here; write duplicates: allowed", among: ["allowed": true]) != nil {
            rules.allowsDuplicates = true
            if hasKey { problems.add(.badValue, "a table with a primary key can't have rows that are equal throughout", at: value.place) }
        }
        return rules
    }

    /// The value of a key that only a table with dates may have.
    private func dated(_ key: String) -> YAMLValue? {
        guard let value = keys.optional(key) else { return nil }
        if time == nil { problems.add(.badValue, "`\(key):` needs `time:`, the column that dates a row", at: value.place) }
        return time == nil ? nil : value
    }

    private func conditions(_ value: YAMLValue) -> [TableRules.Condition] {
        guard let elements = value.elements else { return value.expected("a list of conditions") ?? [] }
        return elements.compactMap { element in
            if element.scalar != nil { return element.located().flatMap { condition($0, name: nil) } }
            guard let keys = YAMLMapping(element, "a condition, or {condition: …, name: …}") else { return nil }
            let typed = keys.required("condition", of: "a check")?.located(), name = keys.optional("name")?.string()
            keys.refuseUnknownKeys(in: "a check")
            return typed.flatMap { condition($0, name: name) }
        }
    }

    private func condition(_ typed: Located<String>, name: String?) -> TableRules.Condition? {
        switch SQLScanner.columns(in: typed) {
        case .failure(let problem): problems.add(problem)
        case .success(let named):
            let strangers = named.filter { columns[$0.value] == nil && !columns.isEmpty }
            for column in strangers { unknown(column) }
            if strangers.isEmpty { return TableRules.Condition(expression: Expression(sql: typed.value, columns: named, place: typed.place), name: name) }
        }
        return nil
    }

    private func unknown(_ column: Located<String>) {
        problems.add(.unknownColumn, "the table has no column '\(column.value)'\(suggestion(for: column.value, among: columns.keys))", at: column.place)
    }

    private func sums(_ value: YAMLValue) -> [TableRules.Sum] {
        guard let elements = value.elements else { return value.expected("a list of sums {column: …, equals: table.column}") ?? [] }
        return elements.compactMap { element in
            guard let keys = YAMLMapping(element, "a sum {column: …, equals: table.column}") else { return nil }
            let column = keys.required("column", of: "a sum")?.located(), other = keys.required("equals", of: "a sum")?.located()
            let by = keys.optional("by")?.names() ?? []
            let tolerance = keys.optional("tolerance").map { $0.scalar.flatMap { Decimal(string: $0) } ?? $0.expected("a number") ?? 0 } ?? 0
            keys.refuseUnknownKeys(in: "a sum")
            guard let column, let other else { return nil }
            for name in [column] + by where columns[name.value] == nil && !columns.isEmpty && !(name.value == TableRules.day && time != nil) {
                unknown(name)
                return nil
            }
            let parts = other.value.split(separator: ".").map(String.init)
            guard parts.count == 2 else {
                problems.add(.badValue, "`equals:` names a column of another table, like sales_hourly.gmv", at: other.place)
                return nil
            }
            return TableRules.Sum(column: column.value, table: Located(parts[0], at: other.place), otherColumn: parts[1], by: by, tolerance: tolerance)
        }
    }
}
