import Foundation

/// Randomised trials beyond those counted in `experiments`: money by variant, prices by day, audiences by size, releases by stage.
enum Trials {
    /// Revenue a person, simulated for each one: lifts of 6, 4, 1 and 3 %, and a correlation of about 0.55 with the four weeks before.
    static func values(seed: UInt64) -> CSVTable {
        var random = SplitMix64(seed: seed)
        var table = CSVTable(
            "experiment_values", ["exp_id", "variant", "people", "y_sum", "y_squares", "x_sum", "x_squares", "xy_sum", "d_sum", "d_squares", "yd_sum"])
        for (name, lift) in [("ar_tryon", 0.06), ("recommendation", 0.04), ("cta_button", 0.01), ("landing_scene", 0.03)] {
            for variant in ["control", "treatment"] {
                let people = 20_000 + random.integer(-150...150)
                var sums = [Double](repeating: 0, count: 8)
                for _ in 0..<people {
                    let taste = random.uniform() * random.uniform() * 2
                    let before = (taste * 900 * random.noise(1.1)).rounded(), sessions = Double(1 + random.integer(0...3))
                    let outcome = (taste * 700 * random.noise(1.2) * (0.7 + 0.15 * sessions) * (variant == "treatment" ? 1 + lift : 1)).rounded()
                    for (index, value) in [outcome, outcome * outcome, before, before * before, outcome * before, sessions, sessions * sessions, outcome * sessions].enumerated() { sums[index] += value }
                }
                let whole = sums.map { Int($0) }
                table.add(name, variant, people, whole[0], whole[1], whole[2], whole[3], whole[4], whole[5], whole[6], whole[7])
            }
        }
        return table
    }

    /// Prices set at random among five levels each day. Elasticities: phone −1.4, computer −1.6, wearable −2.2, smart_home −1.8, audio −2.0,
    /// accessory −2.6.
    static func prices(catalogue: Catalogue, seed: UInt64) -> CSVTable {
        var random = SplitMix64(seed: seed)
        var table = CSVTable("price_days", ["date", "sku", "price", "units", "views"])
        let elasticities = [-1.4, -1.6, -2.2, -1.8, -2.0, -2.6]
        var chosen: [Catalogue.Product] = []
        for category in 0..<6 { chosen += catalogue.products.filter { $0.category == category }.prefix(category == 0 || category == 5 ? 2 : 1) }
        for product in chosen {
            let base = 4_800_000 / product.price * 0.1 + 40
            for day in Span.campaign {
                let level = [0.8, 0.85, 0.9, 0.95, 1.0][random.integer(0...4)]
                let units = base * pow(level, elasticities[product.category]) * random.noise(0.4)
                table.add(day.text, product.sku, Cents(yuan: (product.price * level).rounded()), max(1, Int(units.rounded())), Int(units * 24 * random.noise(0.2)))
            }
        }
        return table
    }

    /// A seed audience widened step by step: reach up by 300 %, the cost of a conversion by 18 %.
    static func audiences(seed: UInt64) -> CSVTable {
        var random = SplitMix64(seed: seed)
        var table = CSVTable("audience_scale", ["step", "people", "spend", "conversions"])
        for step in 1...8 {
            let people = 200_000.0 * (1 + 3 * Double(step - 1) / 7)
            let cost = 42.0 * pow(people / 200_000, 0.1194), conversions = (people * 0.012).rounded()
            table.add(step, Int(people), Cents(yuan: conversions * cost * random.noise(step == 1 || step == 8 ? 0 : 0.008)), Int(conversions))
        }
        return table
    }

    /// Releases by stage. The third one really fails more often.
    static func canaries(seed: UInt64) -> CSVTable {
        var random = SplitMix64(seed: seed)
        var table = CSVTable("canary", ["release_id", "stage", "variant", "requests", "errors"])
        for release in 1...4 {
            for stage in [0.05, 0.2, 0.5] {
                if release == 3, stage > 0.05 { continue }
                let all = 2_400_000.0
                for (variant, share, rate) in [("stable", 1 - stage, 0.0012), ("canary", stage, release == 3 ? 0.0031 : 0.0012)] {
                    let requests = all * share * random.noise(0.004)
                    table.add("R\(release)", "\(Int(stage * 100))", variant, Int(requests), Int((requests * rate * random.noise(0.05)).rounded()))
                }
            }
        }
        return table
    }
}
