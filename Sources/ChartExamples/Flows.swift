import Charts

extension ChartExample {
    static let flows: [ChartExample] = [
        ChartExample("sankey") { words in
            let (search, live, feed) = (words("搜索", "Search"), words("直播", "Live"), words("信息流", "Feed"))
            let (home, item, hall) = (words("会场", "Hall"), words("商品页", "Product page"), words("店铺", "Shop"))
            let (cart, paid, left) = (words("加购", "Cart"), words("支付", "Paid"), words("离开", "Left"))
            let flows: [(String, String, Double)] = [
                (search, item, 420_000), (search, hall, 130_000), (live, item, 260_000), (live, home, 90_000), (feed, home, 310_000), (feed, item, 80_000),
                (home, item, 180_000), (home, left, 220_000), (hall, item, 60_000), (hall, left, 70_000), (item, cart, 410_000), (item, left, 590_000),
                (cart, paid, 240_000), (cart, left, 170_000),
            ]
            return words.chart("访问路径", "Paths through the shop", ValueFormat(.count(noun: words("人", "")))) {
                Sankey(flows.map { Sankey.Flow(from: $0, to: $1, value: $2) })
            }
        },
        ChartExample("treemap") { words in
            let parts: [(String, [(String, Double)])] = [
                (words("服装", "Apparel"), [(words("女装", "Women"), 5.6e7), (words("男装", "Men"), 3.1e7), (words("童装", "Children"), 1.9e7), (words("鞋靴", "Shoes"), 1.5e7)]),
                (words("美妆", "Beauty"), [(words("护肤", "Skin care"), 6.2e7), (words("彩妆", "Make-up"), 2.4e7), (words("香水", "Perfume"), 9e6)]),
                (words("家电", "Appliances"), [(words("厨电", "Kitchen"), 3.9e7), (words("清洁", "Cleaning"), 2.8e7), (words("空调", "Cooling"), 1.9e7)]),
                (words("食品", "Food"), [(words("零食", "Snacks"), 1.7e7), (words("生鲜", "Fresh"), 1.1e7), (words("酒水", "Drinks"), 4e6)]),
            ]
            return words.chart("成交额构成", "Where sales come from", words.money) {
                Treemap(parts.flatMap { group, items in items.map { Item($0, $1, group: group) } })
            }
        },
    ]
}
