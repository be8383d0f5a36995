import Model

/// What became of an action of the plan: who, by when, how far.
package struct ActionChange: Sendable, Encodable {
    package struct Field: Hashable, Sendable, Encodable {
        package var name: String
        package var before: String
        package var after: String
    }

    private enum CodingKeys: String, CodingKey { case id, name, isAdded = "added", isRemoved = "removed", fields }

    package var id: String
    package var name: String
    /// Whether it is in the plan of each version.
    package var isAdded: Bool
    package var isRemoved: Bool
    package var fields: [Field]

    static func all(from old: Version, to new: Version) -> [ActionChange] {
        let before = old.actions, after = new.actions
        return Set(before.keys).union(after.keys).sorted().compactMap { id in
            let (a, b) = (before[id], after[id])
            guard let name = (b ?? a)?.first?.text else { return nil }
            guard let a, let b else { return ActionChange(id: id, name: name, isAdded: a == nil, isRemoved: b == nil, fields: []) }
            let fields = b.compactMap { cell -> Field? in
                let was = a.first { $0.id == cell.id }?.text ?? NumberFormat.missing
                return was == cell.text ? nil : Field(name: cell.label, before: was, after: cell.text)
            }
            return fields.isEmpty ? nil : ActionChange(id: id, name: name, isAdded: false, isRemoved: false, fields: fields)
        }
    }
}

private struct ActionCell {
    var id: String, label: String, text: String
}

extension Version {
    /// The rows of the analyses of the method `actions`, by what the first column calls the action.
    fileprivate var actions: [String: [ActionCell]] {
        var all: [String: [ActionCell]] = [:]
        for block in campaign.uses.analyses where block.method.value == "actions" {
            guard let rows = answers.analyses[BlockKey(campaign: campaign.id, id: block.id)]?.rows else { continue }
            for row in rows.rows {
                guard let first = row.first else { continue }
                all["\(block.id).\(first.scalar.text)"] = zip(rows.columns, row).map { ActionCell(id: $0.id, label: $0.label, text: $1.text) }
            }
        }
        return all
    }
}
