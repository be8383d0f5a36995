/// What a number counts; it decides how the number is written and which claims may be typed for it.
public enum Unit: Hashable, Sendable, Codable {
    /// An amount in the campaign's currency.
    case money
    /// A share or rate, stored as a fraction: 0.128 is shown as 12.8 %.
    case percent
    /// A multiple: 3.2 is shown as 3.2 倍 or 3.2×.
    case times
    /// Things counted, with the noun that the page's language uses for them; empty for none.
    case count(noun: String)
    case seconds, minutes, hours, days
    /// A plain number: an index, a score, a ratio such as ROAS.
    case number

    /// The names that `unit:` takes in metrics.yaml and tables.yaml; `count` also as `{count: 单}`.
    public static let names: [String: Unit] = [
        "money": .money, "percent": .percent, "times": .times, "count": .count(noun: ""), "seconds": .seconds,
        "minutes": .minutes, "hours": .hours, "days": .days, "number": .number,
    ]

    /// How many seconds one of the unit is; nil for what is no time.
    public var seconds: Int? {
        switch self {
        case .seconds: 1
        case .minutes: 60
        case .hours: 3600
        case .days: 86400
        default: nil
        }
    }

    /// The name as it is written in metrics.yaml and metrics.json.
    public var name: String {
        switch self {
        case .count(let noun) where !noun.isEmpty: "count:\(noun)"
        default: Unit.names.first { $0.value == self }?.key ?? "number"
        }
    }
}

/// Whether more is better; it decides the verdict on a target.
public enum Direction: String, Hashable, Sendable, CaseIterable, Codable { case higher, lower, none }
