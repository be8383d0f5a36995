import Mustache

/// What a template is given: names, and what stands behind each.
///
/// What is absent stands there as `Absent`, so that a look-up ends here and doesn't climb to a name further out.
///
/// Mustache asks for `Any`; what goes in is texts, flags and views of the same, which nobody changes any more, so a view may
/// be read from several threads.
struct View: MustacheParent, @unchecked Sendable {
    private var fields: [String: Any]

    init(_ fields: [String: Any?]) { self.fields = fields.mapValues { $0 ?? Absent() } }

    func child(named name: String) -> Any? { fields[name] }

    mutating func add(_ more: [String: Any?]) {
        fields.merge(more.mapValues { $0 ?? Absent() }) { _, new in new }
    }

    private struct Absent: MustacheCustomRepresentation {
        var representation: Any? { nil }
    }
}

extension View {
    /// Whether these are the names of the contract and no others; asked only by assertions.
    func keeps(_ contract: [String: TemplateField]) -> Bool {
        Set(fields.keys) == Set(contract.keys)
            && contract.allSatisfy { name, field in
                guard let value = fields[name], !(value is Absent) else { return field != .flag }
                return switch (field, value) {
                case (.text, is String), (.html, is String), (.flag, is Bool): true
                case (.view(let inner), let view as View): view.keeps(inner)
                case (.view(let inner), let views as [View]): views.allSatisfy { $0.keeps(inner) }
                default: false
                }
            }
    }
}
