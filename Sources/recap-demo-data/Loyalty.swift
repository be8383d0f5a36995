import Foundation

/// Members' orders over the half-year: each buys at a pace of their own and may stop after any order, as the BG/NBD model has it
/// (r 0.8, α 60 days, a 0.7, b 2.6), and each has a mean order value of their own.
enum Loyalty {
    static func table(seed: UInt64) -> CSVTable {
        var random = SplitMix64(seed: seed)
        var table = CSVTable("loyalty", ["member_id", "first_order_on", "last_order_on", "orders", "spend"])
        let start = Day(2025, 1, 1), end = Day(2025, 6, 30)
        for index in 0..<3000 {
            let first = start + random.integer(0...150)
            let pace = gamma(0.8, &random) / 60, stop = beta(0.7, 2.6, &random), level = 1650 * (0.55 + gamma(3, &random) / 6.7)
            var day = Double(first.number), last = first, orders = 1
            var spend = level * random.noise(0.6)
            while random.uniform() >= stop {
                day += -log(1 - random.uniform()) / max(pace, 1e-6)
                guard day <= Double(end.number) else { break }
                last = Day(number: Int(day))
                orders += 1
                spend += level * random.noise(0.6)
            }
            table.add("M\(20_000 + index)", first.text, last.text, orders, Cents(yuan: spend))
        }
        return table
    }

    /// Marsaglia and Tsang's method, with the usual step for shapes below 1.
    private static func gamma(_ shape: Double, _ random: inout SplitMix64) -> Double {
        if shape < 1 { return gamma(shape + 1, &random) * pow(1 - random.uniform(), 1 / shape) }
        let d = shape - 1.0 / 3, c = 1 / (9 * d).squareRoot()
        while true {
            let x = (-2 * log(1 - random.uniform())).squareRoot() * cos(2 * Double.pi * random.uniform()), v = (1 + c * x) * (1 + c * x) * (1 + c * x)
            if v > 0, log(1 - random.uniform()) < 0.5 * x * x + d - d * v + d * log(v) { return d * v }
        }
    }

    private static func beta(_ a: Double, _ b: Double, _ random: inout SplitMix64) -> Double {
        let x = gamma(a, &random), y = gamma(b, &random)
        return x / (x + y)
    }
}
