import Model
import Statistics

/// Whether those who answered are like everybody: shares of both by a dimension, a chi-square test, and the weights that would mend it.
struct Representativeness: AnalysisMethod {
    let name = "representativeness"
    let parameters = [AnalysisParameter.metric("sample"), .metric("population"), AnalysisParameter("by", .dimension(of: "sample"), isRequired: true)]

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds {
        let by = block.names("by")
        var needs = AnalysisNeeds(uses: (block.names("sample") + block.names("population")).map { MetricUse(campaign: campaign.id, metric: $0.value, dimensions: by.map(\.value)) })
        for metric in block.names("population") {
            for leaf in campaign.leaves(of: metric.value) where campaign.dimension(named: by.first?.value ?? "", of: leaf.table) == nil {
                needs.problems.append(Problem(.unknownColumn, "metric '\(metric.value)' can't be broken down by '\(by.first?.value ?? "")'", at: by.first?.place ?? block.place))
            }
        }
        return needs
    }

    func run(_ input: AnalysisInput) -> AnalysisResult {
        let sample = input.block.word("sample") ?? "", population = input.block.word("population") ?? "", by = input.block.word("by") ?? ""
        let answers = input.slices(sample, by: by), people = Dictionary(input.slices(population, by: by).map { ($0.key, $0.value) }, uniquingKeysWith: +)
        let rows = answers.filter { (people[$0.key] ?? 0) > 0 }, count = rows.sum(\.value), all = rows.sum { people[$0.key] ?? 0 }
        guard rows.count > 1, let test = sampleRatioTest(rows.map(\.value), shares: rows.map { (people[$0.key] ?? 0) / all }) else { return Report.nothing(input, "两边没有共同的分组。", "The two share no groups.") }
        let label = input.label(ofDimension: by, of: sample)
        var report = Report(input, .observed, count: count)
        report.names("part", label, label)
        report.numbers("sample_share", "答卷占比", "Share of answers", .percent)
        report.numbers("population_share", "总体占比", "Share of everybody", .percent)
        report.numbers("weight", "权重", "Weight", .number, decimals: 2)
        for row in rows {
            let own = row.value / count, base = (people[row.key] ?? 0) / all
            report.row(.name(row.key, row.label), .number(own), .number(base), .number(own > 0 ? base / own : nil))
        }
        report.value("p", test.pValue, .number)
        let largest = rows.map { abs($0.value / count - (people[$0.key] ?? 0) / all) }.max() ?? 0
        report.value("largest_gap", largest, .percent)
        report.chart(.dumbbell, x: "part") { $0.values = ["population_share", "sample_share"] }
        report.note("权重 = 总体占比 ÷ 答卷占比，可用来加权；只能纠正按\(label)看得见的偏差。", "Weight: share of everybody ÷ share of answers; it mends only what \(label) shows.")
        let isLike = test.pValue > 0.05 || largest < 0.02
        report.finding(
            "bias", isLike ? "按\(label)看，答卷与总体相近（最大差 \(report.points(largest))）。" : "按\(label)看，答卷与总体不同：最大差 \(report.points(largest))，结论宜加权后再看。",
            isLike ? "By \(label) those who answered are like everybody (largest gap \(report.points(largest)))." : "By \(label) those who answered differ from everybody by up to \(report.points(largest)): weight before you conclude.", evidence: .association, isGood: isLike)
        return report.result
    }
}
