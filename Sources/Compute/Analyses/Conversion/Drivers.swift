import Model
import Statistics

/// What moved a product of factors: how much of its change each factor brought, without a rest. By the log-mean Divisia index, and by
/// Shapley beside it.
struct Drivers: AnalysisMethod {
    let name = "drivers"
    let parameters = [AnalysisParameter.metrics("factors"), AnalysisParameter("of", .metric), .worth]

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds {
        var needs = AnalysisNeeds(uses: AnalysisNeeds.totals(block, campaign, "factors", "of"))
        if block.names("factors").count < 2 { needs.problems.append(Problem(.badParameter, "`drivers` needs at least two `factors`", at: block.place)) }
        for factor in block.names("factors") where campaign.baselineUse(of: MetricUse(campaign: campaign.id, metric: factor.value)) == nil {
            needs.problems.append(Problem(.badParameter, "metric '\(factor.value)' has no baseline that is computed; give it `baseline:` in metrics.yaml", at: factor.place))
        }
        needs.uses += needs.uses.compactMap { campaign.baselineUse(of: $0) } + AnalysisNeeds.totals(block, campaign, "worth")
        return needs
    }

    func run(_ input: AnalysisInput) -> AnalysisResult {
        let factors = input.block.names("factors").map(\.value)
        func both(_ metric: String) -> (before: Double, after: Double)? {
            let use = MetricUse(campaign: input.campaign.id, metric: metric)
            guard let other = input.campaign.baselineUse(of: use), let before = input.metrics.rows(of: other).first?.value, let after = input.total(metric) else { return nil }
            return (before.double, after.double)
        }
        let pairs = factors.compactMap(both)
        guard pairs.count == factors.count, let effects = logMeanDivisia(from: pairs.map(\.before), to: pairs.map(\.after)) else {
            return Report.nothing(input, "有因子缺值或不为正，无法分解。", "A factor is missing or not positive: nothing to decompose.")
        }
        let shapley = shapleyFactors(from: pairs.map(\.before), to: pairs.map(\.after))
        let before = pairs.map(\.before).reduce(1, *), after = pairs.map(\.after).reduce(1, *), change = after - before
        let unit = input.block.word("of").map { input.unit(of: $0) } ?? .money
        var report = Report(input, .observed)
        report.names("factor", "因子", "Factor")
        report.numbers("effect", "影响", "Effect", unit)
        report.numbers("shapley", "影响（Shapley）", "Effect (Shapley)", unit)
        report.numbers("share", "占变化", "Share of the change", .percent)
        report.numbers("change", "因子变化", "Change of the factor", .percent)
        let start = input.say("对比期", "Baseline")
        report.row(.name(.text("baseline"), start), .number(before), .number(before), .number(nil), .number(nil))
        for (index, factor) in factors.enumerated() {
            report.row(
                .name(.text(factor), input.name(of: factor)), .number(effects[index]), .number(shapley[index]), .number(change == 0 ? nil : effects[index] / change),
                .number(pairs[index].after / pairs[index].before - 1))
            report.value(factor, effects[index], unit)
            report.value("\(factor)_share", change == 0 ? nil : effects[index] / change, .percent)
            report.value("\(factor)_shapley", shapley[index], unit)
        }
        report.value("change", change, unit)
        report.chart(.waterfall, x: "factor", y: "effect") { $0.totals = [start] }
        report.note("各因子影响之和等于变化总额，没有残差。因子之间互相带动的部分已按对数均值分给各因子；分解说明变化在哪里，不说明原因。", "The effects add up to the change, with no rest. What factors did together is shared by the log mean; this tells where the change lies, not why.")
        if let of = input.block.word("of"), let whole = both(of), abs(whole.after - after) > 1e-6 * abs(after) {
            report.note(
                "因子之积为 \(report.text(after, unit))，而\(input.name(of: of))为 \(report.text(whole.after, unit))：口径不同，分解的是前者。",
                "The factors' product is \(report.text(after, unit)) and \(input.name(of: of)) is \(report.text(whole.after, unit)): they are defined apart, and the product was decomposed.")
        }
        if let best = factors.indices.max(by: { abs(effects[$0]) < abs(effects[$1]) }), change != 0 {
            let name = input.name(of: factors[best]), amount = report.text(effects[best], unit), share = report.text(effects[best] / change, .percent)
            report.finding(
                "main", "变化共 \(report.text(change, unit))，其中\(name)的变动折合 \(amount)，占 \(share)。", "Of the change of \(report.text(change, unit)), \(name) accounts for \(amount), \(share).",
                effect: input.worth.map { Finding.Effect(value: effects[best] * $0) }, evidence: .association, isGood: effects[best] > 0)
        }
        return report.result
    }
}
