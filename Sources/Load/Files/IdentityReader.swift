import Model

/// `identities:` of campaign.yaml: a list of `gmv = orders * aov` or `{identity: …, tolerance: 0.5%}`.
struct IdentityReader {
    let problems: ProblemList

    init(_ problems: ProblemList) { self.problems = problems }

    func read(_ value: YAMLValue) -> [Identity] {
        guard let elements = value.elements else { return value.expected("a list of identities like gmv = orders * aov") ?? [] }
        return elements.compactMap { element in
            if element.scalar != nil { return element.located().flatMap { identity($0, tolerance: nil) } }
            guard let keys = YAMLMapping(element, "an identity, or {identity: …, tolerance: …}") else { return nil }
            let text = keys.required("identity", of: "an identity")?.located(), tolerance = keys.optional("tolerance").flatMap(share)
            keys.refuseUnknownKeys(in: "an identity")
            return text.flatMap { identity($0, tolerance: tolerance) }
        }
    }

    private func share(_ value: YAMLValue) -> Double? {
        guard let number = value.scalar.flatMap({ TypedNumber($0) }) else { return value.expected("a share like 0.5%") }
        return Number.exact(number.stored).double
    }

    /// What doubles lose in a division is no difference.
    private static let rounding = 1e-9

    private func identity(_ text: Located<String>, tolerance: Double?) -> Identity? {
        RelationParser(problems).parse(text).map {
            Identity(text: text, left: $0.left, relation: $0.relation, right: $0.right, tolerance: tolerance ?? Self.rounding)
        }
    }
}
