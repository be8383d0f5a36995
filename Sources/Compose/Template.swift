import Model

/// A template, ready to be filled: Mustache's variables, sections, inverted sections, partials and comments, as its specification has them.
///
/// Values are what a `View` holds, so that no type has to be found out while a page is written.
struct Template: Sendable {
    private enum Piece: Sendable {
        case text(String)
        case variable(Name, isRaw: Bool)
        case section(Name, [Piece])
        case inverted(Name, [Piece])
        /// `indent` goes before each line of it.
        case partial(String, indent: String)
    }

    /// `navigation.title`; `.` is what the innermost section stands for.
    private struct Name: Sendable {
        let first: String
        let rest: [String]
        let isCurrent: Bool

        init(_ text: String) {
            isCurrent = text == "."
            let parts = text.split(separator: ".").map(String.init)
            first = parts.first ?? ""
            rest = Array(parts.dropFirst())
        }
    }

    private let pieces: [Piece]

    /// - Parameter text: a template whose tags `TemplateScanner` and `TemplateCheck` found right.
    init(_ text: String) {
        var reader = TemplateReader(text)
        pieces = Template.pieces(from: &reader)
    }

    private static func pieces(from reader: inout TemplateReader) -> [Piece] {
        var pieces: [Piece] = []
        while let token = reader.next() {
            switch token {
            case .text(let text): pieces.append(.text(text))
            case .tag(.end, _, _): return pieces
            case .tag(.variable, let name, _): pieces.append(.variable(Name(name), isRaw: false))
            case .tag(.raw, let name, _): pieces.append(.variable(Name(name), isRaw: true))
            case .tag(.section, let name, _): pieces.append(.section(Name(name), Template.pieces(from: &reader)))
            case .tag(.inverted, let name, _): pieces.append(.inverted(Name(name), Template.pieces(from: &reader)))
            case .tag(.partial, let name, let indent): pieces.append(.partial(name, indent: indent))
            }
        }
        return pieces
    }

    /// The template filled with a view. A name that nothing stands behind gives nothing, as does a partial that is not there.
    func filled(with view: View, partials: [String: Template]) -> String {
        var filling = Filling(partials: partials, scopes: [.view(view)])
        filling.write(pieces)
        return filling.result
    }

    private struct Filling {
        let partials: [String: Template]
        /// What the open sections stand for, the innermost last.
        var scopes: [View.Value]
        var result = ""
        /// Goes before each line of a partial that stands indented.
        var indent = ""
        var isAtLineStart = false

        mutating func write(_ pieces: [Piece]) {
            for piece in pieces {
                switch piece {
                case .text(let text): write(text)
                case .variable(let name, let isRaw):
                    guard case .text(let text)? = find(name) else { continue }
                    beginLine()
                    result += isRaw ? text : HTML.escape(text)
                case .section(let name, let inner):
                    switch find(name) {
                    case .flag(true): write(inner)
                    case .views(let views): for view in views { write(inner, in: .view(view)) }
                    case .text(let text): write(inner, in: .text(text))
                    case .view(let view): write(inner, in: .view(view))
                    case .flag(false), .absent, nil: break
                    }
                case .inverted(let name, let inner):
                    switch find(name) {
                    case .flag(false), .absent, nil: write(inner)
                    case .views(let views) where views.isEmpty: write(inner)
                    default: break
                    }
                case .partial(let name, let more):
                    let outer = indent
                    indent += more
                    isAtLineStart = !more.isEmpty
                    if let partial = partials[name] { write(partial.pieces) }
                    indent = outer
                }
            }
        }

        private mutating func write(_ inner: [Piece], in scope: View.Value) {
            scopes.append(scope)
            write(inner)
            scopes.removeLast()
        }

        private mutating func write(_ text: String) {
            guard !indent.isEmpty else { result += text; return }
            for line in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                if line.offset > 0 { (result, isAtLineStart) = (result + "\n", true) }
                if !line.element.isEmpty { beginLine() }
                result += line.element
            }
        }

        private mutating func beginLine() {
            if isAtLineStart { result += indent }
            isAtLineStart = false
        }

        private func find(_ name: Name) -> View.Value? {
            if name.isCurrent { return scopes.last }
            for scope in scopes.reversed() {
                guard case .view(let view) = scope, var found = view[name.first] else { continue }
                for part in name.rest {
                    guard case .view(let inner) = found, let next = inner[part] else { return nil }
                    found = next
                }
                return found
            }
            return nil
        }
    }
}

/// A template's text and tags, one after the other. A tag that stands alone on its line takes the line with it, as the specification says.
private struct TemplateReader {
    enum Token {
        case text(String)
        /// `indent` is what stands before a partial that is alone on its line.
        case tag(TemplateTag.Kind, String, indent: String)
    }

    private var rest: Substring
    /// Nothing but blanks stands between the line's beginning and `rest`.
    private var isAtLineStart = true
    private var waiting: Token?

    init(_ text: String) { rest = text[...] }

    mutating func next() -> Token? {
        if let token = waiting {
            waiting = nil
            return token
        }
        while !rest.isEmpty {
            guard let start = rest.firstRange(of: "{{") else {
                defer { rest = "" }
                return .text(String(rest))
            }
            let before = rest[..<start.lowerBound], isTriple = rest[start.upperBound...].first == "{"
            let inner = isTriple ? rest[start.upperBound...].dropFirst() : rest[start.upperBound...]
            guard let end = inner.firstRange(of: isTriple ? "}}}" : "}}") else {
                defer { rest = "" }
                return .text(String(rest))
            }
            let body = inner[..<end.lowerBound], after = inner[end.upperBound...]
            let found = tag(body, isTriple: isTriple)
            let blanks = before[(before.lastIndex(where: \.isNewline).map(before.index(after:)) ?? before.startIndex)...]
            let beginsLine = blanks.allSatisfy { $0 == " " || $0 == "\t" } && (blanks.startIndex > before.startIndex || isAtLineStart)
            let line = after.prefix { !$0.isNewline }
            let isAlone = found?.kind != .variable && found?.kind != .raw && beginsLine && line.allSatisfy { $0 == " " || $0 == "\t" }
            let text = isAlone ? before[..<blanks.startIndex] : before
            rest = isAlone ? after.dropFirst(line.count).dropFirst() : after
            isAtLineStart = isAlone
            let token = found.map { Token.tag($0.kind, $0.name, indent: isAlone && $0.kind == .partial ? String(blanks) : "") }
            if !text.isEmpty {
                waiting = token
                return .text(String(text))
            }
            if let token { return token }
        }
        return nil
    }

    /// nil for a comment.
    private func tag(_ body: Substring, isTriple: Bool) -> (kind: TemplateTag.Kind, name: String)? {
        if body.first == "!" { return nil }
        return TemplateTag(isTriple ? "{\(body)" : body, at: Place(file: "", line: 1)).map { ($0.kind, $0.name) }
    }
}
