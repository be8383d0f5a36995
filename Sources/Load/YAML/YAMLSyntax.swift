import Model
import Yams

extension YamlError {
    /// What the parser could not read, where, and how to mend it.
    func problem(in source: SourceText) -> Problem {
        switch self {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            // What is open at the end of the text is wrong where it was opened.
            if mark.line > source.lines.count || source.lines[(mark.line - 1)...].allSatisfy({ $0.isEmpty }), let context {
                return Problem(.badYAML, "the YAML can't be read: \(problem) \(context.text), which begins here", at: source.place(line: context.mark.line, scalarColumn: context.mark.column))
            }
            let line = min(max(1, mark.line), max(1, source.lines.count))
            let place = source.place(line: line, scalarColumn: max(1, mark.column))
            return Problem(.badYAML, "the YAML can't be read: \(problem)\(Self.remedy(at: place))", at: place)
        case .reader(let problem, let offset?, _, let yaml):
            let before = yaml.prefix(offset).split(separator: "\n", omittingEmptySubsequences: false)
            return Problem(.badYAML, "the YAML can't be read: \(problem)", at: source.place(line: max(1, before.count), column: (before.last?.count ?? 0) + 1))
        case .duplicatedKeysInMapping(let duplicates, let context):
            let name = duplicates.first ?? "a key"
            return Problem(.badYAML, "'\(name)' stands twice in the same place; keep one", at: Self.secondPlace(of: name, from: context.mark, in: source))
        default:
            return Problem(.badYAML, "the YAML can't be read: \(self)", at: source.place(line: 1))
        }
    }

    private static func remedy(at place: Place) -> String {
        switch place.text.dropFirst(place.column - 1).first {
        case "\t": "; indent with spaces, not with a tab"
        case "@", "`", "%", "{", "[": "; put the text into quotes"
        case ":": "; put a text that holds ': ' into quotes, and check the indentation"
        default: ""
        }
    }

    /// Where a key stands again with the same indentation; the parser tells only the first place.
    private static func secondPlace(of name: String, from mark: Mark, in source: SourceText) -> Place {
        let first = source.place(line: mark.line, scalarColumn: mark.column, length: name.count)
        for (index, line) in source.lines.enumerated().dropFirst(mark.line) where line.dropFirst(mark.column - 1).hasPrefix("\(name):") {
            guard line.prefix(mark.column - 1).allSatisfy(\.isWhitespace) else { continue }
            return source.place(line: index + 1, scalarColumn: mark.column, length: name.count)
        }
        return first
    }
}
