import Foundation
import Model
import OrderedCollections

/// tables.yaml: the data dictionary.
struct TablesFile {
    let keys: YAMLMapping
    private var problems: ProblemList { keys.problems }

    init(_ keys: YAMLMapping) { self.keys = keys }

    func read() -> (tables: OrderedDictionary<String, Table>, unreadable: Set<String>) {
        var tables: OrderedDictionary<String, Table> = [:]
        var unreadable = Set<String>()
        for (key, value) in keys.rest {
            if !Identifier.isWord(key.value) {
                problems.add(.badName, "'\(key.value)' is no table name; use lower-case letters, digits and _, beginning with a letter", at: key.place)
            }
            if let table = table(key, value) { tables[key.value] = table } else { unreadable.insert(key.value) }
        }
        return (tables, unreadable)
    }

    private func table(_ id: Located<String>, _ value: YAMLValue) -> Table? {
        guard let keys = YAMLMapping(value, "a table {file: …, columns: …}") else { return nil }
        let inWarehouse = keys.optional("relation"), relation = inWarehouse.flatMap(self.relation)
        if inWarehouse != nil, let file = keys.optional("file") { problems.add(.badValue, "a table is read from files or from a relation, not from both", at: file.place) }
        let files = inWarehouse != nil ? [] : keys.required("file", of: "table '\(id.value)'", at: id.place)?.names() ?? []
        let format = relation == nil ? keys.optional("format")?.word("format", Table.Format.self)?.value ?? self.format(of: files, in: keys) : .csv
        let columns = keys.required("columns", of: "table '\(id.value)'", at: id.place).map(self.columns) ?? [:]
        let time = keys.optional("time")?.located()
        let primaryKey = keys.optional("primary_key")?.names() ?? []
        let foreignKeys = keys.optional("foreign_keys").map(self.foreignKeys) ?? []
        let rate = keys.optional("sample_rate").flatMap(sampleRate)
        let description = keys.optional("description")?.string(), source = keys.optional("source")?.string()
        let rules = TableRulesReader(keys, columns: columns.compactMapValues { $0 }, time: time, hasKey: !primaryKey.isEmpty).read()
        keys.refuseUnknownKeys(in: "a table")
        for name in primaryKey + foreignKeys.flatMap(\.columns) + [time].compactMap({ $0 }) where columns[name.value] == nil && !columns.isEmpty {
            problems.add(.unknownColumn, "table '\(id.value)' has no column '\(name.value)'\(suggestion(for: name.value, among: columns.keys))", at: name.place)
        }
        if let time {
            if let type = columns[time.value]??.type, type != .date, type != .timestamp {
                problems.add(.badValue, "`time:` names a date or timestamp column, and '\(time.value)' is \(type)", at: time.place)
            }
        }
        let readable = columns.compactMapValues { $0 }
        guard let format, !files.isEmpty || relation != nil, !columns.isEmpty, readable.count == columns.count else { return nil }
        var table = Table(
            id: id.value, description: description, files: files, format: format, time: time?.value, columns: readable,
            primaryKey: primaryKey.map(\.value),
            foreignKeys: foreignKeys.map { ForeignKey(columns: $0.columns.map(\.value), table: $0.table) }, sampleRate: rate,
            source: source, place: id.place)
        table.rules = rules
        table.relation = relation
        return table
    }

    /// `orders`, `shop.orders` or `catalog.shop.orders`.
    private func relation(_ value: YAMLValue) -> Located<String>? {
        guard let name = value.located() else { return nil }
        let parts = name.value.split(separator: ".", omittingEmptySubsequences: false)
        let isName = (1...3).contains(parts.count) && parts.allSatisfy { part in
            part.first?.isNumber == false && part.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
        }
        if !isName { problems.add(.badValue, "'\(name.value)' is no relation of a warehouse; write schema.name", at: name.place) }
        return isName ? name : nil
    }

    private func format(of files: [Located<String>], in keys: YAMLMapping) -> Table.Format? {
        guard let file = files.first else { return nil }
        let ending = String(file.value.split(separator: ".").last ?? "")
        if let format = Table.Format(rawValue: ending) { return format }
        problems.add(.badValue, "the format of '\(file.value)' can't be told from its ending; say `format: csv`, parquet or jsonl", at: file.place)
        return nil
    }

    private func sampleRate(_ value: YAMLValue) -> Decimal? {
        guard let rate = value.scalar.flatMap({ Decimal(string: $0) }), rate > 0, rate <= 1 else {
            problems.add(.badValue, "a sample rate is a share above 0 and up to 1, like 0.01", at: value.place)
            return nil
        }
        return rate
    }

    private func foreignKeys(_ value: YAMLValue) -> [(columns: [Located<String>], table: Located<String>)] {
        guard let elements = value.elements else { return value.expected("a list of keys {columns: […], table: …}") ?? [] }
        return elements.compactMap { element in
            guard let keys = YAMLMapping(element, "a key {columns: […], table: …}") else { return nil }
            let columns = keys.required("columns", of: "a foreign key")?.names()
            let table = keys.required("table", of: "a foreign key")?.located()
            keys.refuseUnknownKeys(in: "a foreign key")
            guard let columns, let table else { return nil }
            return (columns, table)
        }
    }

    /// The columns by name, nil for those that can't be read.
    private func columns(_ value: YAMLValue) -> OrderedDictionary<String, Column?> {
        guard let pairs = value.pairs else { return value.expected("a mapping of columns") ?? [:] }
        var columns: OrderedDictionary<String, Column?> = [:]
        for (key, value) in pairs {
            guard let name = key.located() else { continue }
            let reader = ColumnReader(name, problems)
            columns.updateValue(value.scalar == nil ? reader.full(value) : reader.short(value), forKey: name.value)
        }
        return columns
    }
}
