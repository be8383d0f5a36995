package import Model

extension Metric {
    /// The definition in the words of metrics.yaml, the same in every language and however it is spaced.
    var definitionText: String {
        switch kind {
        case .measure(let measure):
            let filter = measure.filter.map { " where \($0.sql)" } ?? ""
            return "\(measure.function.rawValue)(\(measure.argument?.sql ?? "*")) of \(measure.table.value)\(filter)"
        case .ratio(let numerator, let denominator): return "\(numerator.value) / \(denominator.value)"
        case .formula(let formula): return formula.text
        case .rollup(let take, let inner, let by): return "\(take.rawValue) of \(inner.value) by \(by.value)"
        case .shows(let reference): return "shows \(reference.key)"
        case .notSet(let reason): return "not set: \(reason)"
        }
    }
}

extension Formula {
    /// With every pair of brackets, so that the order of the operations shows.
    var text: String {
        switch self {
        case .metric(let name): name.value
        case .number(let number): number.plainText
        case .add(let a, let b): "(\(a.text) + \(b.text))"
        case .subtract(let a, let b): "(\(a.text) - \(b.text))"
        case .multiply(let a, let b): "(\(a.text) * \(b.text))"
        case .divide(let a, let b): "(\(a.text) / \(b.text))"
        case .negate(let inner): "-\(inner.text)"
        }
    }
}

extension Reference {
    /// What it asks for, wherever it stands: `sales channel=web | share day=2025-06-01`.
    package var key: String {
        func text(_ terms: [SliceTerm]) -> [String] { terms.map { "\($0.dimension.value)=\($0.value.value)" }.sorted() }
        let head = ([name.value] + text(slice)).joined(separator: " ")
        return form.value == .value ? head : head + " | " + ([form.value.rawValue] + text(shareOf)).joined(separator: " ")
    }
}

extension Table {
    /// Where its rows come from and how they are read; not what they say.
    var sourceText: String {
        let parts: [String?] = [relation?.value ?? files.map(\.value).joined(separator: " "), isOfFiles ? format.rawValue : nil, time.map { "time \($0)" }, sampleRate.map { "sample \($0)" }, source]
        return parts.compactMap { $0 }.joined(separator: ", ")
    }
}

extension ParameterValue {
    var text: String {
        switch self {
        case .scalar(let value): value.value
        case .list(let items): "[\(items.map(\.text).joined(separator: ", "))]"
        case .map(let pairs): "{\(pairs.map { "\($0.key.value): \($0.value.text)" }.joined(separator: ", "))}"
        }
    }

    /// All that may be a name.
    var words: [String] {
        switch self {
        case .scalar(let value): [value.value]
        case .list(let items): items.flatMap(\.words)
        case .map(let pairs): pairs.flatMap { [$0.key.value] + $0.value.words }
        }
    }
}

extension Campaign {
    /// Money is of a currency.
    func text(of unit: Unit) -> String { unit == .money ? "money \(currency.code)" : unit.name }
}
