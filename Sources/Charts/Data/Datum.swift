/// A value that can be placed along an axis.
public enum Datum: Hashable, Sendable {
    /// A category.
    case text(String)
    /// A calendar day: days since 1970-01-01.
    case day(Int)
    /// A moment of a calendar's clock: days and parts of days since 1970-01-01.
    case moment(Double)
    /// nil is a missing number, shown as missing.
    case number(Double?)

    /// Where it lies on an axis of numbers or of time; nil for categories and for what is missing or not finite.
    var number: Double? {
        switch self {
        case .number(let number?), .moment(let number): number.isFinite ? number : nil
        case .day(let day): Double(day)
        case .number(nil), .text: nil
        }
    }

    var isNumber: Bool { if case .number = self { true } else { false } }
    var isTime: Bool { switch self { case .day, .moment: true; default: false } }
    var isText: Bool { if case .text = self { true } else { false } }
}

/// A value with the words that say what it is: they feed tooltips and the description.
public struct PlottableValue: Sendable {
    public var label: String
    public var datum: Datum

    public static func value(_ label: String, _ text: String) -> PlottableValue { PlottableValue(label: label, datum: .text(text)) }
    public static func value(_ label: String, _ number: Double?) -> PlottableValue { PlottableValue(label: label, datum: .number(number)) }
    /// - Parameter day: days since 1970-01-01.
    public static func value(_ label: String, day: Int) -> PlottableValue { PlottableValue(label: label, datum: .day(day)) }
    /// - Parameter moment: days and parts of days since 1970-01-01.
    public static func value(_ label: String, moment: Double) -> PlottableValue { PlottableValue(label: label, datum: .moment(moment)) }
}

extension PlottableValue {
    /// A category's name; its label for all else.
    var name: String { if case .text(let name) = datum { name } else { label } }
}

/// What a mark covers along one axis: a place, or all from one to another.
enum Span: Sendable {
    case at(PlottableValue)
    case range(PlottableValue, PlottableValue)

    var ends: [Datum] {
        switch self {
        case .at(let value): [value.datum]
        case .range(let start, let end): [start.datum, end.datum]
        }
    }

    var first: Datum {
        switch self {
        case .at(let value), .range(let value, _): value.datum
        }
    }
}
