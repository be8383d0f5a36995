/// Posts and what became of them, by day, platform, kind of author and topic, until thirty days after the campaign.
struct Social {
    private(set) var table = CSVTable(
        "social_posts",
        [
            "date", "platform", "author_tier", "topic", "posts", "reads", "plays", "completes", "interactions", "favs",
            "mentions", "positive", "negative", "cost", "gmv",
        ])

    private struct Stream {
        var platform: String
        var tier: String
        var topic: String
        var posts: Double
        var reads = 0.0
        var plays = 0.0
        /// Completed plays per play, interactions and favourites per read or play.
        var completion = 0.0
        var interactions = 0.0
        var favs = 0.0
        var mentions = 0.0
        var cost = 0.0
        var gmv = 0.0
        /// Mean per day after the campaign ÷ mean per day in it.
        var tail = 0.05
    }

    /// The deck's totals; 4,420 spontaneous posts on 850 official ones are 5.2 each.
    private static let streams = [
        Stream(
            platform: "weibo", tier: "official", topic: "campaign", posts: 420, reads: 390_000_000,
            interactions: 1_460_000, mentions: 148_000),
        Stream(
            platform: "weibo", tier: "official", topic: "imaging", posts: 160, reads: 341_000_000,
            interactions: 1_230_000, mentions: 117_000),
        Stream(
            platform: "weibo", tier: "official", topic: "wearables", posts: 90, reads: 92_000_000,
            interactions: 310_000, mentions: 36_000),
        Stream(
            platform: "wechat", tier: "official", topic: "campaign", posts: 180, reads: 1_240_000, interactions: 96_000,
            mentions: 21_000),
        Stream(
            platform: "bilibili", tier: "kol", topic: "unboxing", posts: 1, plays: 5_260_000, completion: 0.72,
            interactions: 462_000, favs: 118_000, mentions: 26_000, cost: 210_000, gmv: 521_000),
        Stream(
            platform: "douyin", tier: "kol", topic: "unboxing", posts: 1, plays: 4_970_000, completion: 0.31,
            interactions: 388_000, favs: 71_000, mentions: 22_000, cost: 230_000, gmv: 604_000),
        Stream(
            platform: "weibo", tier: "kol", topic: "unboxing", posts: 1, plays: 4_230_000, completion: 0.36,
            interactions: 241_000, favs: 32_000, mentions: 18_000, cost: 190_000, gmv: 342_000),
        Stream(
            platform: "xiaohongshu", tier: "koc", topic: "imaging", posts: 286, reads: 2_410_000, interactions: 356_000,
            favs: 441_000, mentions: 31_000, cost: 124_000, gmv: 486_000),
        Stream(
            platform: "douyin", tier: "koc", topic: "unboxing", posts: 194, plays: 6_180_000, completion: 0.38,
            interactions: 474_000, favs: 92_000, mentions: 38_000, cost: 141_000, gmv: 571_000),
        Stream(
            platform: "xiaohongshu", tier: "seed", topic: "imaging", posts: 612, reads: 1_090_000,
            interactions: 142_000, favs: 199_500, mentions: 27_000, cost: 75_000, gmv: 510_000),
        Stream(
            platform: "weibo", tier: "ugc", topic: "imaging", posts: 24_600, reads: 46_200_000, interactions: 702_000,
            mentions: 121_000, tail: 0.28),
        Stream(
            platform: "xiaohongshu", tier: "ugc", topic: "imaging", posts: 12_400, reads: 18_700_000,
            interactions: 398_000, favs: 1_210_000, mentions: 70_900, tail: 0.28),
        Stream(
            platform: "weibo", tier: "user", topic: "campaign", posts: 4_420, reads: 8_900_000, interactions: 97_000,
            mentions: 34_700),
    ]

    init(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let days = Span.campaign + Span.after
        for stream in Social.streams { add(stream, days: days, random: &random) }
    }

    private mutating func add(_ stream: Stream, days: [Day], random: inout SplitMix64) {
        let isVideo = stream.tier == "kol"
        let curve = Span.campaign.indices.map { index -> Double in
            // A film has its audience at once and loses a fifth of it each day.
            if isVideo { return index < 6 ? 0 : (0..<(index - 6)).reduce(1.0) { value, _ in value * 0.8 } }
            return [0.7, 1.5, 0.6][Span.phase(index)] * random.noise(0.25)
        }
        func spread(_ total: Double, noise: Double = 0.12) -> [Int] {
            let during = Spread.integers(curve.map { $0 * random.noise(noise) }, total: Int(total))
            let later = Int(total / 42 * 30 * stream.tail)
            // What comes after fades with a half-life of about nine days.
            let fading = Span.after.indices.map { index in 1 / (1 + Double(index) / 9) * random.noise(noise) }
            return during + Spread.integers(fading, total: isVideo ? 0 : later)
        }
        let posts =
            isVideo
            ? days.indices.map { $0 == 6 ? 1 : 0 }
            : Spread.integers(curve, total: Int(stream.posts)) + Span.after.map { _ in 0 }
        let reads = spread(stream.reads)
        let plays = spread(stream.plays)
        let interactions = spread(stream.interactions)
        let favs = spread(stream.favs)
        let mentions = spread(stream.mentions)
        let gmv = spread(stream.gmv * 100)
        let cost = Spread.integers(curve, total: Int(stream.cost * 100)) + Span.after.map { _ in 0 }
        let completes = Spread.integers(
            plays.map { Double($0) * random.noise(0.03) }, total: Int(stream.plays * stream.completion))
        let positive = Spread.integers(mentions.map(Double.init), total: Int(Double(mentions.reduce(0, +)) * 0.923))
        let negative = Spread.integers(
            mentions.map { Double($0) * random.noise(0.9) }, total: Int(Double(mentions.reduce(0, +)) * 0.003))
        for (index, day) in days.enumerated() where reads[index] + plays[index] + mentions[index] > 0 {
            table.add(
                day.text, stream.platform, stream.tier, stream.topic, posts[index], reads[index], plays[index],
                min(plays[index], completes[index]), interactions[index], favs[index], mentions[index],
                min(mentions[index], positive[index]),
                min(negative[index], mentions[index] - min(mentions[index], positive[index])),
                Cents(cost[index]), Cents(gmv[index]))
        }
    }

    /// Three reviewers, 212 specialists and 500 everyday testers, all invented.
    static var creators: CSVTable {
        var table = CSVTable("creators", ["author_id", "author_tier", "platform", "followers"])
        var random = SplitMix64(seed: 618_99)
        let groups = [
            ("kol", 3, ["bilibili", "douyin", "weibo"], 10_000_000), ("koc", 212, ["xiaohongshu", "douyin"], 62_000),
            ("seed", 500, ["xiaohongshu"], 900),
        ]
        for (tier, count, platforms, followers) in groups {
            for index in 0..<count {
                table.add(
                    "\(tier.uppercased())\(index + 1)", tier, platforms[index % platforms.count],
                    Int(Double(followers) * random.noise(0.3)) + (tier == "kol" ? 3_000_000 : 0))
            }
        }
        return table
    }
}
