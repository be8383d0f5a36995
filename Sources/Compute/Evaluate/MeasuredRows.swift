import Model

extension MetricEvaluator {
    /// A measure's rows: the cube for the use's dimensions and slice, cut to the slice.
    func measured(_ use: MetricUse, _ campaign: Campaign) -> Rows {
        guard let cut = cut(use, campaign) else { return [:] }
        var rows: Rows = [:]
        for row in cut.cube.rows where cut.matches(row.key) {
            rows[cut.columns.map { row.key[$0] }] = .some(row.value)
        }
        return rows
    }

    /// A cube, with which of its columns the use shows and which it holds fixed.
    struct Cut {
        var cube: Cubes.Cube
        var columns: [Int]
        var fixed: [(column: Int, value: String, labels: [String: String])]

        func matches(_ key: [Scalar]) -> Bool {
            fixed.allSatisfy { Cut.same(key[$0.column], $0.value, $0.labels) }
        }

        /// A slice names a value as the data has it, or by its label.
        static func same(_ scalar: Scalar, _ typed: String, _ labels: [String: String]) -> Bool {
            scalar.text == typed || labels[scalar.text] == typed
        }
    }

    func cut(_ use: MetricUse, _ campaign: Campaign) -> Cut? {
        guard let leaf = campaign.leaves(of: use.metric).first, leaf.metric == use.metric else { return nil }
        let table = leaf.table
        let held = use.slice.filter { $0.dimension != "period" }
        let shown = use.dimensions.compactMap { campaign.dimension(named: $0, of: table) }
        let slices = held.compactMap { campaign.dimension(named: $0.dimension, of: table) }
        guard shown.count == use.dimensions.count, slices.count == held.count else { return nil }
        let ids = Set((shown + slices).map(\.id)).sorted()
        let key = Cubes.Key(
            campaign: campaign.id, metric: leaf.metric,
            period: campaign.periodID(of: leaf, slice: use.slice), dimensions: ids)
        guard let cube = cubes.cube(key) else { return nil }
        return Cut(
            cube: cube, columns: shown.compactMap { ids.firstIndex(of: $0.id) },
            fixed: zip(slices, held).compactMap { dimension, entry in
                ids.firstIndex(of: dimension.id).map {
                    (column: $0, value: entry.value, labels: campaign.column(of: dimension)?.valueLabels ?? [:])
                }
            })
    }

    /// The slice terms whose value stands in no row at all, with the values that do.
    func unknownValues(of use: MetricUse) -> [(entry: ValueKey.SliceEntry, known: [String])] {
        guard let campaign = campaigns[use.campaign] else { return [] }
        let held = use.slice.filter { $0.dimension != "period" && $0.dimension != "phase" }
        return held.compactMap { entry in
            var known = Set<String>()
            for leaf in campaign.leaves(of: use.metric) {
                var leafUse = use
                leafUse.metric = leaf.metric
                leafUse.dimensions = leaf.addedDimensions
                if let period = leaf.period, !use.slice.contains(where: { $0.dimension == "period" }) {
                    leafUse.slice.append(ValueKey.SliceEntry(dimension: "period", value: period))
                }
                guard let cut = cut(leafUse, campaign),
                    let index = held.firstIndex(of: entry), cut.fixed.indices.contains(index)
                else { continue }
                for row in cut.cube.rows {
                    let scalar = row.key[cut.fixed[index].column]
                    if Cut.same(scalar, entry.value, cut.fixed[index].labels) { return nil }
                    known.insert(scalar.text)
                }
            }
            return (entry, known.filter { !$0.isEmpty }.sorted())
        }
    }
}

/// How many days a row of a breakdown covers: the built-in metric `days`.
struct DayCount {
    let campaign: Campaign
    let use: MetricUse

    private var period: Period? {
        let slice = use.slice.first { $0.dimension == "period" }?.value
        let own = campaign.metrics[use.metric]?.period?.value
        return campaign.period(named: slice ?? own ?? Campaign.ownPeriod)
    }

    /// nil where the period has no length: rows of any date.
    func days(for key: [Scalar]) -> Number? {
        guard let period else { return nil }
        var first = period.start, last = period.end
        for (dimension, value) in zip(use.dimensions, key) {
            guard let span = span(of: dimension, value.text, in: period) else { continue }
            first = max(first, span.start)
            last = min(last, span.end)
        }
        for entry in use.slice {
            guard let span = span(of: entry.dimension, entry.value, in: period) else { continue }
            first = max(first, span.start)
            last = min(last, span.end)
        }
        return first <= last ? Number(last - first + 1) : nil
    }

    private func span(of dimension: String, _ value: String, in period: Period) -> (start: Day, end: Day)? {
        switch dimension {
        case "day": return Day(value).map { ($0, $0) }
        case "week": return Day(value).map { ($0, $0 + 6) }
        case "month":
            guard let start = Day(value) else { return nil }
            let next = start + 31
            return (start, next + -next.parts.day)
        case "phase":
            // A phase of a baseline period lies as far from its start as the campaign's own.
            let shift = period.start - campaign.period.start
            return campaign.phases.first { $0.id == value }.map { ($0.start + shift, $0.end + shift) }
        default: return nil
        }
    }
}
