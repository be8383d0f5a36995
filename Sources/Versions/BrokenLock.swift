package import Model

extension EditionLock {
    /// What no longer holds, each at its line of the lock.
    ///
    /// Another version of the program is a warning: where it mattered, a value differs.
    package func problems(now: EditionLock, file: String) -> [Problem] {
        let lines = Dictionary(uniqueKeysWithValues: self.lines.map { ($0.key, (number: $0.number, text: $0.text)) })
        let changed = Set(Set(entries.keys).union(now.entries.keys).filter { entries[$0] != now.entries[$0] })
        return changed.sorted().map { key in
            let line = lines[key]
            return Problem(
                .brokenLock, message(key, entries[key], now.entries[key]) + "; restore it, or lock the edition anew with recap lock",
                at: Place(file: file, line: line?.number ?? 1, text: line?.text ?? ""), severity: key.kind == .program ? .warning : .error,
                notes: key.kind == .value ? now.reasons(for: key.name, among: changed) : [])
        }
    }

    private func message(_ key: Key, _ then: String?, _ now: String?) -> String {
        let isContent = key.kind == .file || key.kind == .data
        guard let then else { return "\(key.kind.what) '\(key.name)' is not in the locked edition" + (isContent ? "" : ": it is \(now ?? "")") }
        guard let now else { return "\(key.kind.what) '\(key.name)' of the locked edition is gone" + (isContent ? "" : ": it was \(then)") }
        return "\(key.kind.what) '\(key.name)' is not what it was when the edition was locked: " + "\(then.shortened) then, \(now.shortened) now"
    }

    /// The files that a value's tables were read from and that changed, too.
    private func reasons(for value: String, among changed: Set<Key>) -> [String] {
        let tables = tables[value] ?? []
        return changed.filter { key in key.kind == .data && tables.contains { key.name.hasPrefix($0 + " ") } }.sorted().map { key in
            "computed from \(key.name.split(separator: " ").dropFirst().joined(separator: " ")), which changed"
        }
    }
}

extension EditionLock.Kind {
    fileprivate var what: String {
        switch self {
        case .program: "the program"
        case .file: "the file"
        case .data: "the data"
        case .definition: "the definition of"
        case .value: "the value"
        }
    }
}

extension String {
    /// Of a SHA-256, the beginning.
    fileprivate var shortened: String {
        split(separator: " ", omittingEmptySubsequences: false).map { $0.count == 64 && $0.allSatisfy(\.isHexDigit) ? $0.prefix(12) + "…" : String($0) }.joined(separator: " ")
    }
}
