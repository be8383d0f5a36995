import Model
import Yams

extension YAMLValue {
    /// The same tree with each text that is given by language, `{en: Sales, zh-Hans: 销售额}`, in one of them. A text without a
    /// language is the same in all. Where the one asked for is missing, that is noted and another stands in.
    func localized(_ language: Language) -> YAMLValue {
        guard Self.languages.contains(where: { source.text.contains("\($0):") }) else { return self }
        return YAMLValue(node: localized(node, language), source: source, problems: problems)
    }

    private static let languages = Set(Language.allCases.map(\.rawValue))

    private func localized(_ node: Node, _ language: Language) -> Node {
        switch node {
        case .scalar, .alias: return node
        case .sequence(let sequence):
            return .sequence(Node.Sequence(sequence.map { localized($0, language) }, sequence.tag, sequence.style, sequence.mark))
        case .mapping(let mapping):
            let keys = mapping.keys.compactMap(\.string)
            guard !keys.isEmpty, Self.languages.isSuperset(of: keys) else {
                return .mapping(Node.Mapping(mapping.map { ($0.key, localized($0.value, language)) }, mapping.tag, mapping.style, mapping.mark))
            }
            if let text = mapping.first(where: { $0.key.string == language.rawValue })?.value { return text }
            let here = YAMLValue(node: node, source: source, problems: problems)
            problems.add(.unequalEditions, "this text is missing in \(language.rawValue); it is there in \(keys.joined(separator: ", "))", at: here.place)
            return mapping.first?.value ?? node
        }
    }
}
