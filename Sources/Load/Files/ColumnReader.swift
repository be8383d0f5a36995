import Foundation
import Model

/// One column of tables.yaml, in its short form (a type) or its full one.
struct ColumnReader {
    let name: Located<String>
    let problems: ProblemList

    init(_ name: Located<String>, _ problems: ProblemList) {
        self.name = name
        self.problems = problems
    }

    func short(_ value: YAMLValue) -> Column? {
        type(value).map { Column(name: name.value, type: $0, place: name.place) }
    }

    func full(_ value: YAMLValue) -> Column? {
        guard let keys = YAMLMapping(value, "a type or a column {type: …}") else { return nil }
        let type = keys.required("type", of: "column '\(name.value)'", at: name.place).flatMap(self.type)
        let label = keys.optional("label")?.string(), description = keys.optional("description")?.string()
        let unit = keys.optional("unit").flatMap { UnitReader.read($0) }
        let required = keys.optional("required")?.bool() ?? false, ordered = keys.optional("ordered")?.bool() ?? false
        let values = keys.optional("values")?.names()?.map(\.value) ?? []
        let labels = keys.optional("labels").map { self.labels($0, values) } ?? [:]
        let bounds = (keys.optional("min"), keys.optional("max"))
        if let type, !type.isNumeric, let bound = bounds.0 ?? bounds.1 {
            problems.add(.badValue, "`min` and `max` are for numbers, and '\(name.value)' is \(type)", at: bound.place)
        }
        if ordered, values.isEmpty {
            problems.add(.badValue, "`ordered: true` needs `values:`, which give the order", at: keys.place(ofKey: "ordered"))
        }
        let outliers = keys.optional("outliers").flatMap(decimal)
        if let outliers, outliers <= 0 { problems.add(.badValue, "`outliers:` is how many times the middle half's width a value may lie beyond it, like 5", at: keys.place(ofKey: "outliers")) }
        if let type, !type.isNumeric, outliers != nil { problems.add(.badValue, "`outliers:` is for numbers, and '\(name.value)' is \(type)", at: keys.place(ofKey: "outliers")) }
        let minimum = bounds.0.flatMap(decimal), maximum = bounds.1.flatMap(decimal)
        keys.refuseUnknownKeys(in: "a column")
        return type.map {
            var column = Column(
                name: name.value, type: $0, label: label, description: description, unit: unit, required: required,
                values: values, ordered: ordered, valueLabels: labels, minimum: minimum, maximum: maximum, place: name.place)
            column.outliers = outliers
            return column
        }
    }

    private func decimal(_ value: YAMLValue) -> Decimal? {
        value.scalar.flatMap { Decimal(string: $0) } ?? value.expected("a number")
    }

    private func labels(_ value: YAMLValue, _ values: [String]) -> [String: String] {
        guard let pairs = value.pairs else { return value.expected("a mapping {value: label}") ?? [:] }
        var labels: [String: String] = [:]
        for (key, value) in pairs {
            guard let name = key.located(), let label = value.string() else { continue }
            if !values.isEmpty, !values.contains(name.value) {
                problems.add(.badValue, "'\(name.value)' is none of the values of '\(self.name.value)'\(suggestion(for: name.value, among: values))", at: name.place)
            }
            labels[name.value] = label
        }
        return labels
    }

    private static let plainTypes: [String: ColumnType] = [
        "text": .text, "integer": .integer, "double": .double, "boolean": .boolean, "date": .date, "timestamp": .timestamp,
    ]

    private func type(_ value: YAMLValue) -> ColumnType? {
        guard let text = value.scalar else { return value.expected("a type") }
        if let type = Self.plainTypes[text] { return type }
        if text.hasPrefix("decimal("), text.hasSuffix(")") {
            let digits = text.dropFirst(8).dropLast().split(separator: ",").map { Int($0.filter { $0 != " " }) }
            if digits.count == 2, let precision = digits[0], let scale = digits[1], (1...38).contains(precision), (0...precision).contains(scale) {
                return .decimal(precision: precision, scale: scale)
            }
        }
        let near = nearestName(to: text, among: Array(Self.plainTypes.keys) + ["decimal(18,2)"]).map { "; did you mean '\($0)'?" }
        problems.add(.badValue, "'\(text)' is no type\(near ?? "; known: \(Self.plainTypes.keys.sorted().joined(separator: ", ")), decimal(18,2)")", at: value.textPlace)
        return nil
    }
}
