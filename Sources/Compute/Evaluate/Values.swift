import Model
import Statistics

/// Computes single values with all that belongs to them: baseline, change, target, verdict, interval, lineage.
struct Values {
    let evaluator: MetricEvaluator
    let campaign: Campaign
    let format: NumberFormat

    init(evaluator: MetricEvaluator, campaign: Campaign) {
        self.evaluator = evaluator
        self.campaign = campaign
        format = NumberFormat(language: campaign.language, currency: campaign.currency)
    }

    func value(_ key: ValueKey) -> MetricValue {
        let use = MetricUse(campaign: campaign.id, metric: key.metric, slice: key.slice)
        guard let metric = campaign.metrics[key.metric] else { return days(key, use) }
        if case .notSet(let reason) = metric.kind { return unset(key, metric, reason) }
        let number = evaluator.total(of: use)
        var value = MetricValue(
            key: key, name: metric.name, unit: metric.unit, direction: metric.direction, value: number,
            text: format.text(number, unit: metric.unit, decimals: metric.decimals),
            sql: LineageSQL(campaign: campaign).text(of: use),
            tables: Array(Set(campaign.leaves(of: metric.id).map(\.table))).sorted())
        compare(&value, use, metric)
        value.interval = interval(of: use, metric)
        value.intervalText = value.interval.map { format.interval($0, unit: metric.unit) }
        Self.judge(&value, metric, format)
        value.peers = peers(of: use, metric)
        return value
    }

    /// What the slice stands beside. Periods are no parts of anything.
    private func peers(of use: MetricUse, _ metric: Metric) -> [Peers] {
        use.slice.filter { $0.dimension != "period" }.compactMap { entry in
            let rest = use.slice.filter { $0 != entry }
            let rows = evaluator.table(of: MetricUse(campaign: use.campaign, metric: use.metric, dimensions: [entry.dimension], slice: rest))
            let known = rows.compactMap { key, number in key.first.flatMap { scalar in number.map { (scalar, $0) } } }.filter { $0.0 != .missing }
            guard known.count > 1, let lowest = known.min(by: { ($0.1, $0.0) < ($1.1, $1.0) }), let highest = known.max(by: { ($0.1, $1.0) < ($1.1, $0.0) }) else { return nil }
            func extreme(_ row: (Scalar, Number)) -> Peers.Extreme {
                Peers.Extreme(name: row.0.text, value: row.1, text: format.text(row.1, unit: metric.unit, decimals: metric.decimals))
            }
            return Peers(dimension: entry.dimension, lowest: extreme(lowest), highest: extreme(highest))
        }
    }

    private func unset(_ key: ValueKey, _ metric: Metric, _ reason: String) -> MetricValue {
        var value = MetricValue(
            key: key, name: metric.name, unit: metric.unit, direction: metric.direction, value: nil, text: Words.of(campaign.language).notSet, sql: "", tables: [])
        value.notSet = reason
        return value
    }

    /// The built-in number of days.
    private func days(_ key: ValueKey, _ use: MetricUse) -> MetricValue {
        let number = DayCount(campaign: campaign, use: use).days(for: [])
        return MetricValue(
            key: key, name: Words.of(campaign.language).period, unit: .days, direction: .none, value: number,
            text: format.text(number, unit: .days), sql: "", tables: [])
    }

    private func compare(_ value: inout MetricValue, _ use: MetricUse, _ metric: Metric) {
        let found = baseline(of: use, metric)
        value.baseline = found.number
        value.baselineName = found.name
        value.comparedPerDay = found.perDay
        guard let base = found.number else { return }
        value.baselineText = format.text(base, unit: metric.unit, decimals: metric.decimals)
        let own = found.perDay ? perDay(value.value, use) : value.value
        guard let own, let difference = own - base else { return }
        if base > Number(0), let change = difference / base {
            value.change = change
            value.changeText = format.change(change)
        }
        if metric.unit == .percent {
            value.points = difference
            value.pointsText = format.points(difference)
        }
    }

    /// What the use is compared with: a number in the metric's unit, per day where the baseline says so.
    func baseline(of use: MetricUse, _ metric: Metric) -> (number: Number?, name: String?, perDay: Bool) {
        switch campaign.baseline(of: metric.id) {
        case .literal(let number, let source)?:
            return use.slice.isEmpty ? (number, source, false) : (nil, nil, false)
        case .period(let name, let comparison)?:
            guard let other = campaign.baselineUse(of: use) else { return (nil, nil, false) }
            let perDay = comparison == .perDay && campaign.isAdditive(metric.id)
            return (total(other, perDay: perDay), campaign.period(named: name.value)?.name, perDay)
        case .campaign(let name, let comparison)?:
            guard let other = campaign.baselineUse(of: use) else { return (nil, nil, false) }
            let perDay = comparison == .perDay && campaign.isAdditive(metric.id)
            return (total(other, perDay: perDay), evaluator.campaigns[name.value]?.title, perDay)
        case nil:
            return (nil, nil, false)
        }
    }

    private func total(_ use: MetricUse, perDay: Bool) -> Number? {
        let number = evaluator.total(of: use)
        return perDay ? self.perDay(number, use) : number
    }

    func perDay(_ number: Number?, _ use: MetricUse) -> Number? {
        guard let number, let owner = evaluator.campaigns[use.campaign],
            let days = DayCount(campaign: owner, use: use).days(for: [])
        else { return nil }
        return number / days
    }

    /// Wilson's interval of a share of counted things. A sample's counts were scaled up; the interval rests on what was
    /// really counted.
    func interval(of use: MetricUse, _ metric: Metric) -> Interval? {
        guard campaign.isRateOfCounts(metric.id), case .ratio(let numerator, let denominator) = metric.kind else { return nil }
        var part = use
        part.metric = numerator.value
        let successes = evaluator.total(of: part)
        part.metric = denominator.value
        return interval(successes, of: evaluator.total(of: part), countedIn: denominator.value)
    }

    func interval(_ successes: Number?, of trials: Number?, countedIn metric: String) -> Interval? {
        guard let successes, let trials else { return nil }
        let rates = campaign.leaves(of: metric).compactMap { campaign.tables[$0.table]?.sampleRate }
        let rate = rates.map { Number.exact($0).double }.min() ?? 1
        guard let bounds = wilsonInterval(successes: successes.double * rate, trials: trials.double * rate),
            let low = Number(bounds.low.rounded(significant: 12)), let high = Number(bounds.high.rounded(significant: 12)),
            let count = Number((trials.double * rate).rounded(significant: 12))
        else { return nil }
        return Interval(low: low, high: high, count: count)
    }

    /// Target, verdict and warning, from the value and its interval.
    static func judge(_ value: inout MetricValue, _ metric: Metric, _ format: NumberFormat) {
        if let number = value.value {
            value.warning = metric.thresholds.last { threshold in
                metric.direction == .lower ? number > threshold.value : number < threshold.value
            }?.level
        }
        // A target is set for the whole; a slice is not held against it.
        guard let target = metric.target, value.key.slice.isEmpty else { return }
        value.target = target
        value.targetText = format.target(target, unit: metric.unit, direction: metric.direction)
        guard let number = value.value else { return }
        value.attainment = target.attainment(of: number, metric.direction)
        value.attainmentText = value.attainment.map { format.text($0, unit: .percent) }
        value.verdict = target.verdict(on: number, metric.direction, interval: value.interval)
    }
}
