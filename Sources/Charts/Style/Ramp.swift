/// Colours in order, for a number's size, and the colour of text upon each.
struct Ramp: Sendable {
    let steps: [String]
    /// The steps dark enough for white text.
    let deep: Set<Int>

    /// White or near-black: at least 4.5:1 on the step (WCAG 2.2, success criterion 1.4.3).
    ///
    /// No step has an L* between 50 and 54, where neither would reach it.
    func textOn(_ step: Int) -> String { deep.contains(step) ? "#ffffff" : "#16181d" }
}
