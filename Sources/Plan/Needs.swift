import Model
import OrderedCollections

/// All measures that anything shows, gathered so that each is computed in one scan of its table: in total, by day, by
/// channel, for this period and for last year's.
///
/// Measures of a table that are shown in the same ways share the scan. A measure that is only ever shown in total does not
/// ride along through the breakdowns of another: each costs the engine as much as it has groups.
struct Needs {
    private struct Leaf: Hashable {
        var campaign: String
        var table: String
        var metric: String
    }

    /// In which ways a measure is shown.
    private struct Shape: Hashable {
        var periods: Set<String> = []
        var sets: Set<[String]> = []
    }

    private struct Scan: Hashable {
        var campaign: String
        var table: String
        var shape: Shape
    }

    private let campaigns: [String: Campaign]
    private var shapes: OrderedDictionary<Leaf, Shape> = [:]

    init(campaigns: [String: Campaign]) { self.campaigns = campaigns }

    mutating func add(_ use: MetricUse) {
        guard let campaign = campaigns[use.campaign] else { return }
        for leaf in campaign.leaves(of: use.metric) {
            let names = use.dimensions + leaf.addedDimensions + use.slice.map(\.dimension).filter { $0 != "period" }
            let ids = names.compactMap { campaign.dimension(named: $0, of: leaf.table)?.id }
            let key = Leaf(campaign: use.campaign, table: leaf.table, metric: leaf.metric)
            shapes[key, default: Shape()].periods.insert(campaign.periodID(of: leaf, slice: use.slice))
            shapes[key, default: Shape()].sets.insert(Set(ids).sorted())
        }
    }

    /// The scans, by campaign, table and first measure, so that the order never depends on chance.
    func merged() -> [AggregateQuery] {
        var scans: OrderedDictionary<Scan, [String]> = [:]
        for (leaf, shape) in shapes {
            scans[Scan(campaign: leaf.campaign, table: leaf.table, shape: shape), default: []].append(leaf.metric)
        }
        return scans.map { scan, metrics in query(of: scan, metrics.sorted()) }.sorted {
            ($0.campaign, $0.table, $0.measures.first?.metric ?? "") < ($1.campaign, $1.table, $1.measures.first?.metric ?? "")
        }
    }

    private func query(of scan: Scan, _ metrics: [String]) -> AggregateQuery {
        let campaign = campaigns[scan.campaign]
        let ids = Set(scan.shape.sets.joined()).sorted()
        let dimensions = ids.compactMap { campaign?.dimension(named: $0, of: scan.table) }
        let sets = scan.shape.sets.map { set in set.compactMap { ids.firstIndex(of: $0) } }.sorted {
            $0.count != $1.count ? $0.count < $1.count : $0.lexicographicallyPrecedes($1)
        }
        let measures = metrics.compactMap { id -> AggregateQuery.Column? in
            guard case .measure(let measure)? = campaign?.metrics[id]?.kind else { return nil }
            return AggregateQuery.Column(metric: id, measure: measure)
        }
        return AggregateQuery(
            campaign: scan.campaign, table: scan.table, joins: joins(of: campaign, scan.table, dimensions, measures),
            periods: scan.shape.periods.sorted().map { campaign?.period(named: $0) }, dimensions: dimensions, sets: sets,
            measures: measures)
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
