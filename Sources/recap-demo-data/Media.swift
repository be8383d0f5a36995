/// Advertising by plan, day and part of the day, and messages to members.
struct Media {
    private(set) var plans = CSVTable("plans", ["plan_id", "channel_id", "audience", "creative", "city_tier"])
    private(set) var table = CSVTable(
        "media",
        ["date", "daypart", "plan_id", "impressions", "clicks", "spend", "conversions", "new_customers", "gmv"])
    private(set) var messages = CSVTable(
        "messages", ["date", "kind", "segment", "sent", "delivered", "opens", "clicks", "orders"])
    /// Spend in cents by channel and phase, for the ledger.
    private(set) var spend: [[Int]] = Array(repeating: [0, 0, 0], count: 6)

    static let channels = ["douyin", "wechat", "taobao", "search", "display", "kol"]
    private static let dayparts = ["00-08", "08-12", "12-18", "18-20", "20-22", "22-24"]
    static let evening = 4

    struct Plan {
        var channel: Int
        var audience: String
        var creative: String
        var tier: String
        var ctr: Double
        var weight: Double
    }

    static let all = [
        Plan(channel: 0, audience: "techfan", creative: "video15", tier: "t1", ctr: 0.042, weight: 20),
        Plan(channel: 0, audience: "techfan", creative: "static", tier: "t2", ctr: 0.021, weight: 6),
        Plan(channel: 0, audience: "general", creative: "video15", tier: "t2", ctr: 0.017, weight: 14),
        Plan(channel: 0, audience: "general", creative: "static", tier: "t34", ctr: 0.009, weight: 9),
        Plan(channel: 0, audience: "lookalike", creative: "video15", tier: "t2", ctr: 0.029, weight: 16),
        Plan(channel: 0, audience: "seed", creative: "video15", tier: "t1", ctr: 0.033, weight: 5),
        Plan(channel: 0, audience: "white_collar", creative: "video15", tier: "t1", ctr: 0.030, weight: 9),
        Plan(channel: 0, audience: "white_collar", creative: "video15", tier: "t34", ctr: 0.024, weight: 6),
        Plan(channel: 1, audience: "techfan", creative: "video15", tier: "t1", ctr: 0.040, weight: 10),
        Plan(channel: 1, audience: "white_collar", creative: "static", tier: "t1", ctr: 0.016, weight: 8),
        Plan(channel: 1, audience: "white_collar", creative: "video15", tier: "t34", ctr: 0.024, weight: 5),
        Plan(channel: 1, audience: "general", creative: "static", tier: "t2", ctr: 0.010, weight: 6),
        Plan(channel: 1, audience: "lookalike", creative: "video15", tier: "t2", ctr: 0.029, weight: 8),
        Plan(channel: 2, audience: "general", creative: "static", tier: "t2", ctr: 0.010, weight: 6),
        Plan(channel: 2, audience: "techfan", creative: "static", tier: "t1", ctr: 0.023, weight: 6),
        Plan(channel: 2, audience: "general", creative: "model3d", tier: "t1", ctr: 0.016, weight: 7),
        Plan(channel: 3, audience: "intent", creative: "text", tier: "t1", ctr: 0.088, weight: 9),
        Plan(channel: 3, audience: "intent", creative: "text", tier: "t34", ctr: 0.079, weight: 5),
        Plan(channel: 4, audience: "broad", creative: "banner", tier: "t2", ctr: 0.006, weight: 5),
        Plan(channel: 4, audience: "broad", creative: "banner", tier: "t34", ctr: 0.005, weight: 4),
        Plan(channel: 5, audience: "fans", creative: "review", tier: "t1", ctr: 0.034, weight: 6),
        Plan(channel: 5, audience: "fans", creative: "review", tier: "t2", ctr: 0.030, weight: 4),
    ]
    /// 2.46 million yuan: the ledger's media cost without the 150,000 that were billed twice.
    static let channelSpend = [1_120_000.0, 520_000, 360_000, 260_000, 100_000, 100_000]
    static let clickPrices = [1.2, 0.8, 1.5, 2.1, 1.6, 2.5]
    static let channelGMV = [3_976_000.0, 2_184_000, 1_188_000, 1_014_000, 160_000, 314_000]
    static let newCustomers = [9_300.0, 4_900, 2_700, 1_600, 1_250, 833]

    struct Cell {
        var day: Int
        var part: Int
        var plan: Int
        /// Budgets moved into the evening on 9 June.
        var isAfter: Bool { day >= 20 }
    }

    init(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var cells: [Cell] = []
        for day in Span.campaign.indices {
            for part in Media.dayparts.indices {
                for plan in Media.all.indices { cells.append(Cell(day: day, part: part, plan: plan)) }
            }
        }
        for (index, plan) in Media.all.enumerated() {
            plans.add("P\(twoDigits(index + 1))", Media.channels[plan.channel], plan.audience, plan.creative, plan.tier)
        }
        let spend = Media.spend(cells, random: &random)
        let clicks = Media.clicks(cells, spend: spend, random: &random)
        let impressions = Media.impressions(cells, clicks: clicks, random: &random)
        let conversions = Media.conversions(cells, clicks: clicks, spend: spend, random: &random)
        let gmv = Media.gmv(cells, conversions: conversions, spend: spend, random: &random)
        let customers = Media.customers(cells, clicks: clicks, random: &random)
        for (index, cell) in cells.enumerated() {
            self.spend[Media.all[cell.plan].channel][Span.phase(cell.day)] += spend[index]
            table.add(
                Span.campaign[cell.day].text, Media.dayparts[cell.part], "P\(twoDigits(cell.plan + 1))",
                max(impressions[index], clicks[index]), clicks[index], Cents(spend[index]), conversions[index],
                customers[index], Cents(gmv[index]))
        }
        addMessages(random: &random)
    }

    /// Push, mail and articles; personalised pushes are opened a quarter more often than the others.
    private mutating func addMessages(random: inout SplitMix64) {
        let kinds: [(kind: String, segment: String, sent: Double, open: Double, click: Double)] = [
            ("push", "personalised", 420_000, 0.0925, 0.31), ("push", "generic", 610_000, 0.074, 0.24),
            ("edm", "generic", 150_000, 0.062, 0.12), ("sms", "generic", 90_000, 0.041, 0.5),
            ("article", "followers", 130_000, 0.187, 0.16),
        ]
        for (index, day) in Span.campaign.enumerated() {
            for entry in kinds {
                let sent = entry.sent * (Span.phase(index) == 1 ? 1.5 : 0.8) * random.noise(0.25)
                let delivered = sent * (entry.kind == "push" ? 0.91 : 0.98)
                let opens = delivered * entry.open * (entry.kind == "article" ? 1 : random.noise(0.08))
                let clicks = opens * entry.click * random.noise(0.08)
                messages.add(
                    day.text, entry.kind, entry.segment, Int(sent), Int(delivered), Int(opens.rounded()), Int(clicks),
                    Int(clicks * 0.071 * random.noise(0.1)))
            }
        }
    }
}
