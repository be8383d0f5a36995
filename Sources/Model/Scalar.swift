public import Foundation

/// One typed cell as an engine returns it.
public enum Scalar: Hashable, Sendable, Codable {
    case missing
    case text(String)
    case integer(Int64)
    case decimal(Decimal)
    case double(Double)
    case boolean(Bool)
    case day(Day)
    /// A moment, `YYYY-MM-DD HH:MM:SS` in the campaign's zone, with its offset.
    case moment(String)

    /// The value as a CSV file or a slice names it; empty where it is missing.
    public var text: String {
        switch self {
        case .missing: ""
        case .text(let text), .moment(let text): text
        case .integer(let integer): String(integer)
        case .decimal(let decimal): decimal.description
        case .double(let double): Number(double)?.plainText ?? ""
        case .boolean(let boolean): boolean ? "true" : "false"
        case .day(let day): day.description
        }
    }

    /// Days and parts of days since 1970-01-01, on the campaign's clock; nil for what is no time.
    public var moment: Double? {
        switch self {
        case .day(let day): return Double(day.number)
        case .moment(let text):
            let parts = text.split { $0 == " " || $0 == "T" }
            guard parts.count == 2, let day = Day(String(parts[0])) else { return nil }
            let clock = parts[1].prefix { $0.isNumber || $0 == ":" || $0 == "." }.split(separator: ":").map { Double($0) ?? 0 }
            guard clock.count >= 2 else { return nil }
            return Double(day.number) + (clock[0] * 3600 + clock[1] * 60 + (clock.count > 2 ? clock[2] : 0)) / 86_400
        default: return nil
        }
    }

    /// nil for what is no number.
    public var number: Number? {
        switch self {
        case .integer(let integer): .exact(Decimal(integer))
        case .decimal(let decimal): .exact(decimal)
        case .double(let double): Number(double.rounded(significant: 12))
        default: nil
        }
    }
}

extension Scalar: Comparable {
    /// Missing last; numbers and days by size; all else by code point, so that the order is the same on any machine.
    public static func < (left: Scalar, right: Scalar) -> Bool {
        switch (left, right) {
        case (.missing, _): false
        case (_, .missing): true
        case (.day(let a), .day(let b)): a < b
        default:
            if let a = left.number, let b = right.number { a < b } else {
                left.text.unicodeScalars.lexicographicallyPrecedes(right.text.unicodeScalars)
            }
        }
    }
}

/// Rows of typed cells under named columns, as a query returns them.
public struct ResultTable: Sendable, Codable {
    public var columns: [String]
    public var rows: [[Scalar]]

    public init(columns: [String], rows: [[Scalar]]) {
        self.columns = columns
        self.rows = rows
    }
}
