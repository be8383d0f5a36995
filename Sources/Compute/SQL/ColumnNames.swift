import Model

/// The tables of a query's FROM, and how a column of each is written so that it means one thing.
struct ColumnNames {
    let campaign: Campaign
    let table: String
    /// Foreign keys that are followed, by index.
    let joins: [Int]

    private var definition: Table? { campaign.tables[table] }

    /// `orders LEFT JOIN users ON users.user_id = orders.user_id`.
    var from: String {
        guard let definition else { return SQLText.name(table) }
        return joins.reduce(SQLText.name(table)) { text, index in
            let key = definition.foreignKeys[index]
            guard let other = campaign.tables[key.table.value] else { return text }
            let alias = self.alias(of: index)
            let pairs = zip(other.primaryKey, key.columns).map { "\(alias).\(SQLText.name($0)) = \(SQLText.name(table)).\(SQLText.name($1))" }
            let named = alias == SQLText.name(other.id) ? alias : "\(SQLText.name(other.id)) AS \(alias)"
            return "\(text)\nLEFT JOIN \(named) ON \(pairs.joined(separator: " AND "))"
        }
    }

    /// The other table's name; with a number where two keys lead to the same table.
    private func alias(of index: Int) -> String {
        guard let keys = definition?.foreignKeys else { return "" }
        let name = keys[index].table.value
        let first = keys.firstIndex { $0.table.value == name }
        return SQLText.name(first == index && name != table ? name : "\(name)_\(index + 1)")
    }

    func column(_ column: String, of other: String, key: Int?) -> String {
        "\(key.map(alias) ?? SQLText.name(table)).\(SQLText.name(column))"
    }

    /// The day of a row; nil where the table's rows bear no date.
    var day: String? {
        guard let time = definition?.time, let column = definition?.columns[time] else { return nil }
        let name = self.column(time, of: table, key: nil)
        return column.type == .date ? name : "CAST(\(name) AS DATE)"
    }

    func grain(_ grain: Dimension.Grain) -> String {
        guard let day, let time = definition?.time else { return "NULL" }
        switch grain {
        case .day: return day
        case .hour: return "extract(HOUR FROM \(column(time, of: table, key: nil)))"
        case .week: return "CAST(date_trunc('week', \(day)) AS DATE)"
        case .month: return "CAST(date_trunc('month', \(day)) AS DATE)"
        case .weekday: return "extract(ISODOW FROM \(day))"
        }
    }

    /// A measure without its filter: `count(DISTINCT orders.user_id)`.
    func call(of measure: Measure) -> String {
        let argument = measure.argument.map { qualified($0) } ?? "*"
        return measure.function == .countDistinct ? "count(DISTINCT \(argument))" : "\(measure.function.rawValue)(\(argument))"
    }

    /// An author's expression with each column name made unambiguous.
    func qualified(_ expression: Expression) -> String {
        var rest = Substring(expression.sql)
        var text = ""
        for name in expression.columns {
            guard let found = Self.next(name.value, in: rest),
                let dimension = campaign.dimension(named: name.value, of: table),
                case .column(let owner, let column, let key) = dimension.kind
            else { continue }
            text += rest[..<found.lowerBound] + self.column(column, of: owner, key: key)
            rest = rest[found.upperBound...]
        }
        return text + rest
    }

    /// Where a column's name stands next, as a whole word and outside of text in quotes.
    private static func next(_ name: String, in text: Substring) -> Range<Substring.Index>? {
        var index = text.startIndex
        var isLiteral = false
        var previous: Character = " "
        while index < text.endIndex {
            let character = text[index]
            if character == "'" { isLiteral.toggle() }
            if !isLiteral, !isWord(previous), previous != "." {
                for typed in [name, "\"\(name)\""] where text[index...].hasPrefix(typed) {
                    let end = text.index(index, offsetBy: typed.count)
                    if end == text.endIndex || !isWord(text[end]) { return index..<end }
                }
            }
            previous = character
            index = text.index(after: index)
        }
        return nil
    }

    private static func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber || character == "_" }
}
