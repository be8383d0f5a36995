import Foundation
import Model
import Statistics

/// What marks an audience: each group's share of it against its share of everybody, times 100 (TGI).
struct TargetIndex: AnalysisMethod {
    let name = "tgi"
    let parameters = [
        AnalysisParameter.metric("metric"), AnalysisParameter("by", .dimension(of: "metric"), isRequired: true), AnalysisParameter("target", .free, isRequired: true), AnalysisParameter("least", .whole(1...1_000_000)),
    ]

    private func slice(_ block: AnalysisBlock) -> [ValueKey.SliceEntry] { block.entries("target").compactMap { entry in entry.values.first.map { ValueKey.SliceEntry(dimension: entry.key.value, value: $0.value) } } }

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds {
        let metric = block.names("metric")[0], by = block.names("by").map(\.value), slice = slice(block)
        guard !slice.isEmpty else { return AnalysisNeeds(problems: [Problem(.badParameter, "`target:` names the audience, as {channel_id: wechat}", at: block.place)]) }
        for entry in block.entries("target") {
            for leaf in campaign.leaves(of: metric.value) where campaign.dimension(named: entry.key.value, of: leaf.table) == nil {
                return AnalysisNeeds(problems: [Problem(.unknownColumn, "metric '\(metric.value)' can't be broken down by '\(entry.key.value)'\(suggestion(for: entry.key.value, among: campaign.dimensionNames(of: leaf.table)))", at: entry.key.place)])
            }
        }
        return AnalysisNeeds(uses: [MetricUse(campaign: campaign.id, metric: metric.value, dimensions: by), MetricUse(campaign: campaign.id, metric: metric.value, dimensions: by, slice: slice)])
    }

    func run(_ input: AnalysisInput) -> AnalysisResult {
        let metric = input.block.word("metric") ?? "", by = input.block.word("by") ?? "", least = input.block.number("least") ?? 30
        let rate = input.campaign.leaves(of: metric).compactMap { input.campaign.tables[$0.table]?.sampleRate }.map { Number.exact($0).double }.min() ?? 1
        let all = input.slices(metric, by: by), target = Dictionary(input.slices(metric, by: by, slice: slice(input.block)).map { ($0.key, $0.value * rate) }, uniquingKeysWith: +)
        let people = all.sum(\.value) * rate, own = target.keys.sorted().sum { target[$0] ?? 0 }
        guard own >= least else { return Report.nothing(input, "目标人群样本不足 \(wholePart(least)) 人，不作推断。", "The audience's sample is below \(wholePart(least)): nothing is said.") }
        let label = input.label(ofDimension: by, of: metric)
        var report = Report(input, .estimated, count: own)
        report.names("part", label, label)
        report.numbers("index", "TGI", "TGI", .number, decimals: 0)
        report.bounds(.number)
        report.numbers("share", "目标人群占比", "Share of the audience", .percent)
        report.numbers("base", "总体占比", "Share of all", .percent)
        var found: [(String, Estimate)] = [], suppressed = 0
        for row in all.sorted(by: { $0.key < $1.key }) {
            let count = (target[row.key] ?? 0).rounded(), base = row.value * rate / people, share = count / own
            guard count > 0, base > 0 else { continue }
            guard count >= 5 else { suppressed += 1; continue }
            // The share's Wilson interval over the base's own error by the delta method on logarithms.
            let error = ((1 - share) / count + (1 - base) / (row.value * rate)).squareRoot(), index = share / base * 100
            let estimate = Estimate(value: index, low: index * exp(-z95 * error), high: index * exp(z95 * error), count: count)
            report.row(.name(row.key, row.label), .number(index), .low(estimate), .high(estimate), .number(share), .number(base))
            report.value(row.key.text.identifier.first?.isNumber == true ? "group_\(row.key.text.identifier)" : row.key.text.identifier, estimate, .number)
            found.append((row.label, estimate))
        }
        report.chart(.bar, x: "part", y: "index", low: "low", high: "high")
        report.note("TGI = 目标人群占比 ÷ 总体占比 × 100，100 为持平；区间含 100 的差别说不清。\(suppressed > 0 ? "样本不足 5 人的 \(suppressed) 组略去。" : "")", "TGI: share of the audience ÷ share of all × 100. Where the interval holds 100 the data can't tell.\(suppressed > 0 ? " \(suppressed) groups below 5 people are left out." : "")")
        if let top = found.filter({ $0.1.low > 100 }).max(by: { $0.1.value < $1.1.value }) {
            report.finding("top", "目标人群里最突出的是\(top.0)：TGI \(report.text(top.1.value, .number))\(report.interval(top.1, .number))。", "What marks the audience is \(top.0): TGI \(report.text(top.1.value, .number))\(report.interval(top.1, .number)).", evidence: .association)
        } else {
            report.finding("top", "按\(label)看不出目标人群与总体的差别。", "By \(label) the audience is like everybody.", evidence: .association)
        }
        return report.result
    }
}
