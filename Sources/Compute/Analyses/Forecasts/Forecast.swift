import Model
import Statistics

/// What comes next, by exponential smoothing with its interval, and how far it was off on days held back.
struct Forecast: AnalysisMethod {
    let name = "forecast"
    let parameters = [
        AnalysisParameter.metric("metric"), AnalysisParameter("period", .period), AnalysisParameter("days", .whole(1...366)), AnalysisParameter("season", .whole(1...60)),
        AnalysisParameter("trend", .choice(HoltWinters.Trend.allCases.map(\.rawValue))), AnalysisParameter("holdout", .whole(1...120)),
    ]

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds {
        let metric = block.names("metric")[0]
        guard campaign.hasDailyRows(metric.value) else { return AnalysisNeeds(problems: [Problem(.badParameter, "metric '\(metric.value)' has no days: its table has no `time:`", at: metric.place)]) }
        return AnalysisNeeds(uses: [AnalysisNeeds.daily(metric.value, block.word("period") ?? Campaign.ownPeriod, campaign)])
    }

    func run(_ input: AnalysisInput) -> AnalysisResult {
        let metric = input.block.word("metric") ?? "", period = input.period("period"), unit = input.unit(of: metric)
        let values = input.daily(metric, in: period).compactMap { $0 }, season = Int(input.block.number("season") ?? 7), days = Int(input.block.number("days") ?? 14)
        let trend = input.block.word("trend").flatMap(HoltWinters.Trend.init) ?? .damped, held = Int(input.block.number("holdout") ?? 7)
        guard values.count == period.days, let model = HoltWinters(values, period: season, trend: trend) else {
            return Report.nothing(input, "至少要有两个周期、没有缺日的数据。", "It takes two whole seasons without missing days.")
        }
        let next = model.forecast(days), sum = model.forecastSum(days)
        var report = Report(input, .modelled, count: Double(values.count))
        report.names("day", "日期", "Day", isTime: true)
        report.numbers("actual", "实际", "Actual", unit)
        report.numbers("forecast", "预测", "Forecast", unit)
        report.bounds(unit)
        for (offset, value) in values.enumerated() { report.row(.day(period.start + offset), .number(value), .number(nil), .number(nil), .number(nil)) }
        // A total can't fall below nothing.
        let floor = input.campaign.isAdditive(metric) ? 0 : -Double.infinity
        for (offset, estimate) in next.enumerated() { report.row(.day(period.end + (offset + 1)), .number(nil), .number(max(floor, estimate.value)), .number(max(floor, estimate.low)), .number(max(floor, estimate.high))) }
        report.value("next_total", Estimate(value: max(floor, sum.value), low: max(floor, sum.low), high: max(floor, sum.high), count: sum.count), unit)
        report.lines("day", ["actual", "forecast"])
        backtest(values, held, season, trend, &report)
        report.note(
            "指数平滑（\(trend == .none ? "无趋势" : trend == .linear ? "线性趋势" : "阻尼趋势")，周期 \(season) 天），区间按误差独立同分布推算；活动停了、价格变了，模型都不知道。",
            "Exponential smoothing (\(trend.rawValue) trend, season of \(season) days); the interval takes errors to be alike and independent. It knows nothing of campaigns to come.")
        return report.result
    }

    /// The last days held back, and forecast from those before.
    private func backtest(_ values: [Double], _ held: Int, _ season: Int, _ trend: HoltWinters.Trend, _ report: inout Report) {
        guard values.count > held, let model = HoltWinters(Array(values.dropLast(held)), period: season, trend: trend),
            let errors = ForecastErrors(actual: Array(values.suffix(held)), forecast: model.forecast(held).map(\.value), training: Array(values.dropLast(held)), period: season)
        else {
            report.note("天数不够，没有留出检验。", "Too few days to hold some back.")
            return
        }
        report.value("wape", errors.wape, .percent)
        report.value("bias", errors.bias, .percent)
        report.value("mase", errors.mase, .number)
        report.finding(
            "error", "用前 \(values.count - held) 天预测最后 \(held) 天，绝对误差占实际的 \(report.text(errors.wape, .percent))，偏差 \(report.change(errors.bias))\(errors.mase.map { $0 > 1 ? "，还不如照抄上一周期" : "" } ?? "")。",
            "Forecasting the last \(held) days from the \(values.count - held) before: absolute errors of \(report.text(errors.wape, .percent)) of what came, bias \(report.change(errors.bias))\(errors.mase.map { $0 > 1 ? "; repeating the last season would have done better" : "" } ?? "").",
            evidence: .association, isGood: errors.wape < 0.2 ? true : nil)
    }
}
