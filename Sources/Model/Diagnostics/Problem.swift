/// One thing that is wrong with the content, the data or the engine, said so that a person can mend it.
public struct Problem: Error, Hashable, Sendable, Codable {
    public enum Severity: String, Sendable, Codable { case error, warning }

    /// What kind of thing failed; it decides the exit status.
    public enum Kind: Sendable, Codable { case content, engine, file }

    public var severity: Severity
    public var kind: Kind
    /// The kind of problem, as the documentation explains it.
    public var code: Diagnostic
    /// What is wrong, and after a semicolon how to mend it. No full stop.
    public var message: String
    public var place: Place?
    /// Further lines: examples, the two values that differ, an arithmetic.
    public var notes: [String]

    public init(
        _ code: Diagnostic, _ message: String, at place: Place? = nil, severity: Severity = .error, kind: Kind = .content,
        notes: [String] = []
    ) {
        self.code = code
        self.message = message
        self.place = place
        self.severity = severity
        self.kind = kind
        self.notes = notes
    }
}

/// All that is wrong, thrown at once.
public struct Problems: Error, Sendable {
    public var all: [Problem]

    public init(_ all: [Problem]) { self.all = all }
    public init(_ one: Problem) { all = [one] }
}

extension Sequence where Element == Problem {
    public var hasErrors: Bool { contains { $0.severity == .error } }

    /// The order in which a person works through them: by file, line, column; those without a place last.
    public func sorted() -> [Problem] {
        var seen = Set<Problem>()
        return filter { seen.insert($0).inserted }.enumerated().sorted { left, right in
            switch (left.element.place, right.element.place) {
            case (nil, nil): left.offset < right.offset
            case (nil, _): false
            case (_, nil): true
            case (let a?, let b?):
                (a.file, a.line, a.column, left.offset) < (b.file, b.line, b.column, right.offset)
            }
        }.map(\.element)
    }
}

extension Problem {
    /// The problem as a compiler prints it: `file:line:column: error: message`, the line, a caret below it.
    public func rendered() -> String {
        var lines: [String] = []
        if let place {
            lines.append("\(place.file):\(place.line):\(place.column): \(severity.rawValue): \(message) [\(code.rawValue)]")
            if !place.text.isEmpty {
                let number = String(place.line)
                let gutter = String(repeating: " ", count: max(0, 5 - number.count)) + number + " | "
                let empty = String(repeating: " ", count: gutter.count - 2) + "| "
                lines.append(gutter + place.text.replacingTabs())
                lines.append(empty + caretLine(for: place))
            }
        } else {
            lines.append("recap: \(severity.rawValue): \(message) [\(code.rawValue)]")
        }
        lines += notes.map { "        \($0)" }
        return lines.joined(separator: "\n")
    }

    private func caretLine(for place: Place) -> String {
        let characters = Array(place.text)
        let start = min(max(0, place.column - 1), characters.count)
        let end = min(characters.count, start + place.length)
        let before = characters[..<start].reduce(0) { $0 + $1.terminalWidth }
        let marked = characters[start..<end].reduce(0) { $0 + $1.terminalWidth }
        return String(repeating: " ", count: before) + String(repeating: "^", count: max(1, marked))
    }
}

extension String {
    fileprivate func replacingTabs() -> String { String(map { $0 == "\t" ? " " : $0 }) }
}

extension Character {
    /// Columns that a terminal gives this character: 2 for East Asian wide and full-width ones, else 1.
    public var terminalWidth: Int {
        guard let scalar = unicodeScalars.first else { return 0 }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
            0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
            0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            return 2
        default:
            return 1
        }
    }
}
