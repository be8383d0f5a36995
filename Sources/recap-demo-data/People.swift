/// One participant in two hundred, with all orders of those, and the retention of the newly registered.
struct People {
    private(set) var users = CSVTable(
        "users", ["user_id", "registered_at", "acq_channel_id", "gender", "age_group", "region_id", "member_tier"])
    private(set) var orders = CSVTable(
        "orders",
        [
            "order_id", "user_id", "paid_at", "channel_id", "region_id", "offer", "amount", "discount", "points_used",
            "refund", "items", "categories", "promise", "kept", "track_lag_h",
        ])
    private(set) var items = CSVTable("order_items", ["order_id", "line", "sku", "qty", "amount"])
    private(set) var cohorts = CSVTable(
        "cohorts", ["cohort_date", "channel_id", "day_n", "size", "active", "buyers", "repeat_buyers"])

    private static let userCount = 5800
    /// 40 % of the participants are new.
    private static let newCount = 2320
    static let sampleFactor = 200

    private static let sources = ["app", "organic", "douyin", "wechat", "taobao", "kol", "weibo", "store", "display"]
    private static let sourceShares = [0.17, 0.12, 0.24, 0.16, 0.09, 0.06, 0.07, 0.05, 0.04]
    private static let ages = ["18-24", "25-30", "31-35", "36-45", "46+"]
    private static let tiers = ["none", "silver", "gold", "platinum", "diamond"]

    private struct User {
        var id: String
        var region: Int
        var tier: Int
        var since: Int
    }

    private var people: [User] = []

    init(sales: Sales, catalogue: Catalogue, seed: UInt64) {
        var random = SplitMix64(seed: seed)
        addUsers(random: &random)
        addOrders(sales: sales, catalogue: catalogue, random: &random)
        addCohorts(random: &random)
    }

    private mutating func addUsers(random: inout SplitMix64) {
        let count = People.userCount
        func deck(_ shares: [Double], of count: Int) -> [Int] {
            var cards = Spread.integers(shares, total: count).enumerated().flatMap { Array(repeating: $0, count: $1) }
            random.shuffle(&cards)
            return cards
        }
        let regions = deck(Reference.regionShares, of: count)
        let members = deck([0.65, 0.16, 0.11, 0.06, 0.02], of: count)
        let genders = deck([0.56, 0.43, 0.01], of: count)
        let newDays = deck(
            Span.campaign.indices.map { Span.isWeek($0) ? 3 : Span.phase($0) == 1 ? 1.6 : 1 }, of: People.newCount)
        let sources =
            deck(People.sourceShares, of: People.newCount)
            + deck([0.34, 0.24, 0.08, 0.12, 0.1, 0.02, 0.04, 0.05, 0.01], of: count - People.newCount)
        var ages = [Int](repeating: 0, count: count)
        for (source, name) in People.sources.enumerated() {
            let own = sources.indices.filter { sources[$0] == source }
            // Weibo's followers are young (63 % under 31); WeChat's are older, as the deck says.
            let shares =
                name == "weibo"
                ? [0.34, 0.29, 0.19, 0.13, 0.05]
                : name == "wechat" ? [0.08, 0.16, 0.22, 0.343, 0.197] : [0.17, 0.26, 0.25, 0.205, 0.115]
            for (index, age) in zip(own, deck(shares, of: own.count)) { ages[index] = age }
        }
        for index in 0..<count {
            let isNew = index < People.newCount
            let day = isNew ? Span.campaign[newDays[index]] : Day(2025, 5, 19) + -random.integer(0...1900)
            let id = "U\(100_000 + index)"
            // New members have no high tier yet.
            let tier = isNew ? min(members[index], 1) : members[index]
            people.append(User(id: id, region: regions[index], tier: tier, since: isNew ? newDays[index] : 0))
            users.add(
                id, day.at(random.integer(7...23), random.integer(0...59), random.integer(0...59)),
                People.sources[sources[index]], ["male", "female", "unknown"][genders[index]], People.ages[ages[index]],
                Reference.regionIDs[regions[index]], People.tiers[tier])
        }
    }

    private struct Order {
        var user: Int
        var day: Int
        var offer: Int
        var lines: [(product: Int, quantity: Int)]
        var usesPoints: Bool
    }

    /// Members order 3.2 times as often; what they spend is 2.8 times as much.
    private mutating func addOrders(sales: Sales, catalogue: Catalogue, random: inout SplitMix64) {
        let count = sales.totalOrders / People.sampleFactor
        let members = people.indices.filter { people[$0].tier > 0 }
        let others = people.indices.filter { people[$0].tier == 0 }
        let memberShare = 3.2 * Double(members.count) / (3.2 * Double(members.count) + Double(others.count))
        let memberOrders = Int((Double(count) * memberShare).rounded())
        let buyers = [(members, memberOrders), (others, count - memberOrders)].flatMap { group, count in
            (0..<count).map { _ in group[random.integer(0...group.count - 1)] }
        }
        let shares = [0.469, 0.158, 0.153, 0.116, 0.067, 0.037]
        let categoryWeights = shares.indices.map { shares[$0] / Sales.categoryValue[$0] }
        var orders: [Order] = []
        for user in buyers {
            let isMember = people[user].tier > 0
            let since = people[user].since
            let days = sales.ordersByDay.enumerated().map { day, count -> Double in day < since ? 0 : Double(count) }
            let main = random.pick(categoryWeights)
            var lines = [(product: People.product(in: main, catalogue, &random), quantity: 1)]
            // Two thirds of the members' baskets hold a second product.
            if random.uniform() < (isMember ? 0.661 : 0.35) {
                let category =
                    random.uniform() < (isMember ? 0.53 : 0.52) ? random.pick([0.02, 0.03, 0.2, 0.3, 0.2, 0.25]) : main
                let second = People.product(in: category, catalogue, &random)
                if second != lines[0].product { lines.append((second, random.integer(1...2))) }
            }
            orders.append(
                Order(
                    user: user, day: random.pick(days), offer: random.pick([0.14, 0.075, 0.065, 0.49, 0.23]),
                    lines: lines,
                    usesPoints: isMember && random.uniform() < 0.41))
        }
        orders.sort { ($0.day, $0.user) < ($1.day, $1.user) }
        write(orders, catalogue: catalogue, random: &random)
    }

    private static func product(in category: Int, _ catalogue: Catalogue, _ random: inout SplitMix64) -> Int {
        let members = catalogue.products.indices.filter { catalogue.products[$0].category == category }
        return members[random.pick(members.map { catalogue.products[$0].weight })]
    }

    /// What each order's amount is multiplied by, so that the groups' means are the deck's.
    private func factors(_ orders: [Order], _ amounts: [Double]) -> [Double] {
        let group = orders.map { order in people[order.user].tier == 0 ? 0 : order.usesPoints ? 2 : 1 }
        var sums = [0.0, 0, 0]
        var counts = [0.0, 0, 0]
        for (index, own) in group.enumerated() {
            sums[own] += amounts[index]
            counts[own] += 1
        }
        let ratio = 2.8 / 3.2
        let all = counts.reduce(0, +)
        let plain = 1669 * all / (counts[0] + ratio * (counts[1] + counts[2]))
        let member = plain * ratio
        // Points raise a member's order by 34 %.
        let without = member * (counts[1] + counts[2]) / (counts[1] + 1.34 * counts[2])
        let wanted = [plain, without, 1.34 * without]
        return group.map { wanted[$0] * counts[$0] / sums[$0] }
    }

    private mutating func write(_ orders: [Order], catalogue: Catalogue, random: inout SplitMix64) {
        let prices = orders.map { order in
            order.lines.map { catalogue.products[$0.product].price * Double($0.quantity) * 0.94 * random.noise(0.06) }
        }
        let factors = factors(orders, prices.map { $0.reduce(0, +) })
        for (index, order) in orders.enumerated() {
            let id = "O\(200_000 + index)"
            var total = 0
            for (line, entry) in order.lines.enumerated() {
                let amount = Cents(yuan: prices[index][line] * factors[index])
                total += amount.count
                items.add(id, line + 1, catalogue.products[entry.product].sku, entry.quantity, amount)
            }
            let user = people[order.user]
            let isReturned = random.uniform() < [0.08, 0.04, 0.036, 0.041, 0.034][order.offer]
            let isFar = Reference.tiers[user.region] == "t34"
            let isNextDay = random.uniform() < (isFar ? 0.45 : 0.85)
            let kept = random.uniform() < (isNextDay ? (isFar ? 0.868 : 0.937) : 0.955)
            let lag = isFar ? 5 * random.noise(0.5) : 1.4 * random.noise(0.8)
            let hour = random.pick([2, 1, 1, 0, 0, 1, 1, 2, 4, 5, 7, 6, 5, 5, 5, 5, 5, 5, 5, 7, 9, 9, 7, 4])
            self.orders.add(
                id, user.id, Span.campaign[order.day].at(hour, random.integer(0...59), random.integer(0...59)),
                Sales.channels[random.pick([0.38, 0.24, 0.17, 0.12, 0.09])], Reference.regionIDs[user.region],
                Funnel.offers[order.offer], Cents(total), Cents(Int(Double(total) * 0.083 * random.noise(0.8))),
                order.usesPoints ? random.integer(5...80) * 100 : 0, Cents(isReturned ? total : 0), order.lines.count,
                Set(order.lines.map { catalogue.products[$0.product].category }).count,
                isNextDay ? "next_day" : "standard", kept, Tenths(lag))
        }
    }

    /// Retention of the newly registered, by day and channel; 464,000 of them.
    private mutating func addCohorts(random: inout SplitMix64) {
        let month = [0.295, 0.282, 0.196, 0.243, 0.252, 0.214, 0.187, 0.266, 0.092]
        let days = Span.campaign.indices.map { Span.isWeek($0) ? 3.0 : Span.phase($0) == 1 ? 1.6 : 1 }
        let perChannel = Spread.integers(People.sourceShares, total: People.newCount * People.sampleFactor)
        for (channel, name) in People.sources.enumerated() {
            let sizes = Spread.integers(days.map { $0 * random.noise(0.15) }, total: perChannel[channel])
            for (day, size) in sizes.enumerated() {
                let buyers = Double(size) * 0.34 * random.noise(0.1)
                for (age, factor, done) in [(1, 1.72, 0.12), (7, 1.38, 0.42), (14, 1.17, 0.68), (30, 1.0, 1.0)] {
                    let active = Double(size) * month[channel] * factor * random.noise(0.06)
                    let again = name == "taobao" ? 0.28 : name == "display" ? 0.004 : month[channel] * 0.82
                    cohorts.add(
                        Span.campaign[day].text, name, age, size, min(size, Int(active.rounded())),
                        Int(buyers.rounded()),
                        Int((buyers * again * done).rounded()))
                }
            }
        }
    }
}
