import Foundation
import Model

/// What a column of a result holds, whatever the engine calls it.
enum CellKind {
    case integer, decimal, double, boolean, day, moment, text

    /// A cell from the text that PostgreSQL and the Spark driver give; nil is null.
    func scalar(_ text: String?) -> Scalar {
        guard let text else { return .missing }
        switch self {
        case .integer: return Int64(text).map(Scalar.integer) ?? CellKind.decimal.scalar(text)
        case .decimal: return text.first?.isLetter == true ? .missing : Decimal(string: text).map(Scalar.decimal) ?? .text(text)
        case .double: return Scalar(double: text)
        case .boolean: return .boolean(text.hasPrefix("t"))
        case .day: return Day(text).map(Scalar.day) ?? .text(text)
        case .moment: return .moment(text)
        case .text: return .text(text)
        }
    }

    /// Whether a column of this kind can be read as declared without losing anything that a look at the values would not show.
    func fits(_ declared: ColumnType) -> Bool {
        switch declared {
        case .text: self == .text
        case .integer: self == .integer
        case .double: [.double, .integer, .decimal].contains(self)
        case .boolean: self == .boolean
        case .date: self == .day
        case .timestamp: self == .moment
        case .decimal: [.decimal, .integer].contains(self)
        }
    }

    /// How a message calls it.
    var name: String {
        switch self {
        case .integer: "integer"
        case .decimal: "decimal"
        case .double: "double"
        case .boolean: "boolean"
        case .day: "date"
        case .moment: "timestamp"
        case .text: "text"
        }
    }
}

extension Scalar {
    /// A double as every engine gives it: of 12 digits, since the last ones depend on the order in which rows were added; missing where it
    /// is infinite or no number.
    init(double text: String) {
        self = Double(text).flatMap { $0.isFinite ? .double($0.rounded(significant: 12)) : nil } ?? .missing
    }
}

/// A column of a relation or a result, as the engine describes it.
struct EngineColumn: Sendable {
    var name: String
    var kind: CellKind
    /// A moment with a zone.
    var isZoned = false
    /// Of a decimal, where it is declared.
    var scale: Int?
}
