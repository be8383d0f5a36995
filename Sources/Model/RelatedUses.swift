extension Campaign {
    /// The same use at the metric's baseline: another period, another campaign; nil for none and for a literal one.
    ///
    /// A use that names a period or a phase of its own is compared only where the baseline is another campaign, which
    /// has phases of the same names; a phase is aligned by day of the period.
    public func baselineUse(of use: MetricUse) -> MetricUse? {
        guard !use.slice.contains(where: { $0.dimension == "period" || Campaign.dated.contains($0.dimension) }) else {
            return nil
        }
        switch baseline(of: use.metric) {
        case .period(let name, _)?:
            var other = use
            other.slice.append(ValueKey.SliceEntry(dimension: "period", value: name.value))
            other.slice.sort { ($0.dimension, $0.value) < ($1.dimension, $1.value) }
            return other
        case .campaign(let name, _)?:
            var other = use
            other.campaign = name.value
            return other
        case .literal?, nil:
            return nil
        }
    }

    /// Slices by these name days of this campaign, which its baseline does not have.
    private static let dated: Set<String> = ["day", "week", "month"]

    /// Whether the metric has a value for each day: all its tables are dated, and it is not itself taken from days.
    public func hasDailyRows(_ metric: String) -> Bool {
        let leaves = leaves(of: metric)
        return !leaves.isEmpty
            && leaves.allSatisfy { tables[$0.table]?.time != nil && !$0.addedDimensions.contains("day") }
            && metrics[metric]?.period == nil
    }

    /// Whether the metric is a share of counted things, so that a binomial interval describes it.
    public func isRateOfCounts(_ metric: String) -> Bool {
        guard let definition = metrics[metric], definition.unit == .percent,
            case .ratio(let numerator, let denominator) = definition.kind
        else { return false }
        return [numerator, denominator].allSatisfy { part in
            guard let unit = metrics[part.value]?.unit, case .count = unit else { return false }
            return true
        }
    }
}

extension Campaign {
    /// A part of a composed metric is taken over the period that the whole names, unless the part names its own.
    public func part(_ name: String, of use: MetricUse) -> MetricUse {
        var part = use
        part.metric = name
        if let period = metrics[use.metric]?.period, metrics[name]?.period == nil,
            !use.slice.contains(where: { $0.dimension == "period" })
        {
            part.slice.append(ValueKey.SliceEntry(dimension: "period", value: period.value))
            part.slice.sort { ($0.dimension, $0.value) < ($1.dimension, $1.value) }
        }
        return part
    }
}
