/// Sales by offer, coupons and experiments.
enum Promotions {
    /// Adds up to `sales` by day; a flash sale's goods come back twice as often as others.
    static func sales(sales: Sales, funnel: Funnel, seed: UInt64) -> CSVTable {
        var random = SplitMix64(seed: seed)
        var table = CSVTable("promo_sales", ["date", "offer", "orders", "gmv", "discount", "returned_orders"])
        let shares = [0.1968, 0.076, 0.0672, 0.488, 0.172]
        // Against ordinary goods: spend-and-save lifts an order by 22 %, a discount by 8 %.
        let values = [0.88, 1.31, 1.22, 1.08, 1.0]
        let scale = 1669 / zip(shares, values).map(*).reduce(0, +)
        let returned = [0.08, 0.036, 0.034, 0.041, 0.031]
        var cells: [(day: Int, offer: Int)] = []
        for day in Span.campaign.indices { for offer in shares.indices { cells.append((day, offer)) } }
        let dayOrders = sales.ordersByDay.map(Double.init)
        let dayGMV = sales.gmvByDay.map(Double.init)
        let totalOrders = dayOrders.reduce(0, +)
        let totalGMV = dayGMV.reduce(0, +)
        let days = cells.map(\.day)
        let offers = cells.map(\.offer)
        var orders = cells.map { dayOrders[$0.day] * shares[$0.offer] * random.noise(0.25) }
        Spread.fit(
            &orders,
            to: [.init(group: offers, totals: shares.map { $0 * totalOrders }), .init(group: days, totals: dayOrders)])
        let counts = Spread.integers(orders, groups: days)
        var gmv = cells.indices.map { Double(counts[$0]) * values[offers[$0]] * scale * random.noise(0.05) }
        let offerGMV = zip(shares, values).map { $0 * $1 * scale / 1669 * totalGMV }
        Spread.fit(&gmv, to: [.init(group: offers, totals: offerGMV), .init(group: days, totals: dayGMV)])
        let cents = Spread.integers(gmv, groups: days)
        let back = Spread.integers(
            cells.indices.map { Double(counts[$0]) * returned[offers[$0]] * random.noise(0.2) }, groups: offers)
        let depth = [0.16, 0.06, 0.055, 0.085, 0.01]
        for (index, cell) in cells.enumerated() {
            table.add(
                Span.campaign[cell.day].text, Funnel.offers[cell.offer], counts[index], Cents(cents[index]),
                Cents(Int(Double(cents[index]) * depth[cell.offer] * random.noise(0.2))), back[index])
        }
        return table
    }

    /// Member coupons are used by 78 %, general ones by 37 %.
    static var coupons: CSVTable {
        var table = CSVTable(
            "promos", ["promo_id", "name", "type", "threshold", "discount", "issued", "claimed", "used"])
        let all: [(String, String, Int, Int, Int, Int, Double)] = [
            ("满 1000 减 40", "threshold", 1000, 40, 0, 0, 0), ("满 3000 减 150", "threshold", 3000, 150, 0, 0, 0),
            ("满 5000 减 300", "threshold", 5000, 300, 0, 0, 0),
            ("会员专属券 100", "member", 1200, 100, 260_000, 214_000, 0.792),
            ("会员专属券 300", "member", 3600, 300, 120_000, 96_000, 0.7525),
            ("通用券 30", "general", 300, 30, 900_000, 612_000, 0.381),
            ("通用券 80", "general", 900, 80, 520_000, 338_000, 0.359),
            ("通用券 20", "general", 200, 20, 300_000, 186_000, 0.354),
        ]
        for (index, entry) in all.enumerated() {
            let used = Int((Double(entry.5) * entry.6).rounded())
            table.add(
                "C\(twoDigits(index + 1))", entry.0, entry.1, Cents(entry.2 * 100), Cents(entry.3 * 100), entry.4,
                entry.5, used)
        }
        return table
    }

    /// Randomised comparisons: how many were shown each variant, how many did what was hoped for, and their dwell time.
    static var experiments: CSVTable {
        var table = CSVTable(
            "experiments", ["exp_id", "variant", "segment", "started_on", "ended_on", "n", "x", "dwell_s"])
        let all: [(id: String, segment: String, start: String, n: Int, control: Double, lift: Double)] = [
            ("ar_tryon", "all", "2025-06-01", 84_000, 0.0513, 1.23),
            ("entry_popup", "all", "2025-05-24", 61_000, 0.064, 1.118),
            ("recommendation", "members", "2025-06-02", 96_000, 0.083, 1.27),
            ("slogan", "all", "2025-05-26", 72_000, 0.0318, 1.34),
            ("slogan", "premium", "2025-05-26", 18_500, 0.0402, 0.91),
            ("landing_scene", "all", "2025-05-28", 58_000, 0.0294, 1.28),
            ("young_offer", "18-30", "2025-06-03", 43_000, 0.072, 1.47),
            ("cta_button", "all", "2025-05-22", 88_000, 0.118, 1.32),
            ("asset_3d", "all", "2025-05-25", 120_000, 0.0119, 1.317),
            ("geofence", "stores", "2025-06-05", 26_000, 0.0215, 1.082),
        ]
        for entry in all {
            for (variant, lift) in [("control", 1.0), ("treatment", entry.lift)] {
                // Assignment is random, so the arms' sizes differ a little.
                let n = entry.n + (variant == "control" ? -1 : 1) * (entry.n % 173)
                let dwell = variant == "control" ? 402.0 : entry.id == "ar_tryon" ? 684 : 409
                table.add(
                    entry.id, variant, entry.segment, entry.start, "2025-06-18", n,
                    Int((Double(n) * entry.control * lift).rounded()), Int(Double(n) * dwell))
            }
        }
        return table
    }
}
