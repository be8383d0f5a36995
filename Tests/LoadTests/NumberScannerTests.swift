import Testing

@testable import Load

/// Sentences marked by hand: what stands between ‹ and › is a number that the sentence states.
struct NumberScannerTests {
    static let marked = [
        "活动总成交 ‹9.83 亿元›，同比增长 ‹23.5%›。", "客单价为 ‹1,669 元›，转化率提高 ‹3.2 个百分点›。", "投放回报达 ‹1:6.8›，最高 ‹4.2 倍›。",
        "新增用户超过 ‹120 万›，推送触达 ‹5000 万次›。", "平均处理时长 ‹26 小时›，加载 ‹1.5 秒›。", "总投入 ‹580 万元›，其中采买占 ‹45%›。",
        "活动从 2025 年 5 月 20 日开始，6 月 30 日结束。", "Mate60 与 P40 的预售在 20:00 开始。", "618 与双 11 是全年最重的两次大促，5G 机型是主力。",
        "活动后 30 天内的留存率按周统计。", "第 3 名的渠道是微信，Top 10 商品另表列出。", "95% 置信区间见图。", "7 天无理由退货照常执行。",
        "前 3 天的流量最大，近 7 天回落。", "人数 ‹10 名›、客服 ‹39 人›、渠道 ‹13 家›。", "优惠券核销 ‹98%›，兑换 ‹3.2 万张›。",
        "销量前 10% 的商品另表列出。", "2025-06-18 一天，详见 6/18 的记录。", "每单补贴 ‹¥12.5›，合计 ‹$1.2M›。", "参与者每秒 ‹5000 单›。",
        "Sales came to ‹$4.33M›, up ‹24.6%› on last year.", "Search brought ‹21.7%› of them.", "The average order was ‹$66.10›, ‹0.37 pp› more.",
        "We mailed ‹1,200 households› and ‹350 coupons› came back.", "Loading took ‹1.5 s› on phones, ‹320 ms› on desktops.", "It reached ‹2.4 million readers›.",
        "The campaign ran from June 1 to 18 June 2025.", "30-day retention is shown by week.", "Within 30 days of the mailing nothing changed.",
        "The first 3 days were the busiest; the last 7 days were quiet.", "The 95% confidence interval contains zero.", "Chapter 3 and figure 2 show the rest.",
        "The top 10% of products made the most of it.", "Version 2.0 of the page came on 2025-06-10 at 14:30.", "Phase 2 began with the iPhone 15 and 5G plans.",
        "Redemption rose to ‹3.1%› from ‹2.8%›.", "‹12,345 baskets› were seen.", "A cost of ‹£0.80› a click is ‹1.2x› the plan.", "Waiting fell by ‹4.7 min›.",
        "Of ‹5000 answers›, ‹87%› were content.",
    ]

    @Test(arguments: marked)
    func `numbers that a sentence states are found, and no others`(sentence: String) {
        let expected = sentence.split(separator: "‹", omittingEmptySubsequences: false).dropFirst().compactMap { $0.split(separator: "›", omittingEmptySubsequences: false).first.map(String.init) }
        let plain = sentence.filter { $0 != "‹" && $0 != "›" }
        #expect(NumberScanner(plain).numbers().map(\.text) == expected)
    }
}
