/// What a template is given: names, and what stands behind each.
struct View: Sendable {
    enum Value: Sendable {
        /// Nothing; a look-up ends here and doesn't climb to a name further out.
        case absent
        case text(String), flag(Bool), view(View), views([View])
    }

    typealias Fields = [String: (any ViewValue)?]

    private var fields: [String: Value]

    init(_ fields: Fields) { self.fields = fields.mapValues { $0?.viewValue ?? .absent } }

    subscript(name: String) -> Value? { fields[name] }

    mutating func add(_ more: Fields) {
        for (name, value) in more { fields[name] = value?.viewValue ?? .absent }
    }
}

/// What can stand behind a name of a view.
protocol ViewValue {
    var viewValue: View.Value { get }
}

extension String: ViewValue { var viewValue: View.Value { .text(self) } }
extension Bool: ViewValue { var viewValue: View.Value { .flag(self) } }
extension View: ViewValue { var viewValue: View.Value { .view(self) } }
extension [View]: ViewValue { var viewValue: View.Value { .views(self) } }

extension View {
    /// Whether these are the names of the contract and no others; asked only by assertions.
    func keeps(_ contract: [String: TemplateField]) -> Bool {
        Set(fields.keys) == Set(contract.keys)
            && contract.allSatisfy { name, field in
                switch (field, fields[name] ?? .absent) {
                case (.flag, .absent): false
                case (_, .absent), (.text, .text), (.html, .text), (.flag, .flag): true
                case (.view(let inner), .view(let view)): view.keeps(inner)
                case (.view(let inner), .views(let views)): views.allSatisfy { $0.keeps(inner) }
                default: false
                }
            }
    }
}
