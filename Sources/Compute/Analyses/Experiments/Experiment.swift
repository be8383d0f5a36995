import Model
import Statistics

/// A test of rates: each variant against the control, in each segment. From counts, or from a row a person.
struct Experiment: AnalysisMethod {
    let name = "experiment"
    let parameters = [
        AnalysisParameter.source, .column("variant"), .optionalColumn("people"), .column("successes"), .optionalColumn("segment"),
        AnalysisParameter("control", .words, isRequired: true), AnalysisParameter("shares", .free), AnalysisParameter("planned", .whole(2...Int.max)), .worth,
    ]

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds {
        let source = Source(block, in: campaign)
        // A row a person: a success is a true or a number above 0.
        let counts = source.has("people")
            ? "sum(\(source["people"])) AS people, sum(\(source["successes"])) AS successes"
            : "count(*) AS people, sum(CASE WHEN CAST(\(source["successes"]) AS INTEGER) > 0 THEN 1 ELSE 0 END) AS successes"
        let query = source.select("\(source["segment"]) AS segment, \(source["variant"]) AS variant, \(counts)", group: "1, 2", order: "1, 2", isDated: block.word("period") != nil)
        return AnalysisNeeds(uses: AnalysisNeeds.totals(block, campaign, "worth"), queries: [query])
    }

    func run(_ input: AnalysisInput) -> AnalysisResult {
        let control = input.block.word("control") ?? "", hasSegments = input.block.word("segment") != nil
        var comparisons: [Comparison] = [], report = Report(input, .estimated, count: input.rows().sum { $0.amount("people") })
        var segments: [Scalar] = []
        for row in input.rows() where !segments.contains(row["segment"]) { segments.append(row["segment"]) }
        for segment in segments {
            let rows = input.rows().filter { $0["segment"] == segment }
            guard let base = rows.first(where: { $0.text("variant") == control }) else {
                report.result.problems.append(Problem(.unknownValue, "no row has \(input.block.word("variant") ?? "") '\(control)'\(suggestion(for: control, among: rows.map { $0.text("variant") }))", at: input.block.names("control").first?.place))
                continue
            }
            for row in rows where row.text("variant") != control {
                let test = TwoProportions(control: (base.amount("successes"), base.amount("people")), treatment: (row.amount("successes"), row.amount("people")))
                guard test.difference != nil else {
                    report.note("“\(row.text("variant"))”的计数不成比例，已略去。", "The counts of “\(row.text("variant"))” are no proportion; it was left out.")
                    continue
                }
                comparisons.append(Comparison(segment: segment, variant: row["variant"], test: test))
            }
            check(rows, segment, &report)
        }
        guard !comparisons.isEmpty else {
            report.note("没有可以比较的组。", "There are no groups to compare.")
            return report.result
        }
        let adjusted = benjaminiHochberg(comparisons.map { $0.test.pValue ?? 1 })
        head(hasSegments, &report)
        for (comparison, p) in zip(comparisons, adjusted) { add(comparison, p, hasSegments, isOnly: comparisons.count == 1, &report) }
        report.chart(.bar, x: hasSegments ? "segment" : "variant", y: "lift", low: "lift_low", high: "lift_high") { $0.horizontal = true }
        notes(comparisons, &report)
        return report.result
    }

    private struct Comparison {
        let segment: Scalar
        let variant: Scalar
        let test: TwoProportions
    }

    private func head(_ hasSegments: Bool, _ report: inout Report) {
        if hasSegments { report.names("segment", ofRole: "segment") }
        report.names("variant", ofRole: "variant")
        report.numbers("people", "人数", "People", .count(noun: ""))
        report.numbers("control_rate", "对照组", "Control", .percent)
        report.numbers("rate", "实验组", "Treatment", .percent)
        report.numbers("difference", "差", "Difference", .percent)
        report.bounds(.percent)
        report.numbers("lift", "相对提升", "Relative lift", .percent)
        report.bounds(.percent, "lift_")
        report.numbers("p", "p 值", "p-value", .number, decimals: 4)
        report.numbers("adjusted_p", "校正后 p 值", "Adjusted p", .number, decimals: 4)
        report.numbers("probability", "优于对照的概率", "Probability of being better", .percent)
        report.numbers("sequential_low", "随时可看的下限", "Anytime interval from", .percent)
        report.numbers("sequential_high", "随时可看的上限", "Anytime interval to", .percent)
    }

    private func add(_ comparison: Comparison, _ adjusted: Double, _ hasSegments: Bool, isOnly: Bool, _ report: inout Report) {
        let test = comparison.test, rates = test.rates
        guard let difference = test.difference else { return }
        let lift = test.lift, input = report.input
        let probability = probabilityOfBeing((test.treatment.successes, test.treatment.trials), above: (test.control.successes, test.control.trials))
        // Of a difference of two means of the sizes given: as one mean with their joint standard error.
        let smaller = min(test.control.trials, test.treatment.trials)
        let deviation = (rates.control * (1 - rates.control) * smaller / test.control.trials + rates.treatment * (1 - rates.treatment) * smaller / test.treatment.trials).squareRoot()
        let half = sequentialHalfWidth(deviation: deviation, count: smaller, tightest: input.block.number("planned") ?? smaller)
        let segment = input.label(comparison.segment, of: "segment"), variant = input.label(comparison.variant, of: "variant")
        report.row(
            (hasSegments ? [.name(comparison.segment, segment)] : []) + [
                .name(comparison.variant, variant), .number(difference.count), .number(rates.control), .number(rates.treatment), .number(difference.value), .low(difference), .high(difference),
                .number(lift?.value), .low(lift), .high(lift), .number(test.pValue), .number(adjusted), .number(probability), .number(difference.value - half), .number(difference.value + half),
            ])
        let key = [hasSegments ? comparison.segment.text : nil, isOnly || hasSegments ? nil : comparison.variant.text].compactMap { $0 }.joined(separator: "_").identifier
        func id(_ name: String) -> String { key.isEmpty ? name : "\(key)_\(name)" }
        report.value(id("difference"), difference, .percent)
        report.value(id("lift"), lift, .percent)
        report.value(id("p"), adjusted, .number)
        report.value(id("control"), rates.control, .percent)
        report.value(id("rate"), rates.treatment, .percent)
        report.value(id("probability"), probability, .percent)
        let who = hasSegments ? segment : variant, isCertain = difference.excludesZero && adjusted < 0.05
        let size = lift.map { report.change($0.value) + report.interval($0, .percent) } ?? report.points(difference.value)
        report.finding(
            id("lift"),
            isCertain ? "\(who)：实验组比对照组\(difference.value > 0 ? "高" : "低") \(size)，随机对照，多重校正后仍显著。" : "\(who)：实验组与对照组的差异 \(size)，区间含零，说不清。",
            isCertain ? "\(who): the treatment is \(difference.value > 0 ? "above" : "below") the control by \(size); randomised, and still significant after correction." : "\(who): a difference of \(size), whose interval contains zero: undecided.",
            // What the treatment brought to those who had it.
            effect: Report.effect(difference, worth: input.worth.map { $0 * test.treatment.trials }), evidence: .experiment, isGood: isCertain ? difference.value > 0 : nil)
    }

    /// Groups of another size than planned: then the result must not be trusted.
    private func check(_ rows: [ResultRow], _ segment: Scalar, _ report: inout Report) {
        let planned = report.input.block.entries("shares"), people = rows.map { $0.amount("people") }
        let shares = planned.isEmpty ? nil : rows.map { row in planned.first { $0.key.value == row.text("variant") }?.values.first.flatMap { Double($0.value) } ?? 0 }
        guard let test = sampleRatioTest(people, shares: shares) else { return }
        let id = [report.input.block.word("segment") == nil ? "" : segment.text.identifier, "sample_ratio_p"].filter { !$0.isEmpty }.joined(separator: "_")
        report.value(id, test.pValue, .number)
        if test.pValue < 0.001 {
            let who = report.input.label(segment, of: "segment")
            report.note(
                "\(who)：各组人数与计划的比例不符（样本比例检验 p = \(report.text(test.pValue, .number))），分流可能出错，结果不可信。",
                "\(who): the groups' sizes are not those planned (sample ratio p = \(report.text(test.pValue, .number))); people were lost or added, and the result can't be trusted.")
        }
    }

    private func notes(_ comparisons: [Comparison], _ report: inout Report) {
        report.note(
            "差的区间为 Newcombe 法，相对提升为对数比法，p 值为合并比例的得分检验\(comparisons.count > 1 ? "，并按 Benjamini–Hochberg 校正" : "")；“随时可看”的区间在中途查看任意次数后仍成立。",
            "Intervals: Newcombe for differences, log ratio for lifts; p-values: score test\(comparisons.count > 1 ? ", corrected by Benjamini–Hochberg" : ""). The anytime interval holds however often one looked.")
        guard let smallest = comparisons.min(by: { $0.test.control.trials < $1.test.control.trials }) else { return }
        let base = smallest.test.rates.control, count = min(smallest.test.control.trials, smallest.test.treatment.trials)
        if let lift = Power.detectableLift(rate: base, count: count) {
            report.value("detectable_lift", lift, .percent)
            report.note("以最小一组的人数，八成把握能看出的最小相对提升为 \(report.text(lift, .percent))。", "With the smallest group's size, the least lift seen with 80 % power is \(report.text(lift, .percent)).")
        }
        if comparisons.contains(where: { min($0.test.control.successes, $0.test.treatment.successes) < 30 }) {
            report.note("有的组成功数不足 30，其区间只作参考。", "Some groups have fewer than 30 successes; their intervals are rough.")
        }
    }
}

extension String {
    /// As part of a result's name: `18-30` becomes `18_30`.
    var identifier: String { String(lowercased().map { $0.isLetter || $0.isNumber ? $0 : "_" }) }
}
