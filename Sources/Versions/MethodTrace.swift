import Model

/// Follows a number to all that it rests on: metrics, queries, analyses, tables, periods.
struct MethodTrace {
    private let campaign: Campaign
    private let blocks: Blocks
    private let slice: [ValueKey.SliceEntry]
    private(set) var method = Method()
    private var seen: Set<String> = []

    /// The blocks of a campaign's chapters by name.
    struct Blocks {
        let queries: [String: QueryBlock], analyses: [String: AnalysisBlock]

        init(_ campaign: Campaign) {
            let uses = campaign.uses
            queries = Dictionary(uses.queries.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
            analyses = Dictionary(uses.analyses.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        }
    }

    private init(_ campaign: Campaign, _ blocks: Blocks, slice: [ValueKey.SliceEntry] = []) {
        self.campaign = campaign
        self.blocks = blocks
        self.slice = slice
    }

    /// The method of a metric's value for a slice.
    static func method(of metric: String, slice: [ValueKey.SliceEntry], unit: Unit, in campaign: Campaign, _ blocks: Blocks) -> Method {
        var trace = MethodTrace(campaign, blocks, slice: slice)
        trace.add(metric: metric)
        for entry in slice where entry.dimension == "period" || entry.dimension == "phase" { trace.add(period: entry.value) }
        trace.method.unit = campaign.text(of: unit)
        return trace.method
    }

    /// The method of an analysis's or a query's number.
    static func method(of block: String, unit: Unit?, in campaign: Campaign, _ blocks: Blocks) -> Method {
        var trace = MethodTrace(campaign, blocks)
        trace.add(name: block)
        trace.method.unit = unit.map(campaign.text) ?? ""
        return trace.method
    }

    /// A metric, or a result by its block's name: `paths.transitions`.
    private mutating func add(name: String) {
        if campaign.metrics[name] != nil || name == Campaign.daysMetric { return add(metric: name) }
        let block = String(name.prefix { $0 != "." })
        if let query = blocks.queries[block] { add(query) }
        if let analysis = blocks.analyses[block] { add(analysis) }
        if campaign.tables[block] != nil { add(table: block) }
    }

    private mutating func add(metric id: String) {
        guard seen.insert("metric \(id)").inserted else { return }
        guard let metric = campaign.metrics[id] else {
            if id == Campaign.daysMetric { add(period: Campaign.ownPeriod) }
            return
        }
        method.definition.insert("\(id): \(metric.definitionText)")
        switch metric.kind {
        case .measure(let measure): add(measure, in: metric)
        case .ratio(let numerator, let denominator):
            add(metric: numerator.value)
            add(metric: denominator.value)
        case .formula(let formula): for part in formula.metrics { add(metric: part.value) }
        case .rollup(_, let inner, _): add(metric: inner.value)
        case .shows(let reference): add(name: reference.name.value)
        case .notSet: break
        }
        if let period = metric.period { add(period: period.value) }
    }

    private mutating func add(_ measure: Measure, in metric: Metric) {
        add(table: measure.table.value)
        let names = [measure.argument, measure.filter].compactMap { $0 }.flatMap(\.columns).map(\.value)
        for name in names {
            let parts = name.split(separator: ".").map(String.init)
            let table = parts.count > 1 ? parts[0] : measure.table.value
            if parts.count > 1 { add(table: table) }
            if let column = campaign.tables[table]?.columns[parts.last ?? ""] { method.source.insert("\(table).\(column.name): \(column.type)") }
        }
        guard campaign.tables[measure.table.value]?.time != nil, !slice.contains(where: { $0.dimension == "period" }) else { return }
        add(period: metric.period?.value ?? Campaign.ownPeriod)
    }

    private mutating func add(_ query: QueryBlock) {
        guard seen.insert("block \(query.id)").inserted else { return }
        method.definition.insert("\(query.id): \(query.sql.split(whereSeparator: \.isWhitespace).joined(separator: " "))")
        let words = Set(query.sql.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init))
        for id in campaign.tables.keys where words.contains(id.lowercased()) { add(table: id) }
    }

    private mutating func add(_ analysis: AnalysisBlock) {
        guard seen.insert("block \(analysis.id)").inserted else { return }
        let parameters = analysis.parameters.map { "\($0.key.value): \($0.value.text)" }
        method.definition.insert("\(analysis.id): \(([analysis.method.value] + parameters).joined(separator: ", "))")
        for name in analysis.parameters.flatMap({ $0.value.words }) { add(name: name) }
        add(period: Campaign.ownPeriod)
    }

    private mutating func add(table id: String) {
        guard let table = campaign.tables[id] else { return }
        method.source.insert("\(id): \(table.sourceText)")
    }

    private mutating func add(period id: String) {
        if id == Campaign.allTime { method.period.insert("all") }
        guard let period = campaign.period(named: id) else { return }
        method.period.insert("\(period.start)–\(period.end) \(campaign.timeZone)")
    }
}
