/// Visitors who viewed, put into the cart and paid, by day, channel group, position and offer.
struct Funnel {
    static let groups = ["owned", "paid", "platform", "earned"]
    static let positions = ["home", "search", "venue", "live"]
    static let offers = ["flash", "presale", "threshold", "discount", "none"]

    private(set) var table = CSVTable(
        "funnel", ["date", "channel_group", "position", "offer", "price_type", "view_uv", "cart_uv", "paid_uv"])
    /// Visitors who viewed a product, per day: last year, spring, campaign.
    private(set) var viewsByDay: [[Int]] = [[], [], []]
    private(set) var paidTotals = [0, 0, 0]

    /// How one period's visitors behave. Rates are of the offer; positions shift them.
    private struct Rates {
        var views: Double
        var viewToCart: Double
        var cartToPay: Double
        /// Shares of the views.
        var offers: [Double]
        /// Paid per view.
        var offerRates: [Double]
        /// Cart per view at home and on the search page.
        var home: Double
        var search: Double
        /// Share of the carts with a discount, and paid per cart with and without one.
        var discounted = 0.0
        var discountedRate = 0.0
        var regularRate = 0.0
    }

    init(sales: Sales, seed: UInt64) {
        var random = SplitMix64(seed: seed)
        // Spring and last year have no stated slices; the campaign's are the deck's.
        let lastYear = Rates(
            views: 15_965_000, viewToCart: 0.1107, cartToPay: 0.551, offers: [0.10, 0.05, 0.10, 0.50, 0.25],
            offerRates: [0.101, 0.078, 0.054, 0.058, 0.049], home: 0.131, search: 0.089, discounted: 0.54,
            discountedRate: 0.668, regularRate: 0.4136)
        let spring = Rates(
            views: 5_210_000, viewToCart: 0.096, cartToPay: 0.517, offers: [0.02, 0.02, 0.06, 0.35, 0.55],
            offerRates: [0.085, 0.070, 0.055, 0.058, 0.0436], home: 0.112, search: 0.081, discounted: 0.43,
            discountedRate: 0.604, regularRate: 0.4514)
        let campaign = Rates(
            views: 15_870_000, viewToCart: 0.128, cartToPay: 0.586, offers: [0.12, 0.06, 0.08, 0.52, 0.22],
            offerRates: [0.123, 0.095, 0.063, 0.07, 0.123 / 2.1], home: 0.153, search: 0.097, discounted: 0.5552,
            discountedRate: 0.723, regularRate: 0.415)
        let orders = sales.ordersByDay.map(Double.init)
        let flat = Span.spring.map { $0.isWeekend ? 1.15 : 1.0 }
        add(lastYear, days: Span.lastYear, demand: orders, period: 0, random: &random)
        add(spring, days: Span.spring, demand: flat, period: 1, random: &random)
        add(campaign, days: Span.campaign, demand: orders, period: 2, random: &random)
    }

    private struct Cell {
        var day: Int
        var group: Int
        var position: Int
        var offer: Int
        /// 0 discounted, 1 regular.
        var price: Int { offer == 0 || offer == 3 ? 0 : 1 }
    }

    private mutating func add(
        _ rates: Rates, days: [Day], demand: [Double], period: Int, random: inout SplitMix64
    ) {
        var cells: [Cell] = []
        for day in days.indices {
            for group in Funnel.groups.indices {
                for position in Funnel.positions.indices {
                    for offer in Funnel.offers.indices {
                        cells.append(Cell(day: day, group: group, position: position, offer: offer))
                    }
                }
            }
        }
        let total = demand.reduce(0, +)
        // On quiet days people look more than they buy.
        let interest = demand.map { 0.72 * $0 / total + 0.28 / Double(days.count) }
        let shares = [[0.48, 0.26, 0.14, 0.12], [0.38, 0.30, 0.22, 0.10], rates.offers]
        var views = cells.map { cell in
            interest[cell.day] * shares[0][cell.group] * shares[1][cell.position] * shares[2][cell.offer]
                * random.noise(0.3)
        }
        let price = cells.map(\.price)
        let position = cells.map(\.position)
        let offer = cells.map(\.offer)
        Spread.fit(
            &views,
            to: [
                .init(group: cells.map(\.group), totals: shares[0].map { $0 * rates.views }),
                .init(group: position, totals: shares[1].map { $0 * rates.views }),
                .init(group: offer, totals: shares[2].map { $0 * rates.views }),
                .init(group: cells.map(\.day), totals: interest.map { $0 * rates.views }),
            ])
        let carts = rates.views * rates.viewToCart
        let atHome = 0.38 * rates.views * rates.home
        let atSearch = 0.30 * rates.views * rates.search
        var cart = zip(views, cells).map { view, cell in
            view * Funnel.eagerness[cell.offer] * [1.05, 0.95, 0.9, 1][cell.group] * random.noise(0.15)
        }
        Spread.fit(
            &cart,
            to: [
                .init(group: price, totals: [carts * rates.discounted, carts * (1 - rates.discounted)]),
                .init(
                    group: position,
                    totals: [atHome, atSearch] + [0.66, 0.34].map { $0 * (carts - atHome - atSearch) }),
                .init(
                    group: cells.map(\.day),
                    totals: days.indices.map { carts * (0.85 * demand[$0] / total + 0.15 * interest[$0]) }),
            ], rounds: 80)
        let pays = carts * rates.cartToPay
        let discounted = carts * rates.discounted * rates.discountedRate
        var paid = zip(cart, cells).map { $0 * [1.08, 0.9, 0.85, 1][$1.group] * random.noise(0.15) }
        let offered = zip(rates.offers, rates.offerRates).map { $0 * $1 * rates.views }
        Spread.fit(
            &paid,
            to: [
                .init(group: cells.map(\.day), totals: demand.map { $0 / total * pays }),
                // Flash sale, presale and ordinary goods have stated rates; the others take what is left of their price.
                .init(group: offer, totals: [offered[0], offered[1], nil, nil, offered[4]]),
                .init(group: price, totals: [discounted, pays - discounted]),
            ], rounds: 120)
        write(cells, days: days, views: views, cart: cart, paid: paid, period: period)
    }

    /// How readily goods of each offer go into the cart, against all goods.
    private static let eagerness = [1.33, 1.48, 1.29, 0.76, 1.15]

    private mutating func write(
        _ cells: [Cell], days: [Day], views: [Double], cart: [Double], paid: [Double], period: Int
    ) {
        let groups = cells.map { $0.position * 5 + $0.offer }
        let counts = [views, cart, paid].map { Spread.integers($0, groups: groups) }
        viewsByDay[period] = Array(repeating: 0, count: days.count)
        for (index, cell) in cells.enumerated() {
            let view = counts[0][index]
            let inCart = min(view, counts[1][index])
            let bought = min(inCart, counts[2][index])
            viewsByDay[period][cell.day] += view
            paidTotals[period] += bought
            table.add(
                days[cell.day].text, Funnel.groups[cell.group], Funnel.positions[cell.position],
                Funnel.offers[cell.offer],
                cell.price == 0 ? "discounted" : "regular", view, inCart, bought)
        }
    }
}
