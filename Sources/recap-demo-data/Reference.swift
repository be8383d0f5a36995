/// Channels, regions and outside figures.
enum Reference {
    private static let regionTable: [(id: String, area: String, tier: String, warehouse: String, share: Double)] = [
        ("east-t1", "east", "t1", "east", 0.270), ("east-t2", "east", "t2", "east", 0.090),
        ("east-t34", "east", "t34", "east", 0.055), ("south-t1", "south", "t1", "south", 0.116),
        ("south-t2", "south", "t2", "south", 0.024), ("south-t34", "south", "t34", "south", 0.016),
        ("north-t1", "north", "t1", "east", 0.122), ("north-t2", "north", "t2", "east", 0.014),
        ("north-t34", "north", "t34", "east", 0.008), ("central-t2", "central", "t2", "south", 0.060),
        ("central-t34", "central", "t34", "south", 0.046), ("southwest-t2", "southwest", "t2", "southwest", 0.056),
        ("southwest-t34", "southwest", "t34", "southwest", 0.032),
        ("northwest-t2", "northwest", "t2", "southwest", 0.022),
        ("northwest-t34", "northwest", "t34", "southwest", 0.017), ("northeast-t2", "northeast", "t2", "east", 0.030),
        ("northeast-t34", "northeast", "t34", "east", 0.022),
    ]

    static let regionIDs = regionTable.map(\.id)
    static let regionShares = regionTable.map(\.share)
    static let tiers = regionTable.map(\.tier)

    static var regions: CSVTable {
        var table = CSVTable("regions", ["region_id", "area", "city_tier", "warehouse"])
        for region in regionTable { table.add(region.id, region.area, region.tier, region.warehouse) }
        return table
    }

    static var channels: CSVTable {
        var table = CSVTable("channels", ["channel_id", "name", "group"])
        let all = [
            ("app", "官方商城 App", "owned"), ("popup", "系统弹窗", "owned"), ("store", "线下门店联动", "owned"),
            ("push", "推送与短信", "owned"), ("platform", "电商平台导流", "platform"), ("organic", "自然搜索", "earned"),
            ("weibo", "微博", "earned"), ("douyin", "抖音", "paid"), ("wechat", "微信", "paid"), ("taobao", "淘宝", "paid"),
            ("search", "搜索竞价", "paid"), ("kol", "达人合作", "paid"), ("display", "展示广告", "paid"),
        ]
        for (id, name, group) in all { table.add(id, name, group) }
        return table
    }

    /// Rivals' figures as the deck gives them, and two search indices by day.
    static func benchmarks(seed: UInt64) -> CSVTable {
        var random = SplitMix64(seed: seed)
        var table = CSVTable("benchmarks", ["date", "entity", "metric", "key", "value", "unit", "source", "grade"])
        let stated = [
            ("rival", "platform_share", "all", "0.65", "percent", "C"),
            ("rival", "keyword_cvr", "手机降价", "0.123", "percent", "D"),
            ("rival", "bounce", "all", "0.42", "percent", "C"),
            ("rival", "pay_success", "all", "0.917", "percent", "C"),
            ("industry", "cross_category", "all", "0.09", "percent", "C"),
            ("rival", "track_lag_h", "all", "0.1", "hours", "D"),
            ("rival", "discount_depth", "all", "0.5", "percent", "C"),
            ("rival", "member_discount", "all", "0.05", "percent", "C"),
            ("industry", "article_open", "all", "0.12", "percent", "C"),
            ("industry", "video_completion", "bilibili", "0.45", "percent", "C"),
            ("own", "keyword_cvr", "鸿蒙旗舰机", "0.187", "percent", "C"),
        ]
        for (entity, metric, key, value, unit, grade) in stated {
            table.add("2025-06-20", entity, metric, key, value, unit, "公开演示稿第 7–10 章", grade)
        }
        let days = Span.spring + Span.campaign
        addIndex("brand", levels: days.map { brandLevel($0) }, days: days, &table, &random)
        addIndex("product", levels: days.map { productLevel($0) }, days: days, &table, &random)
        return table
    }

    private static func brandLevel(_ day: Day) -> Double {
        let age = day - Span.campaign[0]
        return age < 0 ? 100 : [106.2, 119.4, 110.9][Span.phase(age)]
    }

    /// The reviewers' videos come out on 26 May: that week is 3.15 times the one before.
    private static func productLevel(_ day: Day) -> Double {
        switch day - Day(2025, 5, 26) {
        case ..<0: 100
        case 0..<7: 315
        case 7..<14: 268
        case 14..<21: 214
        default: 142
        }
    }

    /// Noise that cancels within each calendar week, so that the weeks' means are the levels.
    private static func addIndex(
        _ key: String, levels: [Double], days: [Day], _ table: inout CSVTable, _ random: inout SplitMix64
    ) {
        let weeks = days.map { ($0.number + 3) / 7 - (days[0].number + 3) / 7 }
        var values = levels.map { $0 * random.noise(0.12) }
        var totals = [Double](repeating: 0, count: (weeks.max() ?? 0) + 1)
        for (index, level) in levels.enumerated() { totals[weeks[index]] += level }
        Spread.fit(&values, to: [.init(group: weeks, totals: totals)], rounds: 1)
        for (index, day) in days.enumerated() {
            table.add(day.text, "own", "search_index", key, Tenths(values[index]), "index", "合成的搜索指数", "B")
        }
    }
}
