import Model

/// Parameters that many methods share.
extension AnalysisParameter {
    static let source = AnalysisParameter("from", .source, isRequired: true)
    static let worth = AnalysisParameter("worth", .metrics)

    static func column(_ name: String) -> AnalysisParameter { AnalysisParameter(name, .column, isRequired: true) }
    static func optionalColumn(_ name: String) -> AnalysisParameter { AnalysisParameter(name, .column) }
    static func metric(_ name: String) -> AnalysisParameter { AnalysisParameter(name, .metric, isRequired: true) }
    static func metrics(_ name: String) -> AnalysisParameter { AnalysisParameter(name, .metrics, isRequired: true) }
}

extension AnalysisInput {
    /// A metric by the days of a period, in order; nil where a day has no value.
    func daily(_ metric: String, in period: Period) -> [Double?] {
        let use = AnalysisNeeds.daily(metric, period.id, campaign)
        let rows = Dictionary(metrics.rows(of: use).map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
        return (0..<period.days).map { (rows[[.day(period.start + $0)]] ?? nil)?.double }
    }

    /// A metric by one dimension: what the data call a value, what pages call it, and the number.
    func slices(_ metric: String, by dimension: String, slice: [ValueKey.SliceEntry] = []) -> [(key: Scalar, label: String, value: Double)] {
        metrics.rows(of: MetricUse(campaign: campaign.id, metric: metric, dimensions: [dimension], slice: slice)).compactMap { row in
            row.value.map { (row.key[0], metrics.label(of: row.key[0], dimension: dimension, metric: metric, campaign: campaign.id), $0.double) }
        }
    }

    /// What a total at the baseline is multiplied with, so that it stands for as many days as the campaign has; 1 unless compared per day.
    func baselineScale(of metric: String) -> Double {
        guard case .period(let name, .perDay?)? = campaign.baseline(of: metric), let other = campaign.period(named: name.value) else { return 1 }
        return Double(campaign.period.days) / Double(other.days)
    }

    func name(of metric: String) -> String { campaign.metrics[metric]?.name ?? metric }
    func unit(of metric: String) -> Unit { campaign.metrics[metric]?.unit ?? .number }

    /// What pages call a dimension of a metric.
    func label(ofDimension name: String, of metric: String) -> String {
        DimensionLabels(campaign: campaign, name: name, metrics: [metric], format: format, words: Words.of(campaign.language)).label
    }

    /// The days that the campaign's own period or another lasts.
    func period(_ parameter: String) -> Period { block.word(parameter).flatMap { campaign.period(named: $0) } ?? campaign.period }

    /// The labels of a column of that name, wherever one has some: `channel_id`.
    func labels(ofColumn name: String?) -> [String: String] {
        guard let name else { return [:] }
        return campaign.tables.values.lazy.compactMap { $0.columns[name]?.valueLabels }.first { !$0.isEmpty } ?? [:]
    }
}

extension AnalysisNeeds {
    static func daily(_ metric: String, _ period: String, _ campaign: Campaign) -> MetricUse {
        let slice = period == Campaign.ownPeriod ? [] : [ValueKey.SliceEntry(dimension: "period", value: period)]
        return MetricUse(campaign: campaign.id, metric: metric, dimensions: ["day"], slice: slice)
    }
}

extension Sequence {
    func sum(_ value: (Element) -> Double) -> Double { reduce(0) { $0 + value($1) } }
}

extension Collection where Element == Double {
    var sum: Double { reduce(0, +) }
}
