/// Queues, page loads, reconciliation and the small registers of the service side.
enum Service {
    /// Half-hours of the burst phase: from 20 to 22 o'clock the wait is about eight minutes.
    static func queue(seed: UInt64) -> CSVTable {
        var random = SplitMix64(seed: seed)
        var table = CSVTable("queue", ["started_at", "arrivals", "agents", "served", "abandoned", "wait_min", "handle_min"])
        for day in Span.campaign[12..<30] {
            for slot in 0..<48 {
                let hour = slot / 2, isPeak = (20...21).contains(hour)
                let arrivals = (isPeak ? 58 : hour < 8 ? 6 : hour < 12 ? 26 : hour < 20 ? 34 : 22) * random.noise(0.2)
                let agents = isPeak ? 10 : hour < 8 ? 3 : hour < 12 ? 7 : hour < 20 ? 8 : 6
                let wait = (isPeak ? 8.0 : hour < 8 ? 0.6 : 1.1) * random.noise(0.3), abandoned = Int(arrivals * (isPeak ? 0.11 : 0.01))
                let served = Int(arrivals) - abandoned
                table.add(day.at(hour, slot % 2 * 30), Int(arrivals), agents, served, abandoned, Tenths(Double(served) * wait), Tenths(Double(served) * 4.8 * random.noise(0.08)))
            }
        }
        return table
    }

    /// Cumulative counts of page loads by duration: before the campaign 3.2 s on average, in it 1.5 s.
    static func latency(seed: UInt64) -> CSVTable {
        var random = SplitMix64(seed: seed)
        var table = CSVTable("latency_histogram", ["date", "device", "le_ms", "loads"])
        let bounds = [200, 400, 800, 1200, 1600, 2400, 3200, 4800, 6400, 999_999]
        let spring = [0.005, 0.02, 0.07, 0.14, 0.24, 0.42, 0.6, 0.83, 0.93, 1], campaign = [0.02, 0.09, 0.31, 0.52, 0.68, 0.86, 0.945, 0.985, 0.996, 1]
        for (days, shares) in [(Span.spring, spring), (Span.campaign, campaign)] {
            for (index, day) in days.enumerated() {
                for (device, loads, slip) in [("mobile", 420_000.0, 1.0), ("desktop", 74_000, 1.12)] {
                    let all = loads * (days.count == 42 && Span.isWeek(index) ? 2.4 : 1) * random.noise(0.1), shift = slip * random.noise(0.05)
                    var last = 0
                    for (bound, share) in zip(bounds, shares) {
                        last = bound == 999_999 ? Int(all) : max(last, min(Int(all), Int(all * min(1, share * shift))))
                        table.add(day.text, device, bound, last)
                    }
                }
            }
        }
        return table
    }

    /// Payments by channel and hour with what did not match: the wallet succeeds in 98.2 % of attempts; a mismatch is seen within minutes.
    static func reconciliations(seed: UInt64) -> CSVTable {
        var random = SplitMix64(seed: seed)
        var table = CSVTable("reconciliations", ["ts_hour", "pay_channel", "attempts", "successes", "matched", "detected_min"])
        for day in Span.campaign[12..<30] {
            for hour in 0..<24 {
                for (channel, attempts, rate) in [("wallet", 900.0, 0.982), ("alipay", 2600, 0.985), ("wechat_pay", 2300, 0.984), ("card", 500, 0.961)] {
                    let tried = Int(attempts * random.noise(0.3)), paid = min(tried, Int((Double(tried) * rate * random.noise(0.003)).rounded()))
                    let missing = random.uniform() < 0.12 ? random.integer(1...3) : 0
                    table.add(day.at(hour), channel, tried, paid, paid - missing, missing == 0 ? "" : Tenths(4 * random.noise(0.8)).description)
                }
            }
        }
        return table
    }

    static var monitors: CSVTable {
        var table = CSVTable("monitors", ["monitor_id", "layer"])
        for (layer, count) in [("business", 86), ("application", 104), ("middleware", 68), ("host", 54)] {
            for index in 1...count { table.add("\(layer.prefix(3))-\(index)", layer) }
        }
        return table
    }

    static var agreements: CSVTable {
        var table = CSVTable("agreements", ["supplier", "signed_on", "starts_on", "lead_days"])
        for (supplier, signed, days) in [("屏幕供应商", Day(2025, 2, 18), 91), ("电池供应商", Day(2025, 2, 20), 89), ("摄像模组供应商", Day(2025, 2, 17), 92), ("包装供应商", Day(2025, 2, 24), 85), ("物流承运商", Day(2025, 2, 17), 92)] {
            table.add(supplier, signed.text, (signed + days).text, days)
        }
        return table
    }

    static var duty: CSVTable {
        var table = CSVTable("duty", ["date", "team", "covered_h"])
        for day in Span.campaign[12..<30] { for team in ["marketing", "technology", "supply", "service"] { table.add(day.text, team, 24) } }
        return table
    }

    static var flows: CSVTable {
        var table = CSVTable("flows", ["flow", "step", "page"])
        for (flow, pages) in [("claim_coupon", ["活动页", "规则页", "登录页", "领取页"]), ("pay", ["购物车", "确认订单", "收银台"]), ("return", ["订单", "退货申请", "上传图片", "提交"])] {
            for (index, page) in pages.enumerated() { table.add(flow, index, page) }
        }
        return table
    }

    /// Plan and actual of what has a quantity and a price.
    static var varianceLines: CSVTable {
        var table = CSVTable("variance_lines", ["item", "plan_quantity", "plan_price", "actual_quantity", "actual_price"])
        let lines: [(String, Int, Double, Int, Double)] = [
            ("广告点击", 1_700_000, 1.05, 1_820_000, 1.12), ("满减补贴", 38_000, 24, 35_500, 24), ("优惠券补贴", 42_000, 18, 46_800, 18.5), ("快递包裹", 88_000, 6.4, 96_400, 6.9),
            ("包装材料", 90_000, 1.3, 97_000, 1.25), ("直播场次", 24, 18_000, 26, 17_200), ("短信", 3_000_000, 0.032, 3_240_000, 0.031), ("云服务器小时", 120_000, 1.9, 98_000, 1.9),
        ]
        for line in lines { table.add(line.0, line.1, Thousandths(line.2), line.3, Thousandths(line.4)) }
        return table
    }
}

/// A decimal with three digits after the point.
struct Thousandths: CustomStringConvertible {
    var count: Int

    init(_ value: Double) { count = Int((value * 1000).rounded()) }

    var description: String { "\(count / 1000).\(count % 1000 < 100 ? "0" : "")\(twoDigits(count % 1000))" }
}
