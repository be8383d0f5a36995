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
        for relation in Identity.Relation.allCases {
            guard let range = text.value.firstRange(of: relation.rawValue) else { continue }
            guard let left = formula(text, text.value.startIndex..<range.lowerBound), let right = formula(text, range.upperBound..<text.value.endIndex) else { return nil }
            return Identity(text: text, left: left, relation: relation, right: right, tolerance: tolerance ?? Self.rounding)
        }
        problems.add(.badFormula, "an identity has two sides and =, <= or >= between them", at: text.place)
        return nil
    }

    private func formula(_ text: Located<String>, _ range: Range<String.Index>) -> Formula? {
        var place = text.place
        place.column += text.value.distance(from: text.value.startIndex, to: range.lowerBound)
        let side = String(text.value[range])
        place.length = side.count
        return FormulaParser.parse(Located(side, at: place), problems)
    }
}
