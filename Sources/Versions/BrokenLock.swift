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

    /// That numbers, their definitions or rows are not the locked ones, in one warning; nil where all are. What a text no longer asks for, or asks for the first
    /// time, has not moved.
    package func movedNumbers(now: EditionLock, file: String) -> Problem? {
        let numbers = entries.keys.filter { key in [.definition, .value, .rows].contains(key.kind) && now.entries[key].map { $0 != entries[key] } ?? false }.sorted()
        guard let first = numbers.first else { return nil }
        let line = lines.first { $0.key == first }
        let examples = numbers.prefix(3).map { message($0, entries[$0], now.entries[$0]) }
        return Problem(
            .movedEdition, "\(numbers.count == 1 ? "a number is" : "\(numbers.count) numbers or definitions are") not as in the locked edition; see recap verify, or lock the edition anew with recap lock",
            at: Place(file: file, line: line?.number ?? 1, text: line?.text ?? ""), severity: .warning, notes: examples + (numbers.count > 3 ? ["and \(numbers.count - 3) more"] : []))
    }

    private func message(_ key: Key, _ then: String?, _ now: String?) -> String {
        let isContent = key.kind == .file || key.kind == .data || key.kind == .rows
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
        case .rows: "the chart or table"
        }
    }
}

extension String {
    /// Of a SHA-256, the beginning.
    fileprivate var shortened: String {
        split(separator: " ", omittingEmptySubsequences: false).map { $0.count == 64 && $0.allSatisfy(\.isHexDigit) ? $0.prefix(12) + "…" : String($0) }.joined(separator: " ")
    }
}
