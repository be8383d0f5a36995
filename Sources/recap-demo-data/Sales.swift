/// National daily sales of both years by area, category and sales channel, and 2025's by hour and area.
struct Sales {
    static let areas = ["east", "south", "north", "central", "southwest", "northwest", "northeast"]
    static let categories = ["phone", "computer", "wearable", "smart_home", "audio", "accessory"]
    static let channels = ["app", "taobao", "douyin", "wechat", "store"]
    static let categoryValue = [4300.0, 4800, 1400, 900, 750, 285]

    /// Per day of 2025's campaign, all in cents or orders.
    private(set) var gmvByDay: [Int] = []
    private(set) var ordersByDay: [Int] = []
    private(set) var gmvByDayAndCategory: [[Int]] = []
    private(set) var costByDayAndCategory: [[[Int]]] = [[], []]
    private(set) var daily: CSVTable
    private(set) var hourly: CSVTable
    private(set) var totalOrders = 0

    static let orderShares = [0.413, 0.152, 0.141, 0.109, 0.089, 0.040, 0.056]
    static let orderValues = [1721.0, 1845, 1688, 1508, 1497, 1471, 1489]
    static let categoryShares = [0.469, 0.158, 0.153, 0.116, 0.067, 0.037]
    static let channelShares = [0.38, 0.24, 0.17, 0.12, 0.09]

    /// Million yuan per day: the deck's 9.83 亿 in the main week, with its best day first and its second peak on the third.
    private static let days2025 = [
        11.9, 12.4, 13.1, 15.2, 17.8, 18.3, 13.6, 13.9, 14.8, 17.1, 19.6, 12.2,
        237.0, 124.2, 183.4, 103.1, 99.6, 108.2, 127.6,
        71.3, 52.4, 38.7, 49.8, 52.1, 60.7, 77.4, 74.2, 58.9, 83.6, 158.3,
        44.1, 31.2, 27.6, 25.3, 23.8, 22.9, 23.4, 25.6, 27.9, 26.1, 21.7, 20.4,
    ]
    private static let days2024 = [
        9.8, 10.1, 10.4, 11.3, 14.6, 14.9, 11.2, 11.4, 11.9, 12.7, 15.3, 10.4,
        171.2, 113.6, 98.4, 89.7, 92.3, 108.9, 121.7,
        65.2, 44.9, 41.3, 42.2, 43.6, 48.8, 61.9, 66.4, 50.1, 65.0, 131.6,
        37.2, 26.4, 24.3, 22.9, 21.6, 20.3, 19.8, 21.2, 23.5, 22.0, 18.4, 17.2,
    ]

    init(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        daily = CSVTable(
            "sales",
            ["date", "area", "category", "channel_id", "orders", "units", "gmv", "discount", "refund", "cost"])
        hourly = CSVTable("sales_hourly", ["ts_hour", "area", "orders", "gmv"])
        let current = Year.current(Sales.days2025)
        let previous = Year.previous(Sales.days2024, of: current)
        add(previous, days: Span.lastYear, isCurrent: false, random: &random)
        add(current, days: Span.campaign, isCurrent: true, random: &random)
    }

    private mutating func add(_ year: Year, days: [Day], isCurrent: Bool, random: inout SplitMix64) {
        let cells = Cells(days: days.count)
        var gmv = cells.weights(year.gmvByDay, random: &random)
        let gmvByBlock = Year.sums(year.gmvByDay)
        Spread.fit(
            &gmv,
            to: [
                cells.byBlock(\.channel, gmvByBlock.map { total in Sales.channelShares.map { $0 * total } }),
                cells.byBlock(\.category, year.categoryGMV),
                cells.byBlock(\.area, year.areaGMV),
                cells.byDay(year.gmvByDay),
            ])
        var orders = cells.all.indices.map { index in
            gmv[index] / (Sales.categoryValue[cells.all[index].category] * random.noise(0.2))
        }
        Spread.fit(&orders, to: [cells.byBlock(\.area, year.areaOrders), cells.byDay(year.ordersByDay)])

        let dayGroups = cells.all.map(\.day)
        let cents = Spread.integers(gmv.map { $0 * 100 }, groups: dayGroups)
        let counts = Spread.integers(orders, groups: dayGroups)
        let index = isCurrent ? 1 : 0
        costByDayAndCategory[index] = Array(repeating: [0, 0, 0, 0, 0, 0], count: days.count)
        if isCurrent {
            gmvByDayAndCategory = costByDayAndCategory[1]
            gmvByDay = Array(repeating: 0, count: days.count)
            ordersByDay = gmvByDay
        }
        var byArea = Array(
            repeating: Array(repeating: (cents: 0, orders: 0), count: Sales.areas.count), count: days.count)
        for (position, cell) in cells.all.enumerated() {
            let amount = cents[position]
            let count = amount > 0 ? max(1, counts[position]) : counts[position]
            let cost = Int(Double(amount) * Sales.costShares[cell.category] * random.noise(0.02))
            let units = Int((Double(count) * Sales.unitsPerOrder[cell.category] * random.noise(0.08)).rounded())
            let discount = Int(Double(amount) * (isCurrent ? 0.083 : 0.079) * random.noise(0.35))
            let refund = Int(Double(amount) * 0.044 * random.noise(0.6))
            daily.add(
                days[cell.day].text, Sales.areas[cell.area], Sales.categories[cell.category],
                Sales.channels[cell.channel],
                count, max(units, count), Cents(amount), Cents(discount), Cents(refund), Cents(cost))
            costByDayAndCategory[index][cell.day][cell.category] += cost
            guard isCurrent else { continue }
            gmvByDayAndCategory[cell.day][cell.category] += amount
            gmvByDay[cell.day] += amount
            ordersByDay[cell.day] += count
            totalOrders += count
            byArea[cell.day][cell.area].cents += amount
            byArea[cell.day][cell.area].orders += count
        }
        if isCurrent { addHours(byArea, days: days, random: &random) }
    }

    private static let costShares = [0.795, 0.812, 0.684, 0.702, 0.655, 0.541]
    private static let unitsPerOrder = [1.08, 1.05, 1.16, 1.42, 1.12, 1.86]

    /// Splits each day over its hours; on the first day 10:00–12:00 takes 28.6 %, as the deck says.
    private mutating func addHours(
        _ byArea: [[(cents: Int, orders: Int)]], days: [Day], random: inout SplitMix64
    ) {
        for (index, day) in days.enumerated() {
            for (area, sums) in byArea[index].enumerated() {
                var weights = Sales.hours.map { $0 * random.noise(0.15) }
                if day.isWeekend { for hour in 9...16 { weights[hour] *= 1.18 } }
                if index == Span.weekStart { Sales.raisePeak(&weights) }
                let cents = Spread.integers(weights, total: sums.cents)
                let orders = Spread.integers(weights.map { $0 * random.noise(0.05) }, total: sums.orders)
                for hour in 0..<24 {
                    hourly.add(day.at(hour), Sales.areas[area], orders[hour], Cents(cents[hour]))
                }
            }
        }
    }

    private static func raisePeak(_ weights: inout [Double]) {
        weights[0] *= 4
        let others = weights.enumerated().filter { $0.offset != 10 && $0.offset != 11 }.map(\.element).reduce(0, +)
        weights[10] = others / 0.714 * 0.286 * 0.58
        weights[11] = others / 0.714 * 0.286 * 0.42
    }

    private static let hours = [
        2.6, 1.3, 0.7, 0.5, 0.4, 0.6, 1.2, 2.2, 3.6, 5.2, 6.4, 5.6, 4.9, 4.6, 4.7, 4.8, 4.7, 4.6, 5.1, 6.6, 8.9, 9.4,
        7.2, 4.2,
    ]
}
