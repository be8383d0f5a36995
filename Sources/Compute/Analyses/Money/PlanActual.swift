import Model

/// Plan against actual, part by part: what was overspent, and what stands out from the rest.
struct PlanActual: AnalysisMethod {
    let name = "plan_actual"
    let parameters = [AnalysisParameter.metric("plan"), .metric("actual"), AnalysisParameter("by", .dimension(of: "actual"), isRequired: true), AnalysisParameter("alert", .number(0...10))]

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds {
        let by = block.names("by").map(\.value)
        return AnalysisNeeds(uses: AnalysisNeeds.totals(block, campaign, "plan", "actual") + (block.names("plan") + block.names("actual")).map { MetricUse(campaign: campaign.id, metric: $0.value, dimensions: by) })
    }

    func run(_ input: AnalysisInput) -> AnalysisResult {
        let planMetric = input.block.word("plan") ?? "", actualMetric = input.block.word("actual") ?? "", by = input.block.word("by") ?? "", alert = input.block.number("alert") ?? 0.3
        let plan = Dictionary(input.slices(planMetric, by: by).map { ($0.key, $0.value) }, uniquingKeysWith: +), unit = input.unit(of: actualMetric)
        let rows = input.slices(actualMetric, by: by).sorted { $0.value - (plan[$0.key] ?? 0) > $1.value - (plan[$1.key] ?? 0) }
        guard !rows.isEmpty else { return Report.nothing(input, "没有支出。", "Nothing was spent.") }
        // The mean of few moves with the one that stands out; the median does not.
        let sorted = rows.map(\.value).sorted(), middle = sorted.count % 2 == 1 ? sorted[sorted.count / 2] : (sorted[sorted.count / 2 - 1] + sorted[sorted.count / 2]) / 2
        let label = input.label(ofDimension: by, of: actualMetric), mean = sorted.sum / Double(sorted.count)
        var report = Report(input, .observed, count: Double(rows.count))
        report.names("part", label, label)
        report.numbers("difference", "差额", "Difference", unit)
        report.numbers("plan", "计划", "Plan", unit)
        report.numbers("actual", "实际", "Actual", unit)
        report.numbers("rate", "执行率", "Share of plan", .percent)
        report.numbers("against_mean", "对均值", "Against the mean", .percent)
        report.numbers("against_median", "对中位数", "Against the median", .percent)
        var over: [(String, Double, Double?)] = [], high: [String] = []
        for row in rows {
            let planned = plan[row.key] ?? 0
            report.row(
                .name(row.key, row.label), .number(row.value - planned), .number(planned), .number(row.value), .number(planned > 0 ? row.value / planned : nil), .number(mean > 0 ? row.value / mean - 1 : nil),
                .number(middle > 0 ? row.value / middle - 1 : nil))
            report.value("\(row.key.text.identifier)_over", planned > 0 ? row.value / planned - 1 : nil, .percent)
            if row.value > planned { over.append((row.label, row.value - planned, planned > 0 ? row.value / planned - 1 : nil)) }
            if mean > 0, row.value / mean - 1 > alert { high.append(row.label) }
        }
        let total = rows.sum(\.value), planned = plan.keys.sorted().sum { plan[$0] ?? 0 }
        report.value("difference", total - planned, unit)
        report.value("rate", planned > 0 ? total / planned : nil, .percent)
        report.value("over_parts", Double(over.count), .count(noun: ""))
        report.value("alert", alert, .percent)
        report.value("alerts", Double(high.count), .count(noun: ""))
        report.chart(.bar, x: "part", y: "difference")
        let list = Words.of(input.campaign.language).sentences.list(high)
        report.note(high.isEmpty ? "没有一项超过均值 \(report.text(alert, .percent))。" : "超过均值 \(report.text(alert, .percent))的：\(list)。均值会被最大的一项拉高，旁列中位数。", high.isEmpty ? "Nothing exceeds the mean by \(report.text(alert, .percent))." : "More than \(report.text(alert, .percent)) above the mean: \(list). The largest drags the mean; the median stands beside it.")
        let worst = over.first.map { entry in
            input.say("超支最多的是\(entry.0)：\(report.text(entry.1, unit))\(entry.2.map { "（\(report.change($0))）" } ?? "，计划外")", "most over plan is \(entry.0): \(report.text(entry.1, unit))\(entry.2.map { " (\(report.change($0)))" } ?? ", unplanned")")
        }
        report.finding(
            "over", "实际 \(report.text(total, unit))，计划 \(report.text(planned, unit))，差 \(report.text(total - planned, unit))\(worst.map { "；" + $0 } ?? "")。", "Actual \(report.text(total, unit)), plan \(report.text(planned, unit)), a difference of \(report.text(total - planned, unit))\(worst.map { "; " + $0 } ?? "").",
            effect: unit == .money && total > planned ? Finding.Effect(value: planned - total, low: planned - total, high: planned - total) : nil, evidence: .association, isGood: total <= planned)
        return report.result
    }
}
