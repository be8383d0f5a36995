/// Paths over channels, single events of visits, and how often people were reached.
enum Journeys {
    /// One conversion path in two hundred. Known truth: search closes what douyin, kol and weibo open; display assists next to nothing.
    static func paths(seed: UInt64) -> CSVTable {
        var random = SplitMix64(seed: seed)
        var table = CSVTable("paths", ["path_id", "steps", "users", "conversions", "gmv"])
        let openers = ["douyin", "kol", "weibo", "wechat", "display", "push", "popup", "organic"], openerWeights = [0.26, 0.1, 0.12, 0.14, 0.1, 0.08, 0.08, 0.12]
        let closers = ["search", "app", "taobao", "organic", "platform", "wechat", "store"], closerWeights = [0.3, 0.28, 0.14, 0.1, 0.1, 0.05, 0.03]
        let strength = ["search": 0.045, "app": 0.075, "taobao": 0.05, "organic": 0.04, "platform": 0.03, "wechat": 0.028, "store": 0.06]
        let help = ["douyin": 1.15, "kol": 1.5, "weibo": 1.2, "wechat": 1.25, "display": 0.75, "push": 1.3, "popup": 1.1, "organic": 1.1]
        var found: [String: Double] = [:]
        for _ in 0..<60_000 {
            var steps: [String] = []
            for _ in 0..<[1, 1, 1, 2, 2, 3][random.integer(0...5)] - (random.uniform() < 0.35 ? 1 : 0) {
                let step = openers[random.pick(openerWeights)]
                if steps.last != step { steps.append(step) }
            }
            let last = closers[random.pick(closerWeights)]
            if steps.last != last { steps.append(last) }
            found[steps.joined(separator: ">"), default: 0] += 1
        }
        for (index, path) in found.filter({ $0.value >= 12 }).sorted(by: { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }).prefix(260).enumerated() {
            let steps = path.key.split(separator: ">").map(String.init)
            let lift = steps.dropLast().reduce(1.0) { $0 * (help[$1] ?? 1) }
            let rate = min(0.4, (strength[steps[steps.count - 1]] ?? 0.03) * lift)
            let bought = Int((path.value * rate * random.noise(0.3)).rounded())
            table.add("J\(1000 + index)", path.key, Int(path.value), bought, Cents(yuan: Double(bought) * 1669 * random.noise(0.2)))
        }
        return table
    }

    /// Events of one visit in two thousand: view to cart 12.8 %, cart to pay 58.6 %; who reaches the cart comes back more often.
    static func events(seed: UInt64) -> CSVTable {
        var random = SplitMix64(seed: seed)
        var table = CSVTable("events", ["session_id", "user_id", "at", "event", "page", "device", "channel_id"])
        let channels = ["app", "organic", "douyin", "wechat", "taobao", "search", "popup", "push"], weights = [0.24, 0.12, 0.18, 0.13, 0.09, 0.09, 0.09, 0.06]
        var session = 0
        for user in 0..<3600 {
            var day = random.integer(0...41), visits = 0
            var comesBack = true
            while comesBack, day < 42, visits < 5 {
                visits += 1
                session += 1
                let device = random.uniform() < 0.85 ? "mobile" : "desktop", channel = channels[random.pick(weights)]
                var minute = random.integer(8 * 60...23 * 60)
                var furthest = 0
                func add(_ event: String, _ page: String) {
                    table.add("V\(100_000 + session)", "E\(10_000 + user)", (Span.campaign[0] + day).at(minute / 60, minute % 60, (session * 7 + furthest * 11) % 60), event, page, device, channel)
                    minute = min(23 * 60 + 59, minute + 1)
                }
                add("visit", ["home", "venue", "search", "live"][random.pick([0.4, 0.3, 0.2, 0.1])])
                if random.uniform() < 0.74 {
                    furthest = 1
                    for _ in 0..<random.integer(1...2) { add("view", "product") }
                    let skips = random.uniform() < 0.004
                    if random.uniform() < 0.128 || skips {
                        furthest = 2
                        if !skips { add("cart", "cart") }
                        if random.uniform() < 0.586 {
                            furthest = 3
                            add("checkout", "checkout")
                            if random.uniform() < 0.93 { furthest = 4; add("pay", "pay") }
                        }
                    }
                }
                comesBack = random.uniform() < [0.16, 0.31, 0.52, 0.48, 0.44][furthest]
                day += random.integer(1...9)
            }
        }
        return table
    }

    /// People by how often they were reached: conversion rises up to four or five contacts, then falls.
    static func reach(seed: UInt64) -> CSVTable {
        var random = SplitMix64(seed: seed)
        var table = CSVTable("reach", ["channel_id", "frequency", "people", "conversions"])
        let rates = [0.0082, 0.0111, 0.0134, 0.0149, 0.0151, 0.0143, 0.0131, 0.0117, 0.0102, 0.0084]
        for (channel, people, factor) in [("douyin", 2_400_000.0, 1.0), ("wechat", 1_500_000, 1.15), ("search", 700_000, 1.9), ("display", 1_900_000, 0.35), ("kol", 600_000, 1.3)] {
            var left = people
            for frequency in 1...10 {
                let here = frequency == 10 ? left : left * 0.37
                left -= here
                table.add(channel, frequency, Int(here), Int(here * rates[frequency - 1] * factor * random.noise(0.06)))
            }
        }
        return table
    }
}
