import Model

/// The rows that an analysis block reads, as SQL: a table with its foreign keys followed, or an author's query; narrowed by `where:` and to
/// the period.
struct Source {
    private let block: AnalysisBlock
    private let campaign: Campaign
    /// nil for an sql block.
    private let table: Table?
    private let query: String?

    init(_ block: AnalysisBlock, in campaign: Campaign) {
        self.block = block
        self.campaign = campaign
        let name = block.word("from") ?? ""
        table = campaign.tables[name]
        query = table == nil ? campaign.uses.queries.first { $0.id == name }?.sql : nil
    }

    /// The share of all rows that the table holds; 1 for all.
    var sampleRate: Double { table?.sampleRate.map { Number.exact($0).double } ?? 1 }

    /// A role's column as SQL: `source["user"]` for `user: user_id`. NULL where the block gives none.
    subscript(_ role: String) -> String { block.word(role).map(column) ?? "NULL" }

    func has(_ role: String) -> Bool { block.word(role) != nil }

    /// A column, a grain of time or the phase by its name.
    func column(_ name: String) -> String {
        guard let table, let dimension = campaign.dimension(named: name, of: table.id) else { return "source.\(SQLText.name(name))" }
        switch dimension.kind {
        case .column(let other, let column, let key): return names.column(column, of: other, key: key)
        case .grain(let grain): return names.grain(grain)
        case .phase:
            let cases = campaign.phases.map { "WHEN \(names.day ?? "NULL") BETWEEN DATE '\($0.start)' AND DATE '\($0.end)' THEN '\($0.id)'" }
            return "CASE \(cases.joined(separator: " ")) END"
        }
    }

    /// What pages call a column and count it in.
    func definition(of role: String) -> Column? { block.word(role).flatMap(definition(ofColumn:)) }

    func definition(ofColumn name: String) -> Column? {
        table.flatMap { campaign.dimension(named: name, of: $0.id) }.flatMap { campaign.column(of: $0) }
    }

    /// - Parameter isDated: only rows of the period, where the table dates its rows.
    func select(
        _ columns: String, where condition: String? = nil, group: String? = nil, order: String? = nil, isDated: Bool = true
    ) -> String {
        let conditions = [isDated ? period : nil, condition].compactMap { $0 } + slice
        return """
            SELECT \(columns)
            FROM \(from)\(conditions.isEmpty ? "" : "\nWHERE " + conditions.joined(separator: " AND "))\(group.map { "\nGROUP BY \($0)" } ?? "")\(order.map { "\nORDER BY \($0)" } ?? "")
            """
    }

    private var names: ColumnNames { ColumnNames(campaign: campaign, table: table?.id ?? "", joins: joins) }

    private var from: String { query.map { "(\($0.trimmingStatementEnd)) AS source" } ?? names.from }

    /// The foreign keys that any named column goes through.
    private var joins: [Int] {
        guard let table else { return [] }
        let named = block.parameters.flatMap { $0.value.names.map(\.value) + block.entries($0.key.value).map(\.key.value) }
        let keys = named.compactMap { name -> Int? in
            guard case .column(_, _, let key)? = campaign.dimension(named: name, of: table.id)?.kind else { return nil }
            return key
        }
        return Set(keys).sorted()
    }

    private var period: String? {
        guard table?.time != nil, let day = names.day else { return nil }
        let name = block.word("period") ?? Campaign.ownPeriod
        return campaign.period(named: name).map { "\(day) BETWEEN DATE '\($0.start)' AND DATE '\($0.end)'" }
    }

    /// The day of a row, where the table dates its rows.
    var day: String? { table?.time == nil ? nil : names.day }

    /// The days that the rows are narrowed to; nil for all.
    var span: Period? { table?.time == nil ? nil : campaign.period(named: block.word("period") ?? Campaign.ownPeriod) }

    private var slice: [String] {
        block.entries("where").map { key, values in
            let quoted = values.map { SQLText.literal($0.value) }.joined(separator: ", ")
            return "\(column(key.value)) IN (\(quoted))"
        }
    }
}
