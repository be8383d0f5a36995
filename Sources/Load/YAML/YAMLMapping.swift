import Model

/// A mapping that is read key by key; what nobody asked for is noted as unknown.
final class YAMLMapping {
    let value: YAMLValue
    private let pairs: [(key: Located<String>, value: YAMLValue)]
    private var asked: Set<String> = []

    /// nil where the value is no mapping, which has then been noted.
    init?(_ value: YAMLValue, _ what: String) {
        guard let pairs = value.pairs else {
            let _: Int? = value.expected(what)
            return nil
        }
        self.value = value
        self.pairs = pairs.compactMap { key, value in key.located().map { ($0, value) } }
    }

    var place: Place { value.place }
    var problems: ProblemList { value.problems }

    /// The value of a key; nil where it is absent or null.
    func optional(_ key: String) -> YAMLValue? {
        asked.insert(key)
        guard let found = pairs.first(where: { $0.key.value == key })?.value else { return nil }
        if case .scalar = found.node, found.scalar == nil { return nil }
        return found
    }

    /// The value of a key that must be there.
    func required(_ key: String, of what: String, at place: Place? = nil) -> YAMLValue? {
        if let found = optional(key) { return found }
        problems.add(.missingKey, "\(what) needs `\(key):`", at: place ?? self.place)
        return nil
    }

    func place(ofKey key: String) -> Place { pairs.first { $0.key.value == key }?.key.place ?? place }

    /// Pairs that have not been asked for.
    var rest: [(key: Located<String>, value: YAMLValue)] { pairs.filter { !asked.contains($0.key.value) } }

    /// Notes each key that nobody asked for. Call it last.
    ///
    /// - Returns: whether every key was known.
    @discardableResult
    func refuseUnknownKeys(in what: String) -> Bool {
        for pair in rest {
            problems.add(.unknownKey, "\(what) has no key '\(pair.key.value)'\(suggestion(for: pair.key.value, among: asked))", at: pair.key.place)
        }
        return rest.isEmpty
    }
}
