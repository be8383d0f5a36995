import Model

/// Lays out the rows behind a chart or a table: labelled, in order, with their totals and companions.
struct RowSets {
    let evaluator: MetricEvaluator
    let campaign: Campaign
    let values: Values
    let format: NumberFormat
    let words: Words
    /// Values that are known already: those that only show another number stand nowhere else.
    let known: [ValueKey: MetricValue]

    init(evaluator: MetricEvaluator, campaign: Campaign, answers: Answers) {
        self.evaluator = evaluator
        self.campaign = campaign
        values = Values(evaluator: evaluator, campaign: campaign)
        format = values.format
        words = Words.of(campaign.language)
        known = Dictionary(
            campaign.metrics.values.filter { !$0.hasRows }.compactMap { answers.values[ValueKey(campaign: campaign.id, metric: $0.id)] }.map { ($0.key, $0) },
            uniquingKeysWith: { first, _ in first })
    }

    /// What a block asks of its rows.
    struct Request {
        var metrics: [String]
        var dimensions: [String]
        var slice: [ValueKey.SliceEntry]
        var columns: [Reference.Form]
        var order: ChartBlock.Order
        var limit: Int?
        var total: Bool
    }

    func rows(of chart: ChartBlock, _ metrics: [Located<String>], by: [Located<String>]) -> RowSet {
        let dimensions = by.map(\.value) + [chart.series, chart.facet].compactMap { $0?.value }
        var columns: [Reference.Form] = []
        if dimensions.isEmpty || chart.mark.value == .bullet { columns = [.target, .baseline] }
        let request = Request(
            metrics: metrics.map(\.value), dimensions: dimensions, slice: entries(chart.slice), columns: columns,
            order: chart.order, limit: chart.limit, total: false)
        var rows = rows(of: request)
        if let metric = metrics.first.flatMap({ campaign.metrics[$0.value] }), rows.columns.contains(where: \.isDimension) {
            addCompanions(&rows, chart, metric, request)
        }
        return rows
    }

    func rows(of table: TableBlock, _ metrics: [Located<String>], by: [Located<String>]) -> RowSet {
        rows(
            of: Request(
                metrics: metrics.map(\.value), dimensions: by.map(\.value), slice: entries(table.slice),
                columns: table.columns.map(\.value), order: table.order, limit: table.limit, total: table.total))
    }

    private func entries(_ terms: [SliceTerm]) -> [ValueKey.SliceEntry] {
        ValueKey(campaign: campaign.id, metric: "", terms: terms).slice
    }

    func rows(of request: Request) -> RowSet {
        request.dimensions.isEmpty ? metricRows(request) : dimensionRows(request)
    }

    // MARK: A row per metric

    private func metricRows(_ request: Request) -> RowSet {
        var columns = [
            RowSet.Column(id: "metric", label: words.metrics, role: .dimension(isTime: false, isOrdered: true)),
            RowSet.Column(id: "value", label: words.value, role: .value(.value), unit: commonUnit(request.metrics)),
        ]
        columns += request.columns.map { RowSet.Column(id: $0.rawValue, label: words.name(of: $0), role: .value($0)) }
        let rows = request.metrics.map { name -> [RowSet.Cell] in
            let key = ValueKey(campaign: campaign.id, metric: name, slice: request.slice.map { ($0.dimension, $0.value) })
            let value = known[key] ?? values.value(key)
            return [RowSet.Cell(.text(name), text: value.name), cell(value.value, value.text)]
                + request.columns.map { cell($0, of: value) }
        }
        var set = RowSet(columns: columns, rows: rows)
        set.direction = request.metrics.first.flatMap { campaign.metrics[$0]?.direction } ?? .none
        return set
    }

    private func cell(_ number: Number?, _ text: String) -> RowSet.Cell { Self.cell(number, text) }

    private func cell(_ form: Reference.Form, of value: MetricValue) -> RowSet.Cell { Self.cell(form, of: value, words) }

    private static func cell(_ number: Number?, _ text: String) -> RowSet.Cell {
        RowSet.Cell(number.map { .init($0) } ?? .missing, text: text)
    }

    /// A value or one of its companions as a cell.
    static func cell(_ form: Reference.Form, of value: MetricValue, _ words: Words) -> RowSet.Cell {
        switch form {
        case .value, .share: cell(value.value, value.text)
        case .change: cell(value.change, value.changeText ?? "—")
        case .points: cell(value.points, value.pointsText ?? "—")
        case .target: cell(value.target?.low, value.targetText ?? "—")
        case .attainment: cell(value.attainment, value.attainmentText ?? "—")
        case .baseline: cell(value.baseline, value.baselineText ?? "—")
        case .interval: RowSet.Cell(.text(value.intervalText ?? ""), text: value.intervalText ?? "—")
        case .verdict: RowSet.Cell(.text(value.verdict?.rawValue ?? ""), text: value.verdict.map { words.name(of: $0) } ?? "—")
        case .name: RowSet.Cell(.text(value.name), text: value.name)
        }
    }

    /// One unit for the whole column only where all metrics share it.
    private func commonUnit(_ metrics: [String]) -> Unit? {
        let units = Set(metrics.compactMap { campaign.metrics[$0]?.unit })
        return units.count == 1 ? units.first : nil
    }

    // MARK: A row per value of the dimensions

    private func dimensionRows(_ request: Request) -> RowSet {
        let labels = request.dimensions.map { DimensionLabels(campaign: campaign, name: $0, metrics: request.metrics, format: format, words: words) }
        let tables = request.metrics.map { evaluator.table(of: use($0, request, dimensions: request.dimensions)) }
        var keys = Array(Set(tables.flatMap(\.keys))).filter { !$0.contains(.missing) || labels.allSatisfy { !$0.isTime } }
        let order = RowOrder(labels: labels, request: request, evaluator: evaluator, campaign: campaign)
        keys = order.sorted(keys, by: tables.first ?? [:])
        let cut = order.cut(keys)
        let columns = self.columns(request, labels)
        var rows = cut.kept.map { key in
            zip(labels, key).map { RowSet.Cell($1, text: $0.text(of: $1)) }
                + request.metrics.indices.flatMap { cells(of: request.metrics[$0], tables[$0][key] ?? nil, at: key, request) }
        }
        rows += otherRows(cut, request, tables, labels)
        var set = RowSet(columns: columns, rows: rows)
        set.direction = request.metrics.first.flatMap { campaign.metrics[$0]?.direction } ?? .none
        if request.total {
            set.total = zip(labels.indices, labels).map { index, _ in RowSet.Cell(.missing, text: index == 0 ? words.total : "") }
                + request.metrics.flatMap { name in cells(of: name, evaluator.total(of: use(name, request, dimensions: [])), at: nil, request) }
        }
        return set
    }

    func use(_ metric: String, _ request: Request, dimensions: [String]) -> MetricUse {
        MetricUse(campaign: campaign.id, metric: metric, dimensions: dimensions, slice: request.slice)
    }

    private func columns(_ request: Request, _ labels: [DimensionLabels]) -> [RowSet.Column] {
        labels.map { RowSet.Column(id: $0.name, label: $0.label, role: .dimension(isTime: $0.isTime, isOrdered: $0.isOrdered)) }
            + request.metrics.flatMap { name -> [RowSet.Column] in
                let metric = campaign.metrics[name]
                let own = RowSet.Column(
                    id: name, label: metric?.name ?? words.period, role: .value(.value), unit: metric?.unit ?? .days,
                    decimals: metric?.decimals)
                return [own] + request.columns.map { form in
                    let perDay = form == .baseline && campaign.comparesPerDay(name) ? words.perDayNote : ""
                    let companion = words.name(of: form) + perDay
                    let label = request.metrics.count == 1 ? companion : "\(own.label) · \(companion)"
                    return RowSet.Column(
                        id: "\(name)_\(form.rawValue)", label: label, role: .value(form), unit: form.unit(for: metric),
                        decimals: form == .baseline ? metric?.decimals : nil)
                }
            }
    }

    /// A metric's value and its companions in one row; `key` is nil for the row of totals.
    private func cells(of name: String, _ number: Number?, at key: [Scalar]?, _ request: Request) -> [RowSet.Cell] {
        guard let metric = campaign.metrics[name] else { return [cell(number, format.text(number, unit: .days))] }
        let own = cell(number, format.text(number, unit: metric.unit, decimals: metric.decimals))
        guard !request.columns.isEmpty else { return [own] }
        let held = key.map { zip(request.dimensions, $0).map { ValueKey.SliceEntry(dimension: $0, value: $1.text) } } ?? []
        let slice = (request.slice + held).sorted { ($0.dimension, $0.value) < ($1.dimension, $1.value) }
        let value = values.value(ValueKey(campaign: campaign.id, metric: name, slice: slice.map { ($0.dimension, $0.value) }))
        return [own] + request.columns.map { form in
            guard form == .share else { return cell(form, of: value) }
            let whole = evaluator.total(of: use(name, request, dimensions: []))
            let share = number.flatMap { part in whole.flatMap { part / $0 } }
            return cell(share, format.text(share, unit: .percent))
        }
    }

    /// What the limit cut off, added up; only where adding up means something.
    private func otherRows(
        _ cut: RowOrder.Cut, _ request: Request, _ tables: [MetricEvaluator.Rows], _ labels: [DimensionLabels]
    ) -> [[RowSet.Cell]] {
        guard !cut.dropped.isEmpty, request.metrics.allSatisfy({ campaign.sumsOverSlices($0) }) else { return [] }
        let groups = Dictionary(grouping: cut.dropped) { Array($0.dropFirst()) }
        return groups.keys.sorted { $0.lexicographicallyPrecedes($1) }.map { rest in
            let keys = groups[rest] ?? []
            let names = [RowSet.Cell(.text(words.other), text: words.other)]
                + zip(labels.dropFirst(), rest).map { RowSet.Cell($1, text: $0.text(of: $1)) }
            return names + request.metrics.indices.flatMap { index -> [RowSet.Cell] in
                let numbers = keys.compactMap { tables[index][$0] ?? nil }
                let sum = numbers.reduce(Number(0) as Number?) { total, next in total.flatMap { $0 + next } }
                let metric = campaign.metrics[request.metrics[index]]
                let own = cell(sum, format.text(sum, unit: metric?.unit ?? .number, decimals: metric?.decimals))
                return [own] + request.columns.map { form in
                    guard form == .share, let sum, let whole = evaluator.total(of: use(request.metrics[index], request, dimensions: [])) else {
                        return cell(nil, "—")
                    }
                    return cell(sum / whole, format.text(sum / whole, unit: .percent))
                }
            }
        }
    }

    /// Target, baseline and intervals of a chart's first metric.
    private func addCompanions(_ rows: inout RowSet, _ chart: ChartBlock, _ metric: Metric, _ request: Request) {
        if chart.showsTarget, let target = metric.target {
            rows.target = target.low
            rows.targetText = format.target(target, unit: metric.unit, direction: metric.direction)
        }
        let whole = use(metric.id, request, dimensions: request.dimensions)
        if chart.showsBaseline, let other = campaign.baselineUse(of: whole) {
            let shift = BaselineShift(campaign: campaign, other: other, campaigns: evaluator.campaigns)
            let base = evaluator.table(of: other)
            rows.baseline = rows.rows.map { row in
                let key = zip(request.dimensions, row).map { shift.key($1.scalar, of: $0) }
                return base[key] ?? nil
            }
            rows.baselineName = values.baseline(of: use(metric.id, request, dimensions: []), metric).name
        }
        if chart.showsInterval, campaign.isRateOfCounts(metric.id), case .ratio(let numerator, let denominator) = metric.kind {
            let successes = evaluator.table(of: use(numerator.value, request, dimensions: request.dimensions))
            let trials = evaluator.table(of: use(denominator.value, request, dimensions: request.dimensions))
            rows.intervals = rows.rows.map { row in
                let key = row.prefix(request.dimensions.count).map(\.scalar)
                return values.interval(successes[key] ?? nil, of: trials[key] ?? nil, countedIn: denominator.value)
            }
        }
    }
}

extension Scalar {
    init(_ number: Number) {
        switch number {
        case .exact(let decimal): self = .decimal(decimal)
        case .approximate(let double): self = .double(double)
        }
    }
}

extension Reference.Form {
    /// The unit in which a companion of a metric is counted.
    func unit(for metric: Metric?) -> Unit? {
        switch self {
        case .change, .share, .attainment: .percent
        case .value, .baseline: metric?.unit
        case .points, .target, .interval, .name, .verdict: nil
        }
    }
}

extension Campaign {
    /// Whether a metric's baseline is its daily mean.
    func comparesPerDay(_ metric: String) -> Bool {
        switch baseline(of: metric) {
        case .period(_, .perDay?)?, .campaign(_, .perDay?)?: isAdditive(metric)
        default: false
        }
    }

    /// Whether the values of all slices add up to the whole: sums and counts do, distinct counts need not.
    func sumsOverSlices(_ metric: String) -> Bool {
        guard let definition = metrics[metric] else { return false }
        switch definition.kind {
        case .measure(let measure): return measure.function == .sum || measure.function == .count
        case .formula(let formula): return isAdditive(metric) && formula.metrics.allSatisfy { sumsOverSlices($0.value) }
        case .ratio, .rollup, .shows, .notSet: return false
        }
    }
}
