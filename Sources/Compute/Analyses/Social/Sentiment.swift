import Model
import Statistics

/// How many spoke well and how many ill, with intervals: net sentiment over time or by part.
struct Sentiment: AnalysisMethod {
    let name = "sentiment"
    let parameters = [AnalysisParameter.metric("positive"), .metric("negative"), .metric("all"), AnalysisParameter("by", .dimension(of: "all"), isRequired: true)]

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds {
        let by = block.names("by").map(\.value), metrics = ["positive", "negative", "all"].flatMap { block.names($0) }
        return AnalysisNeeds(uses: metrics.flatMap { [MetricUse(campaign: campaign.id, metric: $0.value), MetricUse(campaign: campaign.id, metric: $0.value, dimensions: by)] })
    }

    func run(_ input: AnalysisInput) -> AnalysisResult {
        let names = ["positive", "negative", "all"].map { input.block.word($0) ?? "" }, by = input.block.word("by") ?? ""
        let tables = names.map { Dictionary(input.slices($0, by: by).map { ($0.key, $0.value) }, uniquingKeysWith: +) }, totals = names.map { input.total($0)?.double ?? 0 }
        guard totals[2] > 0 else { return Report.nothing(input, "没有声量。", "Nobody spoke.") }
        let isTime = tables[2].keys.contains { if case .day = $0 { true } else { false } }
        let label = input.label(ofDimension: by, of: names[2])
        var report = Report(input, .estimated, count: totals[2])
        report.names("part", label, label, isTime: isTime)
        report.numbers("positive", "正面", "Positive", .percent, decimals: 1)
        report.numbers("negative", "负面", "Negative", .percent, decimals: 2)
        report.bounds(.percent, "negative_")
        report.numbers("net", "净情绪", "Net sentiment", .percent, decimals: 1)
        report.bounds(.percent)
        for key in tables[2].keys.sorted() {
            let all = tables[2][key] ?? 0, positive = tables[0][key] ?? 0, negative = tables[1][key] ?? 0
            let net = promoterScore(promoters: positive, detractors: negative, count: all), bad = Funnel.rate(Report.number(negative), of: Report.number(all))
            report.row(
                .name(key, input.metrics.label(of: key, dimension: by, metric: names[2], campaign: input.campaign.id)), .number(all > 0 ? positive / all : nil), .number(bad?.value), .low(bad), .high(bad), .number(net?.value),
                .low(net), .high(net))
        }
        let good = Funnel.rate(Report.number(totals[0]), of: Report.number(totals[2])), bad = Funnel.rate(Report.number(totals[1]), of: Report.number(totals[2]))
        report.value("positive", good, .percent)
        report.value("negative", bad, .percent)
        report.value("net", promoterScore(promoters: totals[0], detractors: totals[1], count: totals[2]), .percent)
        report.lines("part", ["net"], mark: isTime ? .line : .bar)
        report.note("净情绪 = 正面占比 − 负面占比；情绪由分类程序判定，它自己的错判不在区间之内。", "Net sentiment: share positive − share negative. A classifier judged; its own errors are not in the interval.")
        if let good, let bad {
            report.finding("net", "正面声量占 \(report.text(good.value, .percent))\(report.interval(good, .percent))，负面占 \(report.text(bad.value, .percent))\(report.interval(bad, .percent))。", "\(report.text(good.value, .percent)) of mentions are positive\(report.interval(good, .percent)), \(report.text(bad.value, .percent)) negative\(report.interval(bad, .percent)).", evidence: .association, isGood: good.value > bad.value)
        }
        return report.result
    }
}
