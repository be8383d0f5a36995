/// What each cell of the advertising table counts, fitted to the deck's rates one measure after the other.
extension Media {
    /// Cells that are alike to every rule: rounded together, their sums stay true.
    static func groups(_ cells: [Cell]) -> [Int] {
        cells.map { cell in
            let part = cell.part == evening ? 2 : (1...3).contains(cell.part) ? 1 : 0
            let time = cell.day < 12 ? 0 : cell.isAfter ? 2 : 1
            return (cell.plan * 3 + part) * 3 + time
        }
    }

    static func members(_ cells: [Cell], where holds: (Cell, Plan) -> Bool) -> [Int] {
        cells.indices.filter { holds(cells[$0], all[cells[$0].plan]) }
    }

    /// In cents. The evening's share goes from 15 to 35 %.
    static func spend(_ cells: [Cell], random: inout SplitMix64) -> [Int] {
        let parts = [0.10, 0.20, 0.27, 0.17, 0.15, 0.11]
        var values = cells.map { cell in
            let day = cell.day < 12 ? 0.55 : cell.day < 19 ? 2.2 : cell.day == 29 ? 2.4 : cell.day < 30 ? 1.15 : 0.55
            return all[cell.plan].weight * parts[cell.part] * day * random.noise(0.4)
        }
        var rules = Calibration()
        for (isAfter, share) in [(false, 0.15), (true, 0.35)] {
            let time = members(cells) { cell, _ in cell.isAfter == isAfter }
            let others = time.filter { cells[$0].part != evening }
            rules.sum(of: time.filter { cells[$0].part == evening }, is: share / (1 - share), times: others)
        }
        for (channel, total) in channelSpend.enumerated() {
            rules.sum(of: members(cells) { _, plan in plan.channel == channel }, is: total * 100)
        }
        rules.apply(to: &values, rounds: 60)
        return Spread.integers(values, groups: cells.map { all[$0.plan].channel })
    }

    static func clicks(_ cells: [Cell], spend: [Int], random: inout SplitMix64) -> [Int] {
        var values = zip(cells, spend).map { cell, cents in
            Double(cents) / 100 / clickPrices[all[cell.plan].channel] * random.noise(0.15)
        }
        var rules = Calibration()
        for (channel, total) in channelSpend.enumerated() {
            rules.sum(of: members(cells) { _, plan in plan.channel == channel }, is: total / clickPrices[channel])
        }
        rules.apply(to: &values, rounds: 1)
        return Spread.integers(values, groups: groups(cells))
    }

    /// From the clicks and the stated click-through rates; 12 million fall into the preheat.
    static func impressions(_ cells: [Cell], clicks: [Int], random: inout SplitMix64) -> [Int] {
        var values = zip(cells, clicks).map { cell, count in
            max(1, Double(count)) / all[cell.plan].ctr * random.noise(0.2)
        }
        let clicked = clicks.map(Double.init)
        func needed(_ members: [Int], ctr: Double) -> Double { members.map { clicked[$0] }.reduce(0, +) / ctr }
        var rules = Calibration()
        rules.sum(of: members(cells) { cell, _ in cell.day < 12 }, is: 12_000_400)
        rules.sum(
            of: members(cells) { _, plan in plan.audience == "lookalike" }, is: 4,
            times: members(cells) { _, plan in plan.audience == "seed" })
        let stated: [(ctr: Double, holds: (Cell, Plan) -> Bool)] = [
            (0.023, { $1.channel == 1 }), (0.028, { $1.creative == "video15" }), (0.012, { $1.creative == "static" }),
            (0.0113, { $1.audience == "general" }), (0.035, { $1.audience == "techfan" }),
        ]
        for (ctr, holds) in stated {
            let own = members(cells, where: holds)
            rules.sum(of: own, is: needed(own, ctr: ctr))
        }
        rules.apply(to: &values, rounds: 300)
        return Spread.integers(values, groups: groups(cells))
    }

    /// 5,200 attributed orders: 1.8 times as likely per click at 20:00–22:00 as by day.
    static func conversions(
        _ cells: [Cell], clicks: [Int], spend: [Int], random: inout SplitMix64
    ) -> [Int] {
        let clicked = clicks.map(Double.init)
        var values = zip(cells, clicked).map { cell, count in
            let plan = all[cell.plan]
            let base = channelGMV[plan.channel] / channelSpend[plan.channel] * clickPrices[plan.channel]
            return count * base * (plan.audience == "techfan" ? 0.8 : 1) * random.noise(0.4) / 1700
        }
        var rules = Calibration()
        for channel in channels.indices {
            let own = members(cells) { _, plan in plan.channel == channel }
            rules.sum(of: own, is: channelGMV[channel] / 1700)
        }
        rules.rate(
            of: members(cells) { _, plan in plan.audience == "lookalike" }, is: 1 / 1.171,
            times: members(cells) { _, plan in plan.audience == "seed" }, per: spend.map(Double.init))
        rules.rate(
            of: members(cells) { cell, _ in cell.part == evening }, is: 1.8,
            times: members(cells) { cell, _ in (1...3).contains(cell.part) }, per: clicked)
        rules.apply(to: &values)
        return Spread.integers(values, groups: groups(cells))
    }

    /// In cents; only cells with an order have any.
    static func gmv(
        _ cells: [Cell], conversions: [Int], spend: [Int], random: inout SplitMix64
    ) -> [Int] {
        var values = conversions.map { Double($0) * 170_000 * random.noise(0.2) }
        let spent = spend.map(Double.init)
        let ordered = conversions.map(Double.init)
        func cost(_ members: [Int]) -> Double { members.map { spent[$0] }.reduce(0, +) }
        var rules = Calibration()
        let everything = Array(cells.indices)
        rules.rate(
            of: members(cells) { cell, _ in cell.isAfter }, is: 1.22,
            times: members(cells) { cell, _ in !cell.isAfter }, per: spent)
        rules.rate(
            of: members(cells) { _, plan in plan.audience == "techfan" }, is: 1.47, times: everything, per: ordered)
        for (tier, roas) in [("t1", 6.8), ("t34", 2.3)] {
            let own = members(cells) { _, plan in plan.audience == "white_collar" && plan.tier == tier }
            rules.sum(of: own, is: roas * cost(own))
        }
        for (channel, total) in channelGMV.enumerated() {
            rules.sum(of: members(cells) { _, plan in plan.channel == channel }, is: total * 100)
        }
        rules.apply(to: &values, rounds: 400)
        return Spread.integers(values, groups: cells.map { all[$0.plan].channel })
    }

    static func customers(_ cells: [Cell], clicks: [Int], random: inout SplitMix64) -> [Int] {
        var values = clicks.map { Double($0) * random.noise(0.3) }
        var rules = Calibration()
        for (channel, total) in newCustomers.enumerated() {
            rules.sum(of: members(cells) { _, plan in plan.channel == channel }, is: total)
        }
        rules.apply(to: &values, rounds: 1)
        return Spread.integers(values, groups: cells.map { all[$0.plan].channel })
    }
}
