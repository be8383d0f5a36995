/// A dimension found for one table: which column or grain it is, and how pages call it and its values.
public struct Dimension: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// A column of the table itself, or of the table that `foreignKey` (its index) leads to.
        case column(table: String, column: String, foreignKey: Int?)
        case grain(Grain)
        case phase
    }

    public enum Grain: String, Hashable, Sendable, CaseIterable { case hour, day, week, month, weekday }

    /// The name by which cubes know it: `channel`, `products.category`, `day`, `phase`.
    public var id: String
    public var kind: Kind

    public init(id: String, kind: Kind) {
        self.id = id
        self.kind = kind
    }

    /// Whether its values follow one another in time.
    public var isTime: Bool {
        switch kind {
        case .grain: true
        case .phase, .column: false
        }
    }
}

extension Campaign {
    /// The dimension that a name means for a table; nil where the table has none of that name, or more than one.
    ///
    /// A column of the table itself comes first, then a grain, then a column of exactly one table that a foreign key leads to.
    public func dimension(named name: String, of tableID: String) -> Dimension? {
        guard let table = tables[tableID] else { return nil }
        if let dot = name.firstIndex(of: ".") {
            let other = String(name[..<dot]), column = String(name[name.index(after: dot)...])
            if other == tableID { return dimension(named: column, of: tableID) }
            guard let key = table.foreignKeys.firstIndex(where: { $0.table.value == other }),
                tables[other]?.columns[column] != nil
            else { return nil }
            return Dimension(id: name, kind: .column(table: other, column: column, foreignKey: key))
        }
        if table.columns[name] != nil {
            return Dimension(id: name, kind: .column(table: tableID, column: name, foreignKey: nil))
        }
        if table.time != nil {
            if let grain = Dimension.Grain(rawValue: name) { return Dimension(id: name, kind: .grain(grain)) }
            if name == "phase", !phases.isEmpty { return Dimension(id: name, kind: .phase) }
        }
        let reached = table.foreignKeys.indices.filter { tables[table.foreignKeys[$0].table.value]?.columns[name] != nil }
        guard reached.count == 1, let key = reached.first else { return nil }
        let other = table.foreignKeys[key].table.value
        return Dimension(id: "\(other).\(name)", kind: .column(table: other, column: name, foreignKey: key))
    }

    /// Every name that `dimension(named:of:)` knows, for suggestions.
    public func dimensionNames(of tableID: String) -> [String] {
        guard let table = tables[tableID] else { return [] }
        var names = Array(table.columns.keys)
        if table.time != nil {
            names += Dimension.Grain.allCases.map(\.rawValue) + (phases.isEmpty ? [] : ["phase"])
        }
        for key in table.foreignKeys {
            guard let other = tables[key.table.value] else { continue }
            names += other.columns.keys.map { "\(other.id).\($0)" }
            names += other.columns.keys.filter { dimension(named: $0, of: tableID) != nil }
        }
        return names
    }

    /// The column behind a dimension; nil for grains and phases.
    public func column(of dimension: Dimension) -> Column? {
        guard case .column(let table, let column, _) = dimension.kind else { return nil }
        return tables[table]?.columns[column]
    }
}
