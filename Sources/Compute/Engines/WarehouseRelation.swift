import Model

/// A table of the warehouse under a campaign's name for it.
struct WarehouseRelation {
    let table: Table
    let relation: Located<String>

    /// `"shop"."orders"`
    var quotedName: String { relation.value.split(separator: ".").map { SQLText.quoted(String($0)) }.joined(separator: ".") }

    /// Gives the relation's columns and no row.
    var description: String { "SELECT * FROM \(quotedName) LIMIT 0" }

    /// Columns that are not there, or of another type than declared.
    func problems(with columns: [EngineColumn]) -> [Problem] {
        table.columns.values.compactMap { column in
            guard let found = columns.first(where: { $0.name == column.name }) else {
                return Problem(.unfitRelation, "\(relation.value) has no column '\(column.name)'\(suggestion(for: column.name, among: columns.map(\.name)))", at: column.place)
            }
            guard !found.kind.fits(column.type) else { return nil }
            return Problem(.unfitRelation, "column '\(column.name)' of \(relation.value) is \(found.kind.name) in the warehouse, and \(column.type) here", at: column.place)
        }
    }

    /// Counts the rows, and the cells that would be changed without a word.
    func counts(_ columns: [EngineColumn]) -> String {
        let counts = ["count(*) AS c0"] + inexact(columns).enumerated().map { index, column in
            let name = SQLText.quoted(column.name)
            return "count(*) FILTER (WHERE \(name) <> round(\(name), \(column.scale))) AS c\(index + 1)"
        }
        return "SELECT \(counts.joined(separator: ", ")) FROM \(quotedName)"
    }

    /// The number of rows, from the answer to `counts`.
    func count(_ row: [Scalar], _ columns: [EngineColumn]) -> Result<Int, Problems> {
        let numbers = row.map { Int($0.text) ?? 0 }
        let wrong = zip(inexact(columns), numbers.dropFirst()).filter { $1 > 0 }.map { column, count in
            Problem(
                .unfitRelation,
                "\(count) values of column '\(column.name)' of \(relation.value) have more decimals than \(column.type); declare as many as they have",
                at: column.place)
        }
        guard wrong.isEmpty else { return .failure(Problems(wrong)) }
        guard let count = numbers.first, count > 0 else {
            return .failure(Problems(Problem(.emptyRelation, "\(relation.value) has no rows, or none that this user may see", at: relation.place)))
        }
        return .success(count)
    }

    /// The declared columns, each as the engine reads it.
    func select(_ columns: [EngineColumn], _ expression: (Column, EngineColumn) -> String) -> String {
        let selected = table.columns.values.compactMap { column in
            columns.first { $0.name == column.name }.map { "\(expression(column, $0)) AS \(SQLText.quoted(column.name))" }
        }
        return "SELECT \(selected.joined(separator: ", ")) FROM \(quotedName)"
    }

    func problem(for error: QueryError, in engine: String) -> Problem {
        Problem(.unfitRelation, "table '\(table.id)' can't be read from \(engine): \(error.firstLine)", at: relation.place)
    }

    /// Decimal columns that hold more digits after the point than declared, or may.
    private func inexact(_ columns: [EngineColumn]) -> [(name: String, scale: Int, type: ColumnType, place: Place)] {
        table.columns.values.compactMap { column in
            guard case .decimal(_, let scale) = column.type, let found = columns.first(where: { $0.name == column.name }), found.kind == .decimal,
                found.scale.map({ $0 > scale }) ?? true
            else { return nil }
            return (column.name, scale, column.type, column.place)
        }
    }
}
