import Model

/// A fenced chart, table, scorecard, analysis or sql block.
struct ContentBlockReader {
    enum Kind: String { case chart, table, scorecard, analysis, sql }

    let kind: Kind
    let name: String?
    let body: SourceText
    let fence: Place
    let problems: ProblemList

    init(kind: Kind, name: String?, body: SourceText, fence: Place, _ problems: ProblemList) {
        self.kind = kind
        self.name = name
        self.body = body
        self.fence = fence
        self.problems = problems
    }

    /// nil where the block can't be read; that has been noted.
    func read(defaultID: String) -> Block? {
        if kind == .sql { return query() }
        guard let value = YAMLValue.parse(body, problems) else {
            if body.text.allSatisfy(\.isWhitespace) { problems.add(.badBlock, "the \(kind.rawValue) block is empty", at: fence) }
            return nil
        }
        guard let keys = YAMLMapping(value, "a mapping") else { return nil }
        switch kind {
        case .chart: return chart(keys, id: id(keys, defaultID))
        case .table: return table(keys, id: id(keys, defaultID))
        case .scorecard: return scorecard(keys)
        case .analysis: return analysis(keys)
        case .sql: return nil
        }
    }

    private func id(_ keys: YAMLMapping, _ defaultID: String) -> String {
        guard let typed = keys.optional("id")?.located() ?? name.map({ Located($0, at: fence) }) else { return defaultID }
        if !Identifier.isCampaign(typed.value) {
            problems.add(.badName, "'\(typed.value)' is no id; use lower-case letters, digits, - and _", at: typed.place)
        }
        return typed.value
    }

    private func query() -> Block? {
        guard let name, Identifier.isWord(name) else {
            problems.add(.badName, "an sql block needs a name of lower-case letters, digits and _, like ~~~sql top_products", at: fence)
            return nil
        }
        return .query(QueryBlock(id: name, sql: body.text, place: fence))
    }

    private func scorecard(_ keys: YAMLMapping) -> Block? {
        let items = keys.required("metrics", of: "a scorecard", at: fence).map { value -> [ScorecardBlock.Item] in
            guard let elements = value.elements else { return value.expected("a list of metrics") ?? [] }
            return elements.compactMap(item)
        }
        keys.refuseUnknownKeys(in: "a scorecard")
        return items.map { .scorecard(ScorecardBlock(items: $0, place: fence)) }
    }

    /// A metric's name, or `{metric: …, where: …, label: …}`.
    private func item(_ value: YAMLValue) -> ScorecardBlock.Item? {
        guard value.pairs != nil else { return value.located().map { ScorecardBlock.Item(metric: $0) } }
        guard let keys = YAMLMapping(value, "a metric") else { return nil }
        let metric = keys.required("metric", of: "a scorecard's item")?.located()
        let slice = keys.optional("where").map(self.slice) ?? []
        let label = keys.optional("label")?.string()
        keys.refuseUnknownKeys(in: "a scorecard's item")
        return metric.map { ScorecardBlock.Item(metric: $0, slice: slice, label: label) }
    }

    private func analysis(_ keys: YAMLMapping) -> Block? {
        let method = keys.required("method", of: "an analysis", at: fence)?.located()
        let title = keys.optional("title").flatMap { InlineText.read($0) } ?? []
        let id = keys.optional("id")?.located() ?? name.map { Located($0, at: fence) } ?? method
        let parameters = keys.rest.map { (key: $0.key, value: parameter($0.value)) }
        guard let method, let id else { return nil }
        if !Identifier.isWord(id.value) {
            problems.add(.badName, "'\(id.value)' is no name for an analysis; use lower-case letters, digits and _", at: id.place)
        }
        return .analysis(AnalysisBlock(id: id.value, method: method, parameters: parameters, title: title, place: fence))
    }

    private func parameter(_ value: YAMLValue) -> ParameterValue {
        if let elements = value.elements { return .list(elements.map(parameter)) }
        if let pairs = value.pairs {
            return .map(pairs.compactMap { key, value in key.located().map { (key: $0, value: parameter(value)) } })
        }
        return .scalar(Located(value.scalar ?? "", at: value.textPlace))
    }

    /// `where: {channel: wechat}`.
    func slice(_ value: YAMLValue) -> [SliceTerm] {
        guard let pairs = value.pairs else { return value.expected("a mapping {dimension: value}") ?? [] }
        return pairs.compactMap { key, value in
            guard let dimension = key.located(), let held = value.located() else { return nil }
            return SliceTerm(dimension: dimension, value: held)
        }
    }
}
