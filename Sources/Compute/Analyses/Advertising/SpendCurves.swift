import Model
import Statistics

/// A response curve for each channel: days of spend against what they brought, with carry-over.
struct SpendCurves {
    struct Channel {
        let id: Scalar
        let name: String
        let spend: [Double]
        let curve: HillCurve
        let carryOver: Double
        var mean: Double { spend.sum / Double(spend.count) }
    }

    let channels: [Channel]
    /// Channels that no curve fits, by name.
    let unfit: [String]

    static let parameters = [AnalysisParameter.source, .column("by"), .column("spend"), .column("value"), AnalysisParameter("carry_over", .number(0...0.9))]

    static func query(_ block: AnalysisBlock, _ campaign: Campaign) -> AnalysisNeeds {
        let source = Source(block, in: campaign)
        guard let day = source.day else { return AnalysisNeeds(problems: [Problem(.badParameter, "response curves need a table with `time:`: spend by day", at: block.place)]) }
        return AnalysisNeeds(queries: [source.select("\(source["by"]) AS part, \(day) AS day_of, sum(\(source["spend"])) AS spend, sum(\(source["value"])) AS value", group: "1, 2", order: "1, 2")])
    }

    init(_ input: AnalysisInput) {
        var channels: [Channel] = [], unfit: [String] = []
        let rows = input.rows()
        for part in Set(rows.map { $0["part"] }).sorted() {
            let own = rows.filter { $0["part"] == part }.sorted { $0["day_of"] < $1["day_of"] }
            let spend = own.map { $0.amount("spend") }, value = own.map { $0.amount("value") }, name = input.label(part, of: "by")
            guard spend.sum > 0 else { continue }
            // The carry-over that fits best, where the author names none.
            let rates: [Double] = input.block.number("carry_over").map { [$0] } ?? [0, 0.3, 0.6]
            let fits = rates.compactMap { rate in HillCurve(spend: adstock(spend, rate: rate), outcome: value).map { (rate, $0) } }
            if let best = fits.max(by: { $0.1.rSquared < $1.1.rSquared }) {
                channels.append(Channel(id: part, name: name, spend: spend, curve: best.1, carryOver: best.0))
            } else {
                unfit.append(name)
            }
        }
        self.channels = channels
        self.unfit = unfit
    }
}

/// Where each channel stands on its response curve, and what its last yuan brings.
struct ResponseCurves: AnalysisMethod {
    let name = "response"
    let parameters = SpendCurves.parameters

    func needs(_ block: AnalysisBlock, in campaign: Campaign) -> AnalysisNeeds { SpendCurves.query(block, campaign) }

    func run(_ input: AnalysisInput) -> AnalysisResult {
        let curves = SpendCurves(input)
        guard !curves.channels.isEmpty else { return Report.nothing(input, "花费变化太少，拟合不出曲线。", "Spend varies too little for a curve.") }
        var report = Report(input, .modelled, count: Double(curves.channels.sum { Double($0.spend.count) }))
        report.names("channel", ofRole: "by")
        report.numbers("mean_spend", "日均花费", "Spend a day", .money)
        report.numbers("mean_return", "平均投产比", "Average return", .times)
        report.numbers("marginal_return", "边际投产比", "Marginal return", .times)
        report.numbers("ceiling", "日上限", "Ceiling a day", .money)
        report.numbers("half", "半饱和花费", "Half-saturation spend", .money)
        report.numbers("shape", "形状", "Shape", .number)
        report.numbers("carry_over", "延续", "Carry-over", .percent)
        report.numbers("fit", "拟合优度", "R²", .percent)
        report.texts("saturation", "饱和", "Saturation")
        for channel in curves.channels.sorted(by: { $0.curve.slope(at: $0.mean) > $1.curve.slope(at: $1.mean) }) {
            let slope = channel.curve.slope(at: channel.mean)
            report.row(
                .name(channel.id, channel.name), .number(channel.mean), .number(channel.curve.value(at: channel.mean) / channel.mean), .number(slope), .number(channel.curve.ceiling), .number(channel.curve.half),
                .number(channel.curve.shape), .number(channel.carryOver), .number(channel.curve.rSquared),
                .text(channel.curve.isSaturationSeen ? input.say("已见", "seen") : input.say("未见，外推不可靠", "not seen: don't extrapolate")))
            report.value("\(channel.id.text.identifier)_marginal", slope, .times)
        }
        report.part("channels")
        report.names("channel", ofRole: "by")
        report.numbers("spend", "日花费", "Spend a day", .money)
        report.numbers("value", "推算成交", "Expected sales", .money)
        for channel in curves.channels {
            let most = channel.spend.max() ?? 0
            for step in 0...24 {
                let spend = most * Double(step) / 24
                report.row(.name(channel.id, channel.name), .number(spend), .number(channel.curve.value(at: spend)))
            }
        }
        report.chart(.curve, x: "spend", y: "value", series: "channel")
        report.note("曲线只画到真实花过的最高一天；花费由人在旺日加码，曲线里混有需求本身的高低，宜先用实验核对。各渠道参数见“channels”表。", "Curves end at the largest day really spent. Spend rises on strong days, so demand is mixed in: check by experiment. Part “channels” has the parameters.")
        if !curves.unfit.isEmpty { report.note("拟合不出：\(curves.unfit.joined(separator: "、"))。", "No curve fits: \(curves.unfit.joined(separator: ", ")).") }
        let sorted = curves.channels.sorted { $0.curve.slope(at: $0.mean) > $1.curve.slope(at: $1.mean) }
        if let best = sorted.first, let worst = sorted.last, sorted.count > 1 {
            report.finding(
                "margin", "再多花一元，\(best.name)约多 \(report.text(best.curve.slope(at: best.mean), .money))，\(worst.name)约多 \(report.text(worst.curve.slope(at: worst.mean), .money))。",
                "One more unit of money brings about \(report.text(best.curve.slope(at: best.mean), .money)) through \(best.name), \(report.text(worst.curve.slope(at: worst.mean), .money)) through \(worst.name).", evidence: .association)
        }
        return report.result
    }
}
