package import Model

/// What an edition was when it was locked: the bytes of its files and data, its definitions, and every number, in full.
///
/// As text it is a line for each, sorted, so that git shows what changed.
package struct EditionLock: Sendable {
    package enum Kind: String, Sendable, CaseIterable, Comparable {
        case program, file, data, definition, value, rows

        package static func < (a: Kind, b: Kind) -> Bool { allCases.firstIndex(of: a) ?? 0 < allCases.firstIndex(of: b) ?? 0 }
    }

    package struct Key: Hashable, Sendable, Comparable {
        package var kind: Kind
        package var name: String

        package static func < (a: Key, b: Key) -> Bool { (a.kind, a.name) < (b.kind, b.name) }
    }

    package var entries: [Key: String]
    /// Of each value, the tables that it was computed from; not written.
    private(set) var tables: [String: [String]] = [:]
    /// Of a lock that was read, where each entry stands.
    private(set) var numbers: [Key: Int] = [:]

    /// - Parameters:
    ///   - files: the campaign's files with their SHA-256, by path in its folder.
    ///   - program: the program's version.
    ///   - digest: the SHA-256 of a text.
    package init(_ version: Version, files: [String: String], program: String, digest: (String) -> String) {
        entries = [Key(kind: .program, name: "recap"): program]
        let campaign = version.campaign
        for (path, hash) in files { entries[Key(kind: .file, name: path)] = hash }
        let others = Set(campaign.metrics.keys.compactMap { campaign.baselineCampaign(of: $0) })
        for (key, source) in version.answers.sources where key.campaign == campaign.id || others.contains(key.campaign) {
            let table = key.campaign == campaign.id ? key.id : "\(key.campaign)/\(key.id)"
            // Of a warehouse's table no more is known than how many rows it had.
            if let relation = campaign.tables[key.id]?.relation, key.campaign == campaign.id {
                entries[Key(kind: .data, name: "\(table) \(relation.value)")] = "\(source.rows) rows"
            }
            for file in source.files { entries[Key(kind: .data, name: "\(table) \(file.path)")] = "\(file.sha256) \(source.rows) rows" }
        }
        for metric in campaign.metrics.values { entries[Key(kind: .definition, name: metric.id)] = campaign.definitionLine(of: metric) }
        for number in version.numbers {
            let parts = [number.number?.plainText ?? number.text, number.unit.map(campaign.text), number.verdict?.rawValue]
            entries[Key(kind: .value, name: number.id)] = parts.compactMap { $0 }.joined(separator: " ")
        }
        for (key, rows) in version.answers.rowSets where key.campaign == campaign.id {
            entries[Key(kind: .rows, name: key.id)] = "\(digest(rows.inFull)) \(rows.rows.count) rows"
        }
        for (key, value) in version.answers.values where key.campaign == campaign.id { tables[key.anchor] = value.tables }
    }

    /// Reads what `text` wrote.
    package init(text: String, file: String) throws(Problem) {
        entries = [:]
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() where !line.isEmpty && !line.hasPrefix("#") {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map { String($0).unescaped }
            guard fields.count == 3, let kind = Kind(rawValue: fields[0]) else {
                let place = Place(file: file, line: index + 1, text: String(line))
                throw Problem(.brokenLock, "this line of the lock can't be read; make a new lock with recap lock", at: place)
            }
            let key = Key(kind: kind, name: fields[1])
            (entries[key], numbers[key]) = (fields[2], index + 1)
        }
    }

    package var text: String {
        let head = "# What this edition was when it was locked. `recap verify` tells what no longer holds; `recap lock` writes it anew.\n"
        return head + lines.map(\.text).joined(separator: "\n") + "\n"
    }

    /// Each entry with the line that it stands in.
    var lines: [(key: Key, number: Int, text: String)] {
        entries.sorted { $0.key < $1.key }.enumerated().map { index, entry in
            (entry.key, numbers[entry.key] ?? index + 2, [entry.key.kind.rawValue, entry.key.name, entry.value].map(\.escaped).joined(separator: "\t"))
        }
    }
}

extension RowSet {
    /// Every cell, numbers in full, a row on a line.
    fileprivate var inFull: String {
        ([columns.map(\.id)] + (rows + [total ?? []]).map { $0.map { $0.number?.plainText ?? $0.text } }).map { $0.map(\.escaped).joined(separator: "\t") }.joined(separator: "\n")
    }
}

extension Campaign {
    fileprivate func definitionLine(of metric: Metric) -> String {
        let target = metric.target.map { target in "target \(target.low.plainText)" + (target.high.map { "–\($0.plainText)" } ?? "") }
        let better = metric.direction == .none ? nil : "\(metric.direction.rawValue) is better"
        return [metric.definitionText, text(of: metric.unit), metric.period.map { "period \($0.value)" }, target, better].compactMap { $0 }.joined(separator: "; ")
    }

    fileprivate func baselineCampaign(of metric: String) -> String? {
        if case .campaign(let name, _)? = baseline(of: metric) { name.value } else { nil }
    }
}

extension String {
    fileprivate var escaped: String {
        replacing("\\", with: "\\\\").replacing("\t", with: "\\t").replacing("\r", with: "\\r").replacing("\n", with: "\\n")
    }

    fileprivate var unescaped: String {
        var result = "", isEscape = false
        for character in self {
            guard isEscape else {
                if character == "\\" { isEscape = true } else { result.append(character) }
                continue
            }
            result.append(character == "t" ? "\t" : character == "n" ? "\n" : character == "r" ? "\r" : character)
            isEscape = false
        }
        return result
    }
}
