/// Daily sales and visitors of each product: they add up to `sales` by day and category, to the cent.
struct ProductSales {
    private(set) var table = CSVTable(
        "product_sales", ["date", "sku", "view_uv", "cart_uv", "paid_uv", "units", "gmv"])
    /// By day and product.
    private(set) var units: [[Int]] = []

    /// Mate60's share of all phone sales that makes 19.3 % of the whole: 0.193 ÷ 0.469.
    private static let heroShareOfPhones = 0.193 / 0.469

    init(sales: Sales, catalogue: Catalogue, seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let products = catalogue.products
        let rates = ProductSales.rates(of: products, random: &random)
        var gmv = Array(repeating: Array(repeating: 0, count: products.count), count: Span.campaign.count)
        for category in Sales.categories.indices {
            let members = products.indices.filter { products[$0].category == category }
            for day in Span.campaign.indices {
                var weights = members.map { index -> Double in
                    // Bundled from 9 June on, the sleepers sell as well as a good accessory.
                    let isAwake = products[index].isReactivated && day >= 20
                    return products[index].price * (isAwake ? 3.1 : products[index].weight) * random.noise(0.3)
                }
                if category == 0 { ProductSales.setHero(&weights, members: members, products: products, day: day) }
                let parts = Spread.integers(weights, total: sales.gmvByDayAndCategory[day][category])
                for (index, part) in zip(members, parts) { gmv[day][index] = part }
            }
        }
        for (day, date) in Span.campaign.enumerated() {
            var sold: [Int] = []
            for (index, product) in products.enumerated() {
                let count = max(1, Int((Double(gmv[day][index]) / 100 / (product.price * 0.93)).rounded()))
                let paid = max(1, Int((Double(count) / 1.06).rounded()))
                let cart = max(paid, Int((Double(paid) / (rates[index].pay * random.noise(0.03))).rounded()))
                let view = max(cart, Int((Double(cart) / (rates[index].cart * random.noise(0.03))).rounded()))
                table.add(date.text, product.sku, view, cart, paid, count, Cents(gmv[day][index]))
                sold.append(count)
            }
            units.append(sold)
        }
    }

    /// The Pro models sell out on the third day and come back on the sixth; the series' share of the campaign stays.
    private static func setHero(
        _ weights: inout [Double], members: [Int], products: [Catalogue.Product], day: Int
    ) {
        let heroes = members.indices.filter { products[members[$0]].spu == "mate60" }
        let isShort = (Span.weekStart + 3..<Span.weekStart + 5).contains(day)
        if isShort {
            for index in heroes where products[members[index]].name.contains("Pro") { weights[index] *= 0.02 }
        }
        let heroSum = heroes.map { weights[$0] }.reduce(0, +)
        let rest = weights.reduce(0, +) - heroSum
        // What the two short days lose, the others sell: 19.3 % holds over the campaign.
        let share = heroShareOfPhones * (isShort ? 0.62 : 1.0412)
        for index in heroes { weights[index] *= share / (1 - share) * rest / heroSum }
    }

    /// View-to-cart and cart-to-pay: 18.9 % and 81.2 % for the best tenth, less for the others.
    private static func rates(
        of products: [Catalogue.Product], random: inout SplitMix64
    ) -> [(cart: Double, pay: Double)] {
        var order = products.indices.filter { products[$0].slowCause.isEmpty && products[$0].spu != "mate60" }
        random.shuffle(&order)
        let best = Set(products.indices.filter { products[$0].spu == "mate60" } + order.prefix(9))
        return products.indices.map { index in
            let cart = 0.098 * random.noise(0.35)
            let pay = 0.49 * random.noise(0.3)
            return best.contains(index) ? (0.189, 0.8108) : (cart, pay)
        }
    }
}
