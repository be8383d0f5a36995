import Model
import Yams

/// A YAML node with the means to say where it stands and what is wrong with it.
struct YAMLValue {
    let node: Node
    let source: SourceText
    let problems: ProblemList

    /// Parses a text; nil where it is empty or no YAML, which has then been noted.
    static func parse(_ source: SourceText, _ problems: ProblemList) -> YAMLValue? {
        do {
            // What a scalar means is told where it is read; the encoding is known, and Yams would look it up in the environment.
            guard let node = try Yams.compose(yaml: source.text, .basic, .default, .utf8) else { return nil }
            return YAMLValue(node: node, source: source, problems: problems)
        } catch let error as YamlError {
            problems.add(error.problem(in: source))
            return nil
        } catch {
            problems.add(.badYAML, "the YAML can't be read: \(error)", at: source.place(line: 1))
            return nil
        }
    }

    var place: Place {
        guard let mark = node.mark else { return source.place(line: 1) }
        return source.place(line: mark.line, scalarColumn: mark.column, length: length)
    }

    /// Characters that the node takes on its line.
    private var length: Int {
        guard case .scalar(let scalar) = node else { return 1 }
        let quotes = scalar.style == .singleQuoted || scalar.style == .doubleQuoted ? 2 : 0
        return max(1, (scalar.string.split(separator: "\n").first?.count ?? 1) + quotes)
    }

    /// The place of a scalar's own text, inside its quotes.
    var textPlace: Place {
        var place = place
        if case .scalar(let scalar) = node, scalar.style == .singleQuoted || scalar.style == .doubleQuoted {
            place.column += 1
            place.length = max(1, place.length - 2)
        }
        return place
    }

    private func wrap(_ node: Node) -> YAMLValue { YAMLValue(node: node, source: source, problems: problems) }

    /// The text of a scalar, null excepted.
    var scalar: String? {
        guard case .scalar(let scalar) = node else { return nil }
        if scalar.style == .plain, ["", "~", "null", "Null", "NULL"].contains(scalar.string) { return nil }
        return scalar.string
    }

    /// The elements of a sequence; nil for anything else.
    var elements: [YAMLValue]? {
        guard case .sequence(let sequence) = node else { return nil }
        return sequence.map(wrap)
    }

    /// The pairs of a mapping, in order; nil for anything else.
    var pairs: [(key: YAMLValue, value: YAMLValue)]? {
        guard case .mapping(let mapping) = node else { return nil }
        return mapping.map { (wrap($0.key), wrap($0.value)) }
    }

    var kindName: String {
        switch node {
        case .scalar: scalar == nil ? "nothing" : "'\(scalar ?? "")'"
        case .sequence: "a list"
        case .mapping: "a mapping"
        case .alias: "an alias"
        }
    }
}

extension YAMLValue {
    /// Notes that something else was expected; returns nil for the caller to go on with.
    func expected<Value>(_ what: String) -> Value? {
        problems.add(.badValue, "\(what) is expected here, not \(kindName)", at: place)
        return nil
    }

    func string() -> String? { scalar ?? expected("a text") }

    func located() -> Located<String>? { scalar.map { Located($0, at: textPlace) } ?? expected("a text") }

    func bool() -> Bool? {
        switch scalar {
        case "true": true
        case "false": false
        default: expected("true or false")
        }
    }

    func integer() -> Int? { scalar.flatMap { Int($0) } ?? expected("a whole number") }

    func decimal() -> Double? { scalar.flatMap { Double($0) }.flatMap { $0.isFinite ? $0 : nil } ?? expected("a number") }

    func day() -> Day? {
        guard let scalar else { return expected("a date like 2025-06-01") }
        if let day = Day(scalar) { return day }
        let looksRight = scalar.split(separator: "-").count == 3 && scalar.allSatisfy { $0.isNumber || $0 == "-" }
        problems.add(.badValue, looksRight ? "there is no day \(scalar)" : "'\(scalar)' is no date; write 2025-06-01", at: textPlace)
        return nil
    }

    /// One name or a list of them.
    func names() -> [Located<String>]? {
        if let elements { return elements.compactMap { $0.located() } }
        return located().map { [$0] }
    }

    /// One of some words, with a suggestion where it is none.
    func word<Value>(_ what: String, among words: [String: Value]) -> Located<Value>? {
        guard let scalar else { return expected(what) }
        if let value = words[scalar] { return Located(value, at: textPlace) }
        problems.add(.badValue, "'\(scalar)' is no \(what)\(suggestion(for: scalar, among: words.keys))", at: textPlace)
        return nil
    }

    func word<Value: RawRepresentable & CaseIterable & Sendable>(_ what: String, _ type: Value.Type) -> Located<Value>?
    where Value.RawValue == String {
        word(what, among: Dictionary(uniqueKeysWithValues: Value.allCases.map { ($0.rawValue, $0) }))
    }
}
