/// What methods ask of their blocks again and again.
extension AnalysisBlock {
    /// The names that a parameter gives, whether one or a list; empty where it is absent or no name.
    public func names(_ parameter: String) -> [Located<String>] {
        guard let value = parameters.first(where: { $0.key.value == parameter })?.value else { return [] }
        return value.names
    }

    public func unknownMetric(_ name: Located<String>, in campaign: Campaign) -> [Problem] {
        if campaign.metricNames.contains(name.value) { return [] }
        return [Problem("no metric named '\(name.value)'\(suggestion(for: name.value, among: campaign.metricNames))", at: name.place)]
    }

    public func unknownDimension(_ name: Located<String>, of metric: String, in campaign: Campaign) -> [Problem] {
        campaign.leaves(of: metric).compactMap { leaf in
            guard campaign.dimension(named: name.value, of: leaf.table) == nil else { return nil }
            let near = suggestion(for: name.value, among: campaign.dimensionNames(of: leaf.table))
            return Problem("metric '\(metric)' can't be broken down by '\(name.value)'\(near)", at: name.place)
        }
    }
}

extension ParameterValue {
    var names: [Located<String>] {
        switch self {
        case .scalar(let name): [name]
        case .list(let values): values.flatMap(\.names)
        case .map: []
        }
    }
}
