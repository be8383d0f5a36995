import Model

/// The keys of one analysis block against what its method takes: each name is looked up, each number read.
struct ParameterCheck {
    let block: AnalysisBlock
    let method: any AnalysisMethod
    let campaign: Campaign

    var problems: [Problem] {
        let known = method.allParameters
        var problems = block.parameters.filter { key in !known.contains { $0.name == key.key.value } }.map {
            Problem(.unknownMethod, "method '\(method.name)' has no parameter '\($0.key.value)'\(suggestion(for: $0.key.value, among: known.map(\.name)))", at: $0.key.place)
        }
        for parameter in known {
            if let value = block[parameter.name] {
                problems += self.problems(of: parameter, value)
            } else if parameter.isRequired {
                problems.append(Problem(.badParameter, "method '\(method.name)' needs `\(parameter.name):`", at: block.place))
            }
        }
        return problems
    }

    private func problems(of parameter: AnalysisParameter, _ value: ParameterValue) -> [Problem] {
        let names = value.names
        if let problem = form(of: parameter, value) { return [problem] }
        switch parameter.kind {
        case .metric, .metrics: return names.flatMap(metric)
        case .dimension(let metrics): return names.flatMap { name in block.names(metrics).flatMap { dimension(name, of: $0.value) } }
        case .source: return names.flatMap(source)
        case .column, .columns: return names.flatMap(column)
        case .slice: return block.entries(parameter.name).flatMap { column($0.key) }
        case .number(let range): return names.flatMap { number($0, parameter.name, Double($0.value), range.contains, "\(text(range.lowerBound)) to \(text(range.upperBound))") }
        case .whole(let range): return names.flatMap { number($0, parameter.name, Int($0.value), range.contains, "\(range.lowerBound) to \(range.upperBound)") }
        case .choice(let words): return names.flatMap { choice($0, parameter.name, words) }
        case .flag: return names.flatMap { choice($0, parameter.name, ["true", "false"]) }
        case .period: return names.flatMap(period)
        case .analysis:
            let ids = Set(campaign.uses.analyses.map(\.id))
            return names.filter { !ids.contains($0.value) }.map { Problem(.unknownResult, "no analysis block named '\($0.value)'\(suggestion(for: $0.value, among: ids))", at: $0.place) }
        case .words, .free: return []
        }
    }

    /// A mapping where a name belongs, several where there can be one, or none at all.
    private func form(of parameter: AnalysisParameter, _ value: ParameterValue) -> Problem? {
        let place = value.names.first?.place ?? block.parameters.first { $0.key.value == parameter.name }?.key.place
        switch parameter.kind {
        case .free: return nil
        case .slice:
            if case .map = value { return nil }
            return Problem(.badParameter, "`\(parameter.name):` is a mapping {column: value}", at: place)
        case .metrics, .columns, .words:
            return value.names.isEmpty || value.names.contains { $0.value.isEmpty } ? Problem(.badParameter, "`\(parameter.name):` is a list of names", at: place) : nil
        default:
            return value.names.count == 1 && value.names[0].value.isEmpty == false ? nil : Problem(.badParameter, "`\(parameter.name):` takes one value", at: place)
        }
    }

    private func text(_ number: Double) -> String { number == number.rounded() && number.magnitude < 1e15 ? String(Int(number)) : "\(number)" }

    private func metric(_ name: Located<String>) -> [Problem] {
        if let metric = campaign.metrics[name.value], !metric.hasRows {
            return [Problem(.metricWithoutRows, "metric '\(name.value)' only shows another number and has no rows of its own; name that number itself", at: name.place)]
        }
        if campaign.metricNames.contains(name.value) { return [] }
        return [Problem(.unknownMetric, "no metric named '\(name.value)'\(suggestion(for: name.value, among: campaign.metricNames))", at: name.place)]
    }

    private func dimension(_ name: Located<String>, of metric: String) -> [Problem] {
        campaign.leaves(of: metric).compactMap { leaf in
            guard campaign.dimension(named: name.value, of: leaf.table) == nil else { return nil }
            let near = suggestion(for: name.value, among: campaign.dimensionNames(of: leaf.table))
            return Problem(.unknownColumn, "metric '\(metric)' can't be broken down by '\(name.value)'\(near)", at: name.place)
        }
    }

    private func source(_ name: Located<String>) -> [Problem] {
        let blocks = campaign.uses.queries.map(\.id), known = campaign.tableNames.union(blocks)
        if known.contains(name.value) { return [] }
        return [Problem(.unknownResult, "no table and no sql block named '\(name.value)'\(suggestion(for: name.value, among: known))", at: name.place)]
    }

    /// Of an sql block the engine alone knows the columns.
    private func column(_ name: Located<String>) -> [Problem] {
        guard let table = block.word("from"), campaign.tables[table] != nil, campaign.dimension(named: name.value, of: table) == nil else { return [] }
        return [Problem(.unknownColumn, "table '\(table)' has no column '\(name.value)'\(suggestion(for: name.value, among: campaign.dimensionNames(of: table)))", at: name.place)]
    }

    private func period(_ name: Located<String>) -> [Problem] {
        let known = [Campaign.ownPeriod, Campaign.allTime] + campaign.periods.keys + campaign.phases.map(\.id)
        if known.contains(name.value) { return [] }
        return [Problem(.unknownPeriod, "no period named '\(name.value)'\(suggestion(for: name.value, among: known))", at: name.place)]
    }

    private func number<N>(_ typed: Located<String>, _ parameter: String, _ number: N?, _ fits: (N) -> Bool, _ range: String) -> [Problem] {
        if let number, fits(number) { return [] }
        return [Problem(.badParameter, "`\(parameter):` is a number from \(range), not '\(typed.value)'", at: typed.place)]
    }

    private func choice(_ typed: Located<String>, _ parameter: String, _ words: [String]) -> [Problem] {
        if words.contains(typed.value) { return [] }
        return [Problem(.badParameter, "`\(parameter):` is one of \(words.joined(separator: ", ")), not '\(typed.value)'", at: typed.place)]
    }
}

extension AnalysisMethod {
    /// A source can always be narrowed.
    var allParameters: [AnalysisParameter] {
        let hasSource = parameters.contains { if case .source = $0.kind { true } else { false } }
        let shared = hasSource ? [AnalysisParameter("where", .slice), AnalysisParameter("period", .period)] : []
        return parameters + shared.filter { extra in !parameters.contains { $0.name == extra.name } }
    }
}
