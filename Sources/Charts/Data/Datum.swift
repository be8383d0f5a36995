/// A value that can be placed along an axis.
public enum Datum: Hashable, Sendable {
    /// A category.
    case text(String)
    /// Days since 1970-01-01.
    case day(Int)
    /// nil is a missing number, shown as missing.
    case number(Double?)

    /// nil for categories, days, and numbers that are missing or not finite.
    var number: Double? {
        guard case .number(let number?) = self, number.isFinite else { return nil }
        return number
    }

    var isNumber: Bool { if case .number = self { true } else { false } }
}

/// A value with the words that say what it is: they feed tooltips and the description.
public struct PlottableValue: Sendable {
    public var label: String
    public var datum: Datum

    public static func value(_ label: String, _ text: String) -> PlottableValue { PlottableValue(label: label, datum: .text(text)) }
    public static func value(_ label: String, _ number: Double?) -> PlottableValue { PlottableValue(label: label, datum: .number(number)) }
    /// - Parameter day: days since 1970-01-01.
    public static func value(_ label: String, day: Int) -> PlottableValue { PlottableValue(label: label, datum: .day(day)) }
}
