/// Visits by day, channel, kind of page, device and kind of visitor, and by hour.
struct Traffic {
    private(set) var daily = CSVTable(
        "traffic",
        ["date", "channel_id", "page_type", "device", "user_type", "uv", "sessions", "pv", "bounces", "dwell_s"])
    private(set) var hourly = CSVTable("traffic_hourly", ["ts_hour", "uv", "expected_uv"])

    private static let shares: [(id: String, isPaid: Bool, share: Double)] = [
        ("app", false, 0.22), ("popup", false, 0.12), ("store", false, 0.06), ("push", false, 0.08),
        ("platform", false, 0.14), ("organic", false, 0.075), ("weibo", false, 0.045),
        ("douyin", true, 0.095), ("wechat", true, 0.06), ("taobao", true, 0.035), ("search", true, 0.03),
        ("kol", true, 0.025), ("display", true, 0.015),
    ]
    private static let pages = ["campaign", "product", "ad_landing"]

    /// How one period's visits look, by kind of page.
    private struct Manner {
        var depth: [Double]
        var bounce: [Double]
        var dwell: [Double]
        var mobile: Double
        var newVisitors: Double
        /// Paid visitors per visitor of the campaign page.
        var pageRate: Double
        var landingShare: Double
        /// How much of the channels' mix differs from the campaign's: paid channels' weight.
        var paidWeight: Double
    }

    init(funnel: Funnel, seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let manners = [
            Manner(
                depth: [3.3, 2.2, 1.8], bounce: [0.38, 0.40, 0.58], dwell: [341, 168, 102], mobile: 0.82,
                newVisitors: 0.36, pageRate: 0.0368, landingShare: 0.05, paidWeight: 1.35),
            Manner(
                depth: [2.3, 2.1, 1.6], bounce: [0.45, 0.42, 0.65], dwell: [298, 161, 88], mobile: 0.81,
                newVisitors: 0.31, pageRate: 0.025, landingShare: 0.03, paidWeight: 0.8),
            Manner(
                depth: [4.1, 2.6, 2.1], bounce: [0.28, 0.2915, 0.42], dwell: [402, 205, 135], mobile: 0.85,
                newVisitors: 0.40, pageRate: 0.0432, landingShare: 0.038, paidWeight: 1),
        ]
        for (period, days) in [Span.lastYear, Span.spring, Span.campaign].enumerated() {
            add(
                manners[period], days: days, views: funnel.viewsByDay[period].map(Double.init),
                paid: Double(funnel.paidTotals[period]), random: &random)
        }
        addHours(funnel.viewsByDay[2], random: &random)
    }

    private struct Cell {
        var day: Int
        var channel: Int
        var page: Int
        var device: Int
        var visitor: Int
    }

    private mutating func add(
        _ manner: Manner, days: [Day], views: [Double], paid: Double, random: inout SplitMix64
    ) {
        var cells: [Cell] = []
        for day in days.indices {
            for (channel, entry) in Traffic.shares.enumerated() {
                for page in Traffic.pages.indices where page < 2 || entry.isPaid {
                    for device in 0..<2 {
                        for visitor in 0..<2 {
                            cells.append(Cell(day: day, channel: channel, page: page, device: device, visitor: visitor))
                        }
                    }
                }
            }
        }
        let viewTotal = views.reduce(0, +)
        let pageTotals = [
            paid / manner.pageRate, viewTotal, (paid / manner.pageRate + viewTotal) * manner.landingShare,
        ]
        let channelWeights = Traffic.shares.map { $0.share * ($0.isPaid ? manner.paidWeight : 1) }
        let channelSum = channelWeights.reduce(0, +)
        let whole = pageTotals.reduce(0, +)
        var visitors = cells.map { cell in
            views[cell.day] * channelWeights[cell.channel] * [0.85, 0.15][cell.device] * [0.4, 0.6][cell.visitor]
                * random.noise(0.3)
        }
        Spread.fit(
            &visitors,
            to: [
                .init(group: cells.map(\.channel), totals: channelWeights.map { $0 / channelSum * whole }),
                .init(group: cells.map(\.device), totals: [manner.mobile * whole, (1 - manner.mobile) * whole]),
                .init(
                    group: cells.map(\.visitor), totals: [manner.newVisitors * whole, (1 - manner.newVisitors) * whole]),
                .init(
                    group: cells.map { $0.page * days.count + $0.day },
                    totals: pageTotals.flatMap { total in views.map { $0 / viewTotal * total } }),
            ])
        let page = cells.map(\.page)
        let uv = Spread.integers(visitors, groups: cells.map { $0.page * days.count + $0.day })
        let sessions = uv.map { Double($0) * 1.18 }
        let visits = Spread.integers(sessions, groups: page)
        // On the busiest days each visit sees a little less.
        let crowd = views.map { 1.08 - 0.16 * $0 / (views.max() ?? 1) }
        func measured(_ rates: [Double], spread: Double) -> [Int] {
            var values = cells.indices.map { index -> Double in
                let cell = cells[index]
                let calm = Traffic.quality[cell.channel] * crowd[cell.day]
                return Double(visits[index]) * rates[cell.page] * calm * random.noise(spread)
            }
            var totals = [0.0, 0, 0]
            for (index, group) in page.enumerated() { totals[group] += Double(visits[index]) * rates[group] }
            Spread.fit(&values, to: [.init(group: page, totals: totals)], rounds: 1)
            return Spread.integers(values, groups: page)
        }
        let pv = measured(manner.depth, spread: 0.12)
        let dwell = measured(manner.dwell, spread: 0.15)
        // Who leaves at once is the mirror of who stays.
        let stay = measured(manner.bounce.map { 1 - $0 }, spread: 0.04)
        for (index, cell) in cells.enumerated() {
            daily.add(
                days[cell.day].text, Traffic.shares[cell.channel].id, Traffic.pages[cell.page],
                ["mobile", "desktop"][cell.device], ["new", "returning"][cell.visitor], uv[index], visits[index],
                max(visits[index], pv[index]), max(0, visits[index] - stay[index]), dwell[index])
        }
    }

    private static let quality = [1.08, 1.02, 1.04, 0.96, 0.95, 1.06, 0.9, 0.93, 1.04, 1.01, 1.03, 0.98, 0.82]

    /// Hourly visitors of the product pages, with what the days before led to expect: on 10 June the rival's price
    /// cut takes 22 % away at ten o'clock, and 15 points of it are back within three hours.
    private mutating func addHours(_ views: [Int], random: inout SplitMix64) {
        for (index, day) in Span.campaign.enumerated() {
            let weights = Traffic.hours.map { $0 * random.noise(0.08) }
            let expected = Spread.integers(weights, total: views[index])
            for hour in 0..<24 {
                var factor = random.noise(0.03)
                if index == 21 { factor = Traffic.shock(hour) }
                if index == Span.weekStart && hour == 0 { factor = 3.4 }
                hourly.add(day.at(hour), Int((Double(expected[hour]) * factor).rounded()), expected[hour])
            }
        }
    }

    private static func shock(_ hour: Int) -> Double {
        switch hour {
        case ..<10: 1
        case 10: 0.78
        case 11: 0.83
        case 12: 0.88
        case 13: 0.93
        default: 0.97
        }
    }

    private static let hours = [
        2.9, 1.5, 0.9, 0.6, 0.5, 0.8, 1.7, 3.0, 4.2, 4.9, 5.3, 5.2, 5.6, 5.1, 4.6, 4.5, 4.4, 4.6, 5.4, 7.0, 8.8, 9.1,
        7.1, 4.9,
    ]

    /// Visitors of the campaign page on each day of the campaign.
    var campaignPageVisitors: [Int] {
        var counts: [Substring: Int] = [:]
        for line in daily.text.split(separator: "\n").dropFirst() {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            if cells[2] == "campaign" { counts[cells[0], default: 0] += Int(cells[5]) ?? 0 }
        }
        return Span.campaign.map { counts[Substring($0.text)] ?? 0 }
    }
}
