import Model

/// claims.yaml: what the numbers that quotations name are to each other.
struct ClaimsFile {
    private let keys: YAMLMapping
    private var problems: ProblemList { keys.problems }

    init(_ keys: YAMLMapping) { self.keys = keys }

    func read() -> [Relation] {
        let elements = keys.required("relations", of: "claims.yaml")
        keys.refuseUnknownKeys(in: "claims.yaml")
        guard let elements else { return [] }
        guard let relations = elements.elements else { return elements.expected("a list of relations {check: a <= b, …}") ?? [] }
        return relations.compactMap(relation)
    }

    private func relation(_ value: YAMLValue) -> Relation? {
        if value.scalar != nil {
            return value.located().flatMap(comparison).map { Relation(comparison: $0, kind: .statements, why: nil, explanation: nil, place: $0.text.place) }
        }
        guard let keys = YAMLMapping(value, "a relation like a + b <= c, or {check: …, why: …}") else { return nil }
        let check = keys.optional("check"), target = keys.optional("target")?.located(), needs = keys.optional("needs")
        let why = keys.optional("why")?.string(), explanation = keys.optional("explained")?.string()
        keys.refuseUnknownKeys(in: "a relation")
        guard check != nil || target != nil else {
            problems.add(.missingKey, "a relation needs `check:`, or `target:` for one that nothing is held against", at: keys.place)
            return nil
        }
        if target != nil, let needs { problems.add(.badValue, "a missed target needs no definition; take out `target:` or `needs:`", at: needs.place) }
        let comparison = check.flatMap { $0.located() }.flatMap(self.comparison)
        guard check == nil || comparison != nil else { return nil }
        let kind: Relation.Kind = target.map { .target($0) } ?? needs.flatMap { $0.string() }.map { .undefined(needs: $0) } ?? .statements
        return Relation(comparison: comparison, kind: kind, why: why, explanation: explanation, place: comparison?.text.place ?? target?.place ?? keys.place)
    }

    private func comparison(_ text: Located<String>) -> Relation.Comparison? {
        RelationParser(problems).parse(text).map { Relation.Comparison(text: text, left: $0.left, relation: $0.relation, right: $0.right) }
    }
}
