import Model

/// Finds the names in templates that nothing stands behind: Mustache silently writes nothing for them.
struct TemplateCheck {
    private let tags: [String: [TemplateTag]]
    private var problems: [Problem] = []

    /// All that is wrong with the templates of a folder.
    static func problems(in tags: [String: [TemplateTag]]) -> [Problem] {
        var check = TemplateCheck(tags: tags)
        for name in tags.keys.sorted() { check.checkSections(of: name) }
        guard check.problems.isEmpty else { return check.problems }
        for (name, fields) in TemplateContract.entries.sorted(by: { $0.key < $1.key }) where tags[name] != nil {
            check.walk(name, scopes: [fields], through: [name])
        }
        return check.problems.sorted()
    }

    private init(tags: [String: [TemplateTag]]) { self.tags = tags }

    /// Each section ends, in the template in which it begins.
    private mutating func checkSections(of template: String) {
        var open: [TemplateTag] = []
        for tag in tags[template] ?? [] {
            switch tag.kind {
            case .section, .inverted: open.append(tag)
            case .end where open.last?.name == tag.name: open.removeLast()
            case .end:
                let expected = open.last.map { "; open is '\($0.name)'" } ?? "; no section is open"
                problems.append(Problem(.badTemplate, "nothing to end here: '\(tag.name)'\(expected)", at: tag.place))
                return
            default: break
            }
        }
        for tag in open {
            problems.append(Problem(.badTemplate, "section '\(tag.name)' is not ended; write {{/\(tag.name)}}", at: tag.place))
        }
    }

    /// `scopes` are the names seen at this point, the innermost last; `through` the templates on the way here.
    private mutating func walk(_ template: String, scopes: [[String: TemplateField]], through: [String]) {
        var scopes = scopes
        // What `.` stands for in each open section.
        var current: [TemplateField] = []
        for tag in tags[template] ?? [] {
            switch tag.kind {
            case .partial: include(tag, scopes: scopes, through: through)
            case .end:
                scopes.removeLast()
                current.removeLast()
            case .section:
                let field = find(tag, in: scopes, current: current.last)
                if case .view(let inner)? = field { scopes.append(inner) } else { scopes.append([:]) }
                current.append(field ?? .flag)
            case .inverted:
                _ = find(tag, in: scopes, current: current.last)
                scopes.append([:])
                current.append(current.last ?? .flag)
            case .variable, .raw:
                if let field = find(tag, in: scopes, current: current.last) { checkUse(of: field, by: tag) }
            }
        }
    }

    private mutating func include(_ tag: TemplateTag, scopes: [[String: TemplateField]], through: [String]) {
        guard tags[tag.name] != nil else {
            let hint = suggestion(for: tag.name, among: tags.keys)
            problems.append(Problem(.badTemplate, "no template named '\(tag.name)'\(hint)", at: tag.place))
            return
        }
        guard !through.contains(tag.name) else {
            problems.append(Problem(.badTemplate, "template '\(tag.name)' includes itself", at: tag.place))
            return
        }
        walk(tag.name, scopes: scopes, through: through + [tag.name])
    }

    private mutating func find(
        _ tag: TemplateTag, in scopes: [[String: TemplateField]], current: TemplateField?
    ) -> TemplateField? {
        if tag.name == "." { return current ?? scopes.last.map { .view($0) } }
        var names = tag.name.split(separator: ".").map(String.init)[...]
        guard let first = names.popFirst() else { return nil }
        var field = scopes.reversed().lazy.compactMap { $0[first] }.first
        var known = Set(scopes.flatMap(\.keys))
        var missing = first
        while let inside = field, let name = names.popFirst() {
            guard case .view(let inner) = inside else {
                field = nil
                known = []
                missing = name
                break
            }
            field = inner[name]
            known = Set(inner.keys)
            missing = name
        }
        if field == nil {
            problems.append(
                Problem(.badTemplate, "nothing is named '\(missing)' here\(suggestion(for: missing, among: known))", at: tag.place))
        }
        return field
    }

    /// Text is escaped and HTML is not: the other way round would be a hole or a mess.
    private mutating func checkUse(of field: TemplateField, by tag: TemplateTag) {
        let message: String? =
            switch (field, tag.kind) {
            case (.text, .raw): "'\(tag.name)' is text and must be escaped; write {{\(tag.name)}}"
            case (.html, .variable): "'\(tag.name)' is HTML; write {{{\(tag.name)}}}"
            case (.flag, _): "'\(tag.name)' is true or false; use it as a section, {{#\(tag.name)}}"
            case (.view, _): "'\(tag.name)' is no text; use it as a section, {{#\(tag.name)}}"
            default: nil
            }
        if let message { problems.append(Problem(.badTemplate, message, at: tag.place)) }
    }
}
