/// What methods ask of their blocks again and again.
extension AnalysisBlock {
    public subscript(_ parameter: String) -> ParameterValue? { parameters.first { $0.key.value == parameter }?.value }

    /// The names that a parameter gives, whether one or a list; empty where it is absent or no name.
    public func names(_ parameter: String) -> [Located<String>] { self[parameter]?.names ?? [] }

    /// The first of them.
    public func word(_ parameter: String) -> String? { names(parameter).first?.value }

    public func number(_ parameter: String) -> Double? { word(parameter).flatMap { Double($0) } }

    public func flag(_ parameter: String) -> Bool? { word(parameter).map { $0 == "true" } }

    /// The entries of a mapping.
    public func entries(_ parameter: String) -> [(key: Located<String>, values: [Located<String>])] {
        guard case .map(let pairs)? = self[parameter] else { return [] }
        return pairs.map { (key: $0.key, values: $0.value.names) }
    }
}

extension ParameterValue {
    public var names: [Located<String>] {
        switch self {
        case .scalar(let name): [name]
        case .list(let values): values.flatMap(\.names)
        case .map: []
        }
    }
}
