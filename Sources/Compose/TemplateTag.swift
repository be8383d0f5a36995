import Model

/// One `{{tag}}` of a template, with the place where it stands.
struct TemplateTag {
    enum Kind { case variable, raw, section, inverted, end, partial }

    var kind: Kind
    var name: String
    var place: Place

    /// nil for a tag that is none of these kinds.
    init?(_ body: Substring, at place: Place) {
        let kinds: [Character: Kind] = ["{": .raw, "&": .raw, "#": .section, "^": .inverted, "/": .end, ">": .partial]
        let found = body.first.flatMap { kinds[$0] }
        let name = (found == nil ? body : body.dropFirst()).filter { $0 != " " }
        guard name.allSatisfy({ $0.isLetter || $0.isNumber || ".-_".contains($0) }), !name.isEmpty else { return nil }
        kind = found ?? .variable
        self.name = String(name)
        self.place = place
    }
}

/// Reads a template's tags with their places, comments left out.
struct TemplateScanner {
    private let file: String
    private(set) var tags: [TemplateTag] = []
    private(set) var problems: [Problem] = []
    private var isInComment = false

    init(_ text: String, file: String) {
        self.file = file
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            scan(line, number: index + 1)
        }
    }

    private mutating func scan(_ line: Substring, number: Int) {
        var rest = line
        if isInComment {
            guard let end = rest.firstRange(of: "}}") else { return }
            rest = rest[end.upperBound...]
            isInComment = false
        }
        while let start = rest.firstRange(of: "{{") {
            let inner = rest[start.upperBound...]
            let closing = inner.hasPrefix("{") ? "}}}" : "}}"
            var place = Place(file: file, line: number, length: 2, text: String(line))
            place.column = line.distance(from: line.startIndex, to: start.lowerBound) + 1
            guard let end = inner.firstRange(of: closing) else {
                isInComment = inner.hasPrefix("!")
                if !isInComment {
                    problems.append(Problem(.badTemplate, "this tag is not closed; write '\(closing)' on the same line", at: place))
                }
                return
            }
            place.length = line.distance(from: start.lowerBound, to: end.upperBound)
            take(inner[..<end.lowerBound], at: place)
            rest = inner[end.upperBound...]
        }
    }

    private mutating func take(_ body: Substring, at place: Place) {
        if body.hasPrefix("!") { return }
        if let tag = TemplateTag(body, at: place) {
            tags.append(tag)
        } else {
            let allowed = "variables, {{{html}}}, sections (# ^ /), partials (>) and comments (!)"
            problems.append(Problem(.badTemplate, "tag not known: '{{\(body)}}'; templates hold \(allowed)", at: place))
        }
    }
}
