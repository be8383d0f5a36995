import Model

/// Two formulas with `=`, `<=` or `>=` between them.
struct RelationParser {
    let problems: ProblemList

    init(_ problems: ProblemList) { self.problems = problems }

    /// nil where it is none, which has then been noted.
    func parse(_ text: Located<String>) -> (left: Formula, relation: Identity.Relation, right: Formula)? {
        for relation in Identity.Relation.allCases {
            guard let range = text.value.firstRange(of: relation.rawValue) else { continue }
            let left = formula(text, text.value.startIndex..<range.lowerBound), right = formula(text, range.upperBound..<text.value.endIndex)
            return left.flatMap { left in right.map { (left, relation, $0) } }
        }
        problems.add(.badFormula, "two sides are needed here, and =, <= or >= between them", at: text.place)
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
