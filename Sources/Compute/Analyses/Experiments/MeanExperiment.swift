import Model
import Statistics

/// A test of means from sums: Welch's test, freed of what was known before where that is given (CUPED), and as a ratio of two quantities
/// where a denominator is given (delta method).
struct MeanExperiment: AnalysisMethod {
    let name = "mean_experiment"
    let parameters = [
        AnalysisParameter.source, .column("variant"), .column("people"), .column("sum"), .column("squares"), AnalysisParameter("control", .words, isRequired: true), .optionalColumn("segment"),
        .optionalColumn("before_sum"), .optionalColumn("before_squares"), .optionalColumn("before_product"), .optionalColumn("per_sum"), .optionalColumn("per_squares"),
        .optionalColumn("per_product"), .worth,
    ]
    private static let sums = ["people", "sum", "squares", "before_sum", "before_squares", "before_product", "per_sum", "per_squares", "per_product"]

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds {
        let source = Source(block, in: campaign)
        let sums = Self.sums.map { source.has($0) ? "sum(\(source[$0])) AS \($0)_total" : "NULL AS \($0)_total" }.joined(separator: ", ")
        let query = source.select("\(source["segment"]) AS segment, \(source["variant"]) AS variant, \(sums)", group: "1, 2", order: "1, 2", isDated: block.word("period") != nil)
        return AnalysisNeeds(uses: AnalysisNeeds.totals(block, campaign, "worth"), queries: [query])
    }

    func run(_ input: AnalysisInput) -> AnalysisResult {
        let control = input.block.word("control") ?? "", unit = input.source.definition(of: "sum")?.unit ?? .number, hasSegments = input.block.word("segment") != nil
        var report = Report(input, .estimated, count: input.rows().sum { $0.amount("people_total") })
        report.names("test", hasSegments ? input.label(ofRole: "segment") : "组别", hasSegments ? input.label(ofRole: "segment") : "Variant")
        report.names("way", "方法", "Method")
        report.numbers("control", "对照组均值", "Control mean", unit)
        report.numbers("treatment", "实验组均值", "Treatment mean", unit)
        report.numbers("difference", "差", "Difference", unit)
        report.bounds(unit)
        report.numbers("lift", "相对提升", "Relative lift", .percent)
        report.bounds(.percent, "lift_")
        report.numbers("p", "p 值", "p-value", .number, decimals: 4)
        var segments: [Scalar] = []
        for row in input.rows() where !segments.contains(row["segment"]) { segments.append(row["segment"]) }
        for segment in segments {
            let rows = input.rows().filter { $0["segment"] == segment }
            guard let base = rows.first(where: { $0.text("variant") == control }) else {
                report.result.problems.append(Problem(.unknownValue, "no row has \(input.block.word("variant") ?? "") '\(control)'\(suggestion(for: control, among: rows.map { $0.text("variant") }))", at: input.block.names("control").first?.place))
                continue
            }
            for row in rows where row.text("variant") != control { compare(base, row, segment, hasSegments, unit, &report) }
        }
        report.chart(.bar, x: "test", y: "lift", series: "way", low: "lift_low", high: "lift_high")
        report.note("均值之差用 Welch 检验；CUPED 用实验前的数据消去已知的差别，相关越强区间越窄；人均比值按 delta 法。", "Means by Welch's test; CUPED takes out what was known before the test; ratios by the delta method.")
        return report.result
    }

    private func compare(_ base: ResultRow, _ row: ResultRow, _ segment: Scalar, _ hasSegments: Bool, _ unit: Unit, _ report: inout Report) {
        let input = report.input
        let name: (Scalar, String) = hasSegments ? (segment, input.label(segment, of: "segment")) : (row["variant"], input.label(row["variant"], of: "variant"))
        func moments(_ row: ResultRow, _ sum: String, _ squares: String) -> Moments { Moments(count: row.amount("people_total"), sum: row.amount(sum), squares: row.amount(squares)) }
        let outcome = (moments(base, "sum_total", "squares_total"), moments(row, "sum_total", "squares_total"))
        let key = (hasSegments ? segment.text : row.text("variant")).identifier
        var best: Welch?
        func add(_ id: String, _ label: String, _ test: Welch, _ means: (Double, Double)) {
            report.row(
                .name(name.0, name.1), .name(.text(id), label), .number(means.0), .number(means.1), .number(test.difference.value), .low(test.difference), .high(test.difference),
                .number(test.lift?.value), .low(test.lift), .high(test.lift), .number(test.pValue))
            report.value("\(key)_\(id)_lift", test.lift, .percent)
            report.value("\(key)_\(id)_difference", test.difference, unit)
            report.value("\(key)_\(id)_p", test.pValue, .number)
            best = test
        }
        if let test = Welch(control: outcome.0, treatment: outcome.1) { add("plain", input.say("直接比较", "As measured"), test, (outcome.0.mean, outcome.1.mean)) }
        if base.number("before_sum_total") != nil {
            func group(_ row: ResultRow, _ outcome: Moments) -> CUPED.Group {
                CUPED.Group(outcome: outcome, before: moments(row, "before_sum_total", "before_squares_total"), products: row.amount("before_product_total"))
            }
            if let freed = CUPED(control: group(base, outcome.0), treatment: group(row, outcome.1)), let test = Welch(control: freed.control, treatment: freed.treatment) {
                add("cuped", "CUPED", test, (freed.control.mean, freed.treatment.mean))
                report.value("\(key)_variance_cut", freed.correlation * freed.correlation, .percent)
            }
        }
        if base.number("per_sum_total") != nil { ratio(base, row, outcome, key, name.1, &report) }
        guard let best, let lift = best.lift else { return }
        let isCertain = best.difference.excludesZero
        report.finding(
            "\(key)_lift",
            isCertain ? "\(name.1)：人均值\(best.difference.value > 0 ? "高" : "低") \(report.change(lift.value))\(report.interval(lift, .percent))，随机对照。" : "\(name.1)：人均值变化 \(report.change(lift.value))\(report.interval(lift, .percent))，区间含零，说不清。",
            isCertain ? "\(name.1): the mean is \(best.difference.value > 0 ? "higher" : "lower") by \(report.change(lift.value))\(report.interval(lift, .percent)); randomised." : "\(name.1): a change of \(report.change(lift.value))\(report.interval(lift, .percent)): undecided.",
            effect: Report.effect(best.difference, worth: input.worth.map { $0 * outcome.1.count }), evidence: .experiment, isGood: isCertain ? best.difference.value > 0 : nil)
    }

    private func ratio(_ base: ResultRow, _ row: ResultRow, _ outcome: (Moments, Moments), _ key: String, _ name: String, _ report: inout Report) {
        func ratio(_ row: ResultRow, _ top: Moments) -> RatioOfMeans {
            RatioOfMeans(top: top, bottom: Moments(count: top.count, sum: row.amount("per_sum_total"), squares: row.amount("per_squares_total")), products: row.amount("per_product_total"))
        }
        guard let found = RatioOfMeans.difference(control: ratio(base, outcome.0), treatment: ratio(row, outcome.1)) else { return }
        let unit = report.input.source.definition(of: "sum")?.unit ?? .number
        report.value("\(key)_ratio_difference", found.estimate, unit)
        report.value("\(key)_ratio_p", found.pValue, .number)
        report.note(
            "\(name)：每\(report.input.label(ofRole: "per_sum"))的值之差 \(report.text(found.estimate.value, unit))\(report.interval(found.estimate, unit))（delta 法）。",
            "\(name): per \(report.input.label(ofRole: "per_sum")) the difference is \(report.text(found.estimate.value, unit))\(report.interval(found.estimate, unit)) (delta method).")
    }
}
