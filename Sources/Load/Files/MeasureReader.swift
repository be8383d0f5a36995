import Model

/// `measure: sum(amount)` and `where: status = 'paid'`.
struct MeasureReader {
    let problems: ProblemList

    init(_ problems: ProblemList) { self.problems = problems }

    func read(_ value: YAMLValue, table: Located<String>, filter: YAMLValue?) -> Measure? {
        guard let text = value.located() else { return nil }
        let condition = filter.flatMap { $0.located() }.flatMap(expression)
        guard filter == nil || condition != nil else { return nil }
        let known = Measure.Function.allCases.map(\.rawValue)
        guard let open = text.value.firstIndex(of: "("), text.value.last == ")" else {
            problems.add(.badExpression, "'\(text.value)' is no measure; write one like sum(amount) or count(*)", at: text.place)
            return nil
        }
        let name = text.value[..<open].filter { $0 != " " }
        guard let function = Measure.Function(rawValue: String(name)) else {
            problems.add(.badExpression, "there is no function '\(name)'\(suggestion(for: String(name), among: known))", at: text.place)
            return nil
        }
        let inner = text.value[text.value.index(after: open)...].dropLast()
        if inner.allSatisfy({ $0 == "*" || $0 == " " }) {
            guard function == .count else {
                problems.add(.badExpression, "\(function.rawValue) needs a column, like \(function.rawValue)(amount)", at: text.place)
                return nil
            }
            return Measure(function: function, argument: nil, table: table, filter: condition)
        }
        var place = text.place
        place.column += text.value.distance(from: text.value.startIndex, to: open) + 1
        place.length = inner.count
        guard let argument = expression(Located(String(inner), at: place)) else { return nil }
        return Measure(function: function, argument: argument, table: table, filter: condition)
    }

    private func expression(_ text: Located<String>) -> Expression? {
        switch SQLScanner.columns(in: text) {
        case .success(let columns): return Expression(sql: text.value, columns: columns, place: text.place)
        case .failure(let problem):
            problems.add(problem)
            return nil
        }
    }
}
