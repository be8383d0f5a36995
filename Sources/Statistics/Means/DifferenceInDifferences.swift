/// What changed beyond what changed elsewhere: (treated after − before) − (control after − before).
///
/// D. Card and A. B. Krueger, American Economic Review 84 (1994), 772–793. From one pair of values a day, by Welch's test of the daily gap
/// before against the daily gap after: what moves both alike falls out, and days need not be equally noisy. A gap has no lift.
/// - Parameter days: treated and control of each day, in order.
public func differenceInDifferences(
    before: [(treated: Double, control: Double)], after: [(treated: Double, control: Double)]
) -> Welch? {
    let gaps = (before + after).map { $0.treated - $0.control }
    // About their mean, so that no digits are lost in the squares.
    let mean = gaps.reduce(0, +) / Double(max(1, gaps.count)), rest = gaps.map { $0 - mean }
    return Welch(control: Moments(Array(rest.prefix(before.count))), treatment: Moments(Array(rest.dropFirst(before.count))))
}
