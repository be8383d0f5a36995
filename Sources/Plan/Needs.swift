import Model
import OrderedCollections

/// All measures that anything shows, gathered by campaign and table, so that each table is scanned once.
struct Needs {
    private struct Source: Hashable {
        var campaign: String
        var table: String
    }

    private struct Gathered {
        var periods: OrderedSet<String> = []
        var sets: OrderedSet<[String]> = []
        var dimensions: OrderedDictionary<String, Dimension> = [:]
        var metrics: OrderedSet<String> = []
    }

    private let campaigns: [String: Campaign]
    private var gathered: OrderedDictionary<Source, Gathered> = [:]

    init(campaigns: [String: Campaign]) { self.campaigns = campaigns }

    mutating func add(_ use: MetricUse) {
        guard let campaign = campaigns[use.campaign] else { return }
        for leaf in campaign.leaves(of: use.metric) {
            let names = use.dimensions + leaf.addedDimensions + use.slice.map(\.dimension).filter { $0 != "period" }
            let dimensions = names.compactMap { campaign.dimension(named: $0, of: leaf.table) }
            var need = gathered[Source(campaign: use.campaign, table: leaf.table)] ?? Gathered()
            need.periods.append(campaign.periodID(of: leaf, slice: use.slice))
            need.sets.append(Set(dimensions.map(\.id)).sorted())
            for dimension in dimensions { need.dimensions[dimension.id] = dimension }
            need.metrics.append(leaf.metric)
            gathered[Source(campaign: use.campaign, table: leaf.table)] = need
        }
    }

    /// One query per table, in the order in which the campaigns and their tables.yaml name them.
    func merged() -> [AggregateQuery] {
        gathered.map { source, need in query(of: source, need) }
            .sorted { ($0.campaign, $0.table) < ($1.campaign, $1.table) }
    }

    private func query(of source: Source, _ need: Gathered) -> AggregateQuery {
        let campaign = campaigns[source.campaign]
        let dimensions = need.dimensions.values.sorted { $0.id < $1.id }
        let index = Dictionary(uniqueKeysWithValues: dimensions.enumerated().map { ($1.id, $0) })
        let sets = need.sets.map { set in set.compactMap { index[$0] } }
            .sorted { ($0.count, $0.map(String.init).joined(separator: " ")) < ($1.count, $1.map(String.init).joined(separator: " ")) }
        let measures = need.metrics.sorted().compactMap { id -> AggregateQuery.Column? in
            guard case .measure(let measure)? = campaign?.metrics[id]?.kind else { return nil }
            return AggregateQuery.Column(metric: id, measure: measure)
        }
        let periods = need.periods.sorted().map { campaign?.period(named: $0) }
        return AggregateQuery(
            campaign: source.campaign, table: source.table,
            joins: joins(of: campaign, source.table, dimensions, measures), periods: periods, dimensions: dimensions,
            sets: sets, measures: measures)
    }

    /// The foreign keys that the dimensions and the measures' expressions go through.
    private func joins(
        of campaign: Campaign?, _ table: String, _ dimensions: [Dimension], _ measures: [AggregateQuery.Column]
    ) -> [Int] {
        let expressions = measures.flatMap { [$0.measure.argument, $0.measure.filter].compactMap { $0 } }
        let named = expressions.flatMap(\.columns).compactMap { campaign?.dimension(named: $0.value, of: table) }
        let keys = (dimensions + named).compactMap { dimension -> Int? in
            if case .column(_, _, let key) = dimension.kind { key } else { nil }
        }
        return Set(keys).sorted()
    }
}
