/// Five thousand questionnaires and a fifth of the tickets.
enum Feedback {
    static func surveys(seed: UInt64) -> CSVTable {
        var random = SplitMix64(seed: seed)
        var table = CSVTable(
            "surveys",
            [
                "response_id", "answered_on", "region_id", "age_group", "offer", "overall", "variety", "price",
                "logistics",
                "service", "ease", "recommend", "used_promo", "want_price_history", "want_arrival_alert",
                "issue_coupon",
                "issue_mismatch",
            ])
        let count = 5000
        let regions = deck(Reference.regionShares, count, &random)
        let ages = deck([0.16, 0.27, 0.26, 0.2, 0.11], count, &random)
        let offers = deck([0.18, 0.12, 0.14, 0.38, 0.18], count, &random)
        var logistics = [Int](repeating: 3, count: count)
        var usedPromo = [Bool](repeating: false, count: count)
        for (tier, scores, promo) in [
            ("t1", [0.04, 0.07, 0.17, 0.42, 0.30], 0.78), ("t2", [0.07, 0.13, 0.29, 0.33, 0.18], 0.83),
            ("t34", [0.095, 0.18, 0.315, 0.28, 0.13], 0.89),
        ] {
            let own = (0..<count).filter { Reference.tiers[regions[$0]] == tier }
            for (index, score) in zip(own, deck(scores, own.count, &random)) { logistics[index] = score + 1 }
            for (index, used) in zip(own, deck([1 - promo, promo], own.count, &random)) { usedPromo[index] = used == 1 }
        }
        let variety = deck([0.01, 0.03, 0.11, 0.42, 0.43], count, &random)
        let price = deck([0.015, 0.035, 0.13, 0.41, 0.41], count, &random)
        let coupon = deck([0.72, 0.28], count, &random)
        let mismatch = deck([0.81, 0.19], count, &random)
        // The overall score follows the items, so that their weight can be found again.
        let mood = (0..<count).map { index -> Double in
            let liked = Double(logistics[index]) * 0.8 + Double(variety[index]) + Double(price[index]) * 0.9
            let disliked = Double(coupon[index]) + Double(mismatch[index]) * 1.3
            return liked - disliked + random.noise(3)
        }
        // Four stars or more: 79 % after a flash sale, 94 % after a presale, 87 % of all.
        let satisfied = [0.79, 0.94, 0.875, 0.8826, 0.872]
        var overall = [Int](repeating: 3, count: count)
        for offer in satisfied.indices {
            let members = (0..<count).filter { offers[$0] == offer }
            let own = members.sorted { mood[$0] == mood[$1] ? $0 < $1 : mood[$0] > mood[$1] }
            let good = satisfied[offer]
            let bad = 1 - satisfied[offer]
            let shares: [Double] = [good * 0.47, good * 0.53, bad * 0.62, bad * 0.25, bad * 0.13]
            let scores = Spread.integers(shares, total: own.count)
            let list = scores.enumerated().flatMap { place, count in Array(repeating: 5 - place, count: count) }
            for (index, score) in zip(own, list) { overall[index] = score }
        }
        let history = deck([0.38, 0.62], count, &random)
        let alert = deck([0.55, 0.45], count, &random)
        for index in 0..<count {
            let service = min(5, max(1, overall[index] + random.integer(-1...1)))
            let ease = min(5, max(1, overall[index] + random.integer(-1...0) - coupon[index]))
            let recommend = min(10, max(0, overall[index] * 2 + random.integer(-2...1)))
            table.add(
                "R\(10_000 + index)", (Day(2025, 6, 20) + random.integer(0...10)).text,
                Reference.regionIDs[regions[index]],
                ["18-24", "25-30", "31-35", "36-45", "46+"][ages[index]], Funnel.offers[offers[index]], overall[index],
                variety[index] + 1, price[index] + 1, logistics[index], service, ease, recommend, usedPromo[index],
                history[index] == 1, alert[index] == 1, coupon[index] == 1, mismatch[index] == 1)
        }
        return table
    }

    /// Values in proportion to the shares, shuffled.
    private static func deck(_ shares: [Double], _ count: Int, _ random: inout SplitMix64) -> [Int] {
        var cards = Spread.integers(shares, total: count).enumerated().flatMap { Array(repeating: $0, count: $1) }
        random.shuffle(&cards)
        return cards
    }

    static func tickets(seed: UInt64) -> CSVTable {
        var random = SplitMix64(seed: seed)
        var table = CSVTable(
            "tickets",
            [
                "ticket_id", "opened_at", "closed_at", "kind", "type", "region_id", "is_peak", "wait_min", "handle_h",
                "auto",
                "compensation_type", "compensation", "resolved_score",
            ])
        let peaks = Span.campaign.indices.map { Span.isWeek($0) ? 3.2 : Span.phase($0) == 1 ? 1.7 : 0.8 }
        let batches: [(days: [Day], weights: [Double], kind: String, count: Int, hours: Double, wait: Double)] = [
            (Span.spring, Span.spring.map { _ in 1 }, "complaint", 500, 48, 3),
            (Span.campaign, peaks, "complaint", 2400, 26, 8), (Span.campaign, peaks, "return_review", 800, 31, 0),
        ]
        var number = 0
        for batch in batches {
            let types = batch.kind == "complaint" ? [0.43, 0.21, 0.12, 0.24] : [0, 0.55, 0, 0.45]
            let days = deck(batch.weights, batch.count, &random).sorted()
            let kinds = deck(types, batch.count, &random)
            let automatic = deck(batch.kind == "complaint" ? [1, 0] : [0.65, 0.35], batch.count, &random)
            let paid = deck(batch.kind == "complaint" ? [0.5, 0.4, 0.1] : [1, 0, 0], batch.count, &random)
            let regions = deck(Reference.regionShares, batch.count, &random)
            let coupons = paid.indices.filter { paid[$0] == 1 }
            var happy = Set<Int>()
            for (index, isHappy) in zip(coupons, deck([0.22, 0.78], coupons.count, &random)) where isHappy == 1 {
                happy.insert(index)
            }
            let hours = (0..<batch.count).map { _ in random.pick(openingHours) }
            let durations = scaled(
                (0..<batch.count).map { index in
                    // Few take very long: a square keeps the tail.
                    let draw = 0.25 + random.uniform() * 1.3
                    return draw * draw * (automatic[index] == 1 ? 0.2 : 1) * [1.1, 1.2, 0.8, 0.9][kinds[index]]
                }, mean: batch.hours)
            let evening = hours.indices.filter { (20...21).contains(hours[$0]) }
            var waits = hours.map { _ in 2.6 * random.noise(0.9) + 0.3 }
            let peak = scaled(evening.map { _ in random.noise(0.9) }, mean: batch.wait)
            for (index, wait) in zip(evening, peak) { waits[index] = wait }
            for index in 0..<batch.count {
                number += 1
                let minute = random.integer(0...59)
                let end = minute + hours[index] * 60 + Int((durations[index] * 60).rounded())
                let day = batch.days[days[index]]
                let closing = day + end / 1440
                let amount = paid[index] == 1 ? random.integer(5...20) : paid[index] == 2 ? random.integer(20...120) : 0
                let score =
                    paid[index] == 1
                    ? (happy.contains(index) ? random.integer(4...5) : random.integer(1...3)) : random.integer(2...5)
                table.add(
                    "T\(30_000 + number)", day.at(hours[index], minute), closing.at(end % 1440 / 60, end % 60),
                    batch.kind,
                    ["logistics", "defect", "lost_order", "other"][kinds[index]], Reference.regionIDs[regions[index]],
                    (20...21).contains(hours[index]), Tenths(max(0, waits[index])), Tenths(durations[index]),
                    automatic[index] == 1,
                    ["none", "coupon", "cash"][paid[index]], Cents(amount * 100), score)
            }
        }
        return table
    }

    private static let openingHours = [
        2.0, 2, 2, 2, 3, 3, 2, 2, 3, 5, 6, 5, 5, 5, 5, 5, 5, 5, 6, 9, 13, 13, 8, 4,
    ]

    private static func scaled(_ values: [Double], mean: Double) -> [Double] {
        guard !values.isEmpty else { return values }
        let factor = mean * Double(values.count) / values.reduce(0, +)
        return values.map { $0 * factor }
    }
}
