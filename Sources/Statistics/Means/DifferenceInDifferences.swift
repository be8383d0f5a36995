/// What changed beyond what changed elsewhere: (treated after − before) − (control after − before).
///
/// D. Card and A. B. Krueger, American Economic Review 84 (1994), 772–793. From one pair of values a day, by Welch's test of the daily gap
/// before against the daily gap after: what moves both alike falls out, and days need not be equally noisy.
/// - Parameter days: treated and control of each day, in order.
public func differenceInDifferences(
    before: [(treated: Double, control: Double)], after: [(treated: Double, control: Double)]
) -> Welch? {
    func gaps(_ days: [(treated: Double, control: Double)]) -> Moments {
        // About their mean, so that no digits are lost in the squares.
        let values = days.map { $0.treated - $0.control }
        return Moments(values)
    }
    return Welch(control: gaps(before), treatment: gaps(after))
}
