/// What people did on the pages and with the posts: interactions, cascades, reposts, places in search results.
enum Echo {
    /// Clicks of the flash-sale button up by 300 % against spring, favourites from about 500 to about 2,000 a day, sharers 12 % of the
    /// campaign page's visitors.
    static func interactions(visitors: [Int], seed: UInt64) -> CSVTable {
        var random = SplitMix64(seed: seed)
        var table = CSVTable("interactions", ["date", "page", "element", "action", "times", "users"])
        for (isCampaign, days) in [(false, Span.spring), (true, Span.campaign)] {
            for (index, day) in days.enumerated() {
                let pull = isCampaign ? (Span.isWeek(index) ? 1.5 : Span.phase(index) == 1 ? 1.1 : 0.85) : 1
                func add(_ page: String, _ element: String, _ action: String, _ spring: Double, _ campaign: Double, perUser: Double) {
                    let count = (isCampaign ? campaign * pull / 1.05 : spring) * random.noise(0.08)
                    table.add(day.text, page, element, action, Int(count), Int(count / perUser))
                }
                add("campaign", "flash_button", "click", 21_000, 84_000, perUser: 1.6)
                add("campaign", "coupon_entry", "click", 12_000, 31_000, perUser: 1.3)
                add("campaign", "banner", "click", 30_000, 46_000, perUser: 1.2)
                add("product", "cart_button", "click", 26_000, 52_000, perUser: 1.4)
                add("product", "favourite", "fav", 500, 2_000, perUser: 1.1)
                let sharers = isCampaign ? Double(visitors[index]) * 0.12 * random.noise(0.03) : 9_000 * random.noise(0.08)
                table.add(day.text, "campaign", "share_button", "share", Int(sharers * 1.3), Int(sharers))
                add("live", "share_button", "share", 300, 2_600, perUser: 1.2)
            }
        }
        return table
    }

    /// Posts by generation: all user posts together are 5.2 times the official ones.
    static func cascade(seed: UInt64) -> CSVTable {
        var random = SplitMix64(seed: seed)
        var table = CSVTable("cascade", ["generation", "topic", "posts"])
        for (topic, official, factor) in [("campaign", 1840.0, 0.92), ("imaging", 2600, 1.2), ("wearables", 1320, 0.82), ("unboxing", 1350, 0.9)] {
            var posts = official
            for generation in 0...4 {
                table.add(generation, topic, Int(posts.rounded()))
                posts *= (generation == 0 ? 2.85 : 0.46) * factor * random.noise(0.02)
            }
        }
        return table
    }

    /// Views before and after the official account reposted: fifteenfold in the middle.
    static func reposts(seed: UInt64) -> CSVTable {
        var random = SplitMix64(seed: seed)
        var table = CSVTable("reposts", ["post_id", "posted_on", "views_before", "views_after", "multiple"])
        for index in 0..<30 {
            let before = Double(random.integer(2_000...60_000)), multiple = 15 * random.noise(1.2) * random.noise(0.4)
            let after = (before * multiple).rounded()
            table.add("W\(500 + index)", Span.campaign[random.integer(0...35)].text, Int(before), Int(after), Tenths(after / before))
        }
        return table
    }

    /// The first three pages of results for six product words: 41 % are users' posts.
    static func searchResults(seed: UInt64) -> CSVTable {
        var random = SplitMix64(seed: seed)
        var table = CSVTable("search_results", ["keyword", "page", "position", "kind"])
        let words = ["Mate60", "折叠屏手机", "华为手表", "影像手机", "降噪耳机", "全屋智能"]
        var kinds = Array(repeating: "ugc", count: 74) + Array(repeating: "official", count: 38) + Array(repeating: "media", count: 41) + Array(repeating: "rival", count: 27)
        random.shuffle(&kinds)
        for (index, kind) in kinds.enumerated() { table.add(words[index / 30], index / 10 % 3 + 1, index % 10 + 1, kind) }
        return table
    }
}
