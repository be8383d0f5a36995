/// 130 products with their prices, and the twenty bundles of best sellers with sleepers.
struct Catalogue {
    struct Product {
        var sku: String
        var spu: String
        var name: String
        var category: Int
        var price: Double
        var isHero = false
        var isPresale = false
        /// Days that the stock would have lasted before the campaign.
        var stockDays = 0
        var slowCause = ""
        var weight = 1.0
        /// Whether bundling woke it up.
        var isReactivated = false
        var isBundled = false
    }

    private(set) var products: [Product] = []
    private(set) var table = CSVTable(
        "products",
        ["sku", "spu", "name", "category", "list_price", "is_hero", "is_presale", "stock_days_before", "slow_cause"])
    private(set) var bundles = CSVTable(
        "bundles", ["bundle_id", "hero_sku", "sku", "hero_orders", "joint_orders"])

    private struct Line {
        var spu: String
        var name: String
        var category: Int
        var price: Double
        var variants: [String]
    }

    private static let lines = [
        Line(
            spu: "mate60", name: "Mate60", category: 0, price: 5499, variants: ["256G", "512G", "Pro 256G", "Pro 512G"]),
        Line(
            spu: "p_series", name: "P 系列", category: 0, price: 4988, variants: ["256G", "512G", "Pro 256G", "Pro 512G"]),
        Line(
            spu: "nova", name: "nova 系列", category: 0, price: 2699, variants: ["128G", "256G", "Pro 256G", "Pro 512G"]),
        Line(spu: "fold", name: "折叠屏", category: 0, price: 7999, variants: ["256G", "512G", "典藏版"]),
        Line(spu: "enjoy", name: "畅享系列", category: 0, price: 1299, variants: ["128G", "256G", "Plus"]),
        Line(
            spu: "tablet", name: "平板", category: 1, price: 3299,
            variants: ["11 英寸", "11 英寸 Pro", "13 英寸", "13 英寸 Pro", "柔光版", "入门版"]),
        Line(
            spu: "laptop", name: "笔记本", category: 1, price: 6499, variants: ["14", "14 Pro", "16", "16 Pro", "X Pro"]),
        Line(spu: "display", name: "显示器", category: 1, price: 1599, variants: ["24", "27", "28 4K"]),
        Line(
            spu: "watch_gt", name: "Watch GT", category: 2, price: 1488,
            variants: ["41mm", "46mm", "41mm 典雅", "46mm 运动", "Pro", "青春版"]),
        Line(spu: "band", name: "手环", category: 2, price: 299, variants: ["标准版", "NFC 版", "儿童版"]),
        Line(spu: "watch_kid", name: "儿童手表", category: 2, price: 998, variants: ["4X", "4 Pro", "5"]),
        Line(spu: "glasses", name: "智能眼镜", category: 2, price: 1899, variants: ["方框", "圆框"]),
        Line(spu: "screen", name: "智慧屏", category: 3, price: 3299, variants: ["55", "65", "75", "86"]),
        Line(spu: "router", name: "路由器", category: 3, price: 399, variants: ["AX3", "BE3", "BE7", "子母"]),
        Line(spu: "lock", name: "智能门锁", category: 3, price: 1599, variants: ["SE", "标准版", "Pro"]),
        Line(spu: "cleaner", name: "扫地机器人", category: 3, price: 2299, variants: ["T10", "T20"]),
        Line(spu: "light", name: "智能灯具", category: 3, price: 169, variants: ["吸顶灯", "台灯", "灯带"]),
        Line(spu: "sensor", name: "传感器", category: 3, price: 89, variants: ["门窗", "人体", "水浸"]),
        Line(spu: "plug", name: "智能插座", category: 3, price: 69, variants: ["单孔", "排插", "空调伴侣"]),
        Line(spu: "buds", name: "FreeBuds", category: 4, price: 799, variants: ["5", "5i", "Pro", "Pro 典藏", "SE"]),
        Line(spu: "clip", name: "耳夹耳机", category: 4, price: 999, variants: ["黑", "白", "金"]),
        Line(spu: "speaker", name: "智能音箱", category: 4, price: 349, variants: ["mini", "标准版", "X", "车载"]),
    ]

    /// Fifty accessories: ten kinds in five designs.
    private static let accessories = [
        ("保护壳", 79.0), ("钢化膜", 39), ("充电器", 149), ("数据线", 49), ("移动电源", 199), ("表带", 129), ("键盘", 399),
        ("手写笔", 499), ("车载支架", 159), ("拓展坞", 299),
    ]

    init(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for line in Catalogue.lines {
            for (index, variant) in line.variants.enumerated() {
                let price = (line.price * (1 + 0.14 * Double(index)) / 10).rounded() * 10 - 1
                add(spu: line.spu, name: "\(line.name) \(variant)", category: line.category, price: price)
            }
        }
        for (kind, price) in Catalogue.accessories {
            for (index, design) in ["标准款", "轻薄款", "联名款", "磁吸款", "Pro 款"].enumerated() {
                let own = (price * (1 + 0.12 * Double(index))).rounded()
                add(spu: "accessory", name: "\(kind) \(design)", category: 5, price: own)
            }
        }
        describe(random: &random)
        for product in products {
            table.add(
                product.sku, product.spu, product.name, Sales.categories[product.category], Cents(yuan: product.price),
                product.isHero, product.isPresale, product.stockDays, product.slowCause)
        }
        addBundles(random: &random)
    }

    private mutating func add(spu: String, name: String, category: Int, price: Double) {
        let number = products.count + 1
        let sku = "SKU\(number < 100 ? "0" : "")\(twoDigits(number))"
        products.append(Product(sku: sku, spu: spu, name: name, category: category, price: price))
    }

    /// Marks best sellers, presale goods and the 24 slow movers: 17 of the 50 accessories and 7 others.
    private mutating func describe(random: inout SplitMix64) {
        var accessories = products.indices.filter { products[$0].category == 5 }
        var others = products.indices.filter { (3...4).contains(products[$0].category) && products[$0].spu != "buds" }
        random.shuffle(&accessories)
        random.shuffle(&others)
        let slow = Array(accessories.prefix(17)) + Array(others.prefix(7))
        for index in products.indices {
            products[index].weight = random.noise(0.85) * 1.2
            products[index].stockDays = random.integer(14...58)
            products[index].isPresale = ["mate60", "fold", "watch_gt", "tablet"].contains(products[index].spu)
        }
        for (position, index) in slow.enumerated() {
            products[index].stockDays = random.integer(61...138)
            // Twenty of 24 are undifferentiated, four have a weak page: 83 % and 17 %.
            products[index].slowCause = position % 6 == 5 ? "weak_page" : "undifferentiated"
            products[index].weight *= 0.3
            products[index].isBundled = position < 20
            products[index].isReactivated = position < 15
        }
        for spu in ["mate60", "p_series", "watch_gt", "buds", "tablet"] {
            if let first = products.firstIndex(where: { $0.spu == spu }) { products[first].isHero = true }
        }
    }

    /// The deck's 28.7 % of the best sellers' orders took the companion, too.
    private mutating func addBundles(random: inout SplitMix64) {
        let heroes = products.filter(\.isHero)
        let bundled = products.filter(\.isBundled)
        let shown = bundled.map { _ in random.integer(1800...5200) }
        let total = Int((Double(shown.reduce(0, +)) * 0.287).rounded())
        let joint = Spread.integers(
            zip(bundled, shown).map { Double($1) * ($0.isReactivated ? 1 : 0.45) * random.noise(0.4) }, total: total)
        for (index, product) in bundled.enumerated() {
            bundles.add(
                "B\(twoDigits(index + 1))", heroes[index % heroes.count].sku, product.sku, shown[index], joint[index])
        }
    }
}
