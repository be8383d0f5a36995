/// A measure that a metric rests on, with the dimensions that rollups on the way add.
public struct MetricLeaf: Hashable, Sendable {
    /// The measure's own metric id.
    public var metric: String
    public var table: String
    public var addedDimensions: [String]
    /// The period that the measure, or else a metric on the way to it, names for itself.
    public var period: String?

    public init(metric: String, table: String, addedDimensions: [String], period: String?) {
        self.metric = metric
        self.table = table
        self.addedDimensions = addedDimensions
        self.period = period
    }
}

extension Campaign {
    /// The metric that exists without being defined: how many days the period has.
    public static let daysMetric = "days"

    /// The measures that a metric rests on, in order; empty for `days` and for an unknown metric. The metrics must
    /// be free of cycles.
    public func leaves(of metric: String) -> [MetricLeaf] { leaves(of: metric, inheriting: nil) }

    private func leaves(of metric: String, inheriting outer: String?) -> [MetricLeaf] {
        guard let definition = metrics[metric] else { return [] }
        let period = definition.period?.value ?? outer
        switch definition.kind {
        case .measure(let measure):
            return [MetricLeaf(metric: metric, table: measure.table.value, addedDimensions: [], period: period)]
        case .ratio(let numerator, let denominator):
            return leaves(of: numerator.value, inheriting: period) + leaves(of: denominator.value, inheriting: period)
        case .formula(let formula):
            return formula.metrics.flatMap { leaves(of: $0.value, inheriting: period) }
        case .rollup(_, let inner, let by):
            return leaves(of: inner.value, inheriting: period).map { leaf in
                var leaf = leaf
                leaf.addedDimensions.append(by.value)
                return leaf
            }
        case .shows, .notSet: return []
        }
    }

    /// Whether a longer period gives a larger figure: sums, counts, and what adds or subtracts such metrics.
    public func isAdditive(_ metric: String) -> Bool {
        if metric == Campaign.daysMetric { return true }
        guard let definition = metrics[metric] else { return false }
        return switch definition.kind {
        case .measure(let measure): measure.function.isAdditive
        case .ratio, .rollup, .shows, .notSet: false
        case .formula(let formula): isAdditive(formula)
        }
    }

    private func isAdditive(_ formula: Formula) -> Bool {
        switch formula {
        case .metric(let name): isAdditive(name.value)
        case .number: false
        case .add(let a, let b), .subtract(let a, let b): isAdditive(a) || isAdditive(b)
        case .multiply(let a, let b): isAdditive(a) != isAdditive(b)
        case .divide(let a, let b): isAdditive(a) && !isAdditive(b)
        case .negate(let inner): isAdditive(inner)
        }
    }

    /// The baseline that holds for a metric: its own, else the campaign's. The campaign's other period means nothing to
    /// a metric whose rows bear no date or that names a period for itself: it would be compared with itself.
    public func baseline(of metric: String) -> Baseline? {
        if let own = metrics[metric]?.baseline { return own }
        if case .period? = baseline {
            let leaves = leaves(of: metric)
            guard !leaves.isEmpty, leaves.allSatisfy({ tables[$0.table]?.time != nil && $0.period == nil }) else { return nil }
        }
        return baseline
    }

    /// The period over which a leaf's rows count, by id: the slice's `period`, the leaf's own, the campaign's; `all`
    /// where the table's rows bear no date.
    public func periodID(of leaf: MetricLeaf, slice: [ValueKey.SliceEntry]) -> String {
        guard tables[leaf.table]?.time != nil else { return Campaign.allTime }
        return slice.first { $0.dimension == "period" }?.value ?? leaf.period ?? Campaign.ownPeriod
    }
}
