import Foundation

/// What an experiment on a rate can see, for two groups of one size, a two-sided test at 5 % and the power given.
///
/// J. L. Fleiss, B. Levin, M. C. Paik, "Statistical methods for rates and proportions", 3rd ed., 2003, formula 4.14.
public enum Power {
    /// People needed in each group to tell `rate` from `rate × (1 + lift)`.
    public static func sampleSize(rate: Double, lift: Double, power: Double = 0.8) -> Double? {
        let other = rate * (1 + lift)
        guard rate > 0, rate < 1, other > 0, other < 1, other != rate, power > 0, power < 1 else { return nil }
        let middle = (rate + other) / 2, z = Normal.quantile(power)
        let top = z95 * (2 * middle * (1 - middle)).squareRoot() + z * (rate * (1 - rate) + other * (1 - other)).squareRoot()
        return top * top / ((other - rate) * (other - rate))
    }

    /// The smallest relative lift that so many people in each group would show.
    public static func detectableLift(rate: Double, count: Double, power: Double = 0.8) -> Double? {
        guard rate > 0, rate < 1, count > 1 else { return nil }
        let most = (1 - 1e-9) / rate - 1
        guard most > 1e-12, let needed = sampleSize(rate: rate, lift: most, power: power), needed <= count else { return nil }
        return bisect(1e-12, most) { lift in (sampleSize(rate: rate, lift: lift, power: power) ?? .infinity) > count }
    }
}
