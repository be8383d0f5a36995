import Foundation

/// HTML that Recap wrote, taken apart at its tags: text stays as it is, attributes can be changed.
///
/// It relies on what the composer guarantees: attributes in double quotes, `<` and `>` escaped everywhere else.
struct Markup {
    /// The markup with each attribute's value replaced by what `change` returns; nil takes the attribute away.
    static func changing(_ html: String, _ change: (_ tag: Substring, _ name: Substring, _ value: Substring) -> String?) -> String {
        var result = ""
        result.reserveCapacity(html.utf8.count)
        var rest = html[...]
        while let open = rest.firstIndex(of: "<") {
            result += rest[..<open]
            rest = rest[open...]
            guard let end = tagEnd(rest) else { break }
            result += tag(rest[..<end], change)
            rest = rest[end...]
        }
        return result + rest
    }

    /// Behind the `>` that ends the tag at the beginning of the text; one inside of quotes doesn't.
    private static func tagEnd(_ text: Substring) -> Substring.Index? {
        var isQuoted = false
        var index = text.startIndex
        while index < text.endIndex {
            if text[index] == "\"" { isQuoted.toggle() }
            text.formIndex(after: &index)
            if !isQuoted, text[text.index(before: index)] == ">" { return index }
        }
        return nil
    }

    private static func tag(_ text: Substring, _ change: (Substring, Substring, Substring) -> String?) -> String {
        guard text.contains("\"") else { return String(text) }
        let name = text.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == "-" }
        var result = "", rest = text
        while let equals = rest.range(of: "=\"") {
            let before = rest[..<equals.lowerBound]
            let start = before.lastIndex { $0.isWhitespace } ?? before.startIndex
            let attribute = before[before.index(after: start)...]
            let inner = rest[equals.upperBound...]
            guard let close = inner.firstIndex(of: "\"") else { break }
            let value = inner[..<close]
            if let changed = change(name, attribute, value) {
                result += before[...start] + attribute + "=\"" + changed + "\""
            } else {
                result += before[..<start]
            }
            rest = inner[inner.index(after: close)...]
        }
        return result + rest
    }

    /// What stands between the first `open` and the last `close`.
    static func inside(_ html: String, from open: String, to close: String) -> Substring? {
        guard let start = html.range(of: open), let end = html.range(of: close, options: .backwards), start.upperBound <= end.lowerBound else { return nil }
        return html[start.upperBound..<end.lowerBound]
    }
}
