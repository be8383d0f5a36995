import Model
import Statistics

/// The same budget shared anew so that its last unit brings the same everywhere, within bounds around today's.
struct BudgetMethod: AnalysisMethod {
    let name = "budget"
    let parameters = SpendCurves.parameters + [AnalysisParameter("change", .number(0.01...5)), AnalysisParameter("margin", .number(0...1))]

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds { SpendCurves.query(block, campaign) }

    func run(_ input: AnalysisInput) -> AnalysisResult {
        let curves = SpendCurves(input), channels = curves.channels, change = input.block.number("change") ?? 0.3
        let bounds = channels.map { (low: $0.mean * max(0, 1 - change), high: $0.mean * (1 + change)) }, budget = channels.sum(\.mean)
        guard channels.count > 1, let proposal = reallocate(budget, curves: channels.map(\.curve), bounds: bounds) else {
            return Report.nothing(input, "少于两个渠道能拟合出曲线，无从分配。", "Fewer than two channels have a curve: nothing to share out.")
        }
        let days = Double(channels[0].spend.count)
        func gain(_ index: Int) -> Double { channels[index].curve.value(at: proposal[index]) - channels[index].curve.value(at: channels[index].mean) }
        let total = channels.indices.sum(gain) * days
        // The curves' error, carried to the gain: independent between channels.
        let errors = channels.indices.map { index in channels[index].curve.standardError(of: { (curve: HillCurve) in curve.value(at: proposal[index]) - curve.value(at: channels[index].mean) }) * days }
        let half = z95 * errors.sum { $0 * $0 }.squareRoot(), estimate = Estimate(value: total, low: total - half, high: total + half, count: days)
        var report = Report(input, .modelled, count: days)
        report.names("channel", ofRole: "by")
        report.numbers("current", "现在", "Now", .money)
        report.numbers("proposed", "建议", "Proposed", .money)
        report.numbers("change", "变化", "Change", .percent)
        report.numbers("marginal_before", "现边际投产比", "Marginal return now", .times)
        report.numbers("marginal_after", "建议后", "After", .times)
        for index in channels.indices.sorted(by: { proposal[$0] / channels[$0].mean > proposal[$1] / channels[$1].mean }) {
            let channel = channels[index]
            report.row(
                .name(channel.id, channel.name), .number(channel.mean * days), .number(proposal[index] * days), .number(proposal[index] / channel.mean - 1), .number(channel.curve.slope(at: channel.mean)),
                .number(channel.curve.slope(at: proposal[index])))
            report.value("\(channel.id.text.identifier)_change", proposal[index] / channel.mean - 1, .percent)
        }
        report.value("budget", budget * days, .money)
        report.value("gain", estimate, .money)
        let now = channels.sum { $0.curve.value(at: $0.mean) } * days
        report.value("gain_share", now > 0 ? total / now : nil, .percent)
        let moved = channels.indices.sum { abs(proposal[$0] - channels[$0].mean) } / 2
        report.value("moved_share", moved / budget, .percent)
        report.chart(.dumbbell, x: "channel") { $0.values = ["current", "proposed"] }
        report.note(
            "总额不变，每个渠道最多增减 \(report.text(change, .percent))；按日均花费处的曲线推算，区间只含曲线的拟合误差。归因成交不等于增量，先小步试。", "The total stays; no channel moves by more than \(report.text(change, .percent)). The interval holds the curves' fitting error alone. Attributed is not incremental: move in small steps.")
        let isCertain = estimate.excludesZero, margin = input.block.number("margin")
        report.finding(
            "gain", "预算总额不变，挪动 \(report.text(moved / budget, .percent))，推算归因成交多 \(report.text(total, .money))\(report.interval(estimate, .money))\(isCertain ? "" : "，区间含零")。",
            "With the same budget, moving \(report.text(moved / budget, .percent)) of it should bring \(report.text(total, .money)) more attributed sales\(report.interval(estimate, .money))\(isCertain ? "" : ": undecided").",
            effect: Report.effect(estimate, worth: margin ?? 1), evidence: .association, isGood: nil)
        return report.result
    }
}
