import Foundation
import Model

/// One line of the program's JSON output: an object of plain values.
enum DuckDBRow {
    struct Field {
        var name: String
        /// nil for null.
        var text: String?
        var isQuoted = false
    }

    /// The object's members in order, each value as its text.
    /// - Throws: `EngineError` where the line is no such object.
    static func fields(of line: String) throws -> [Field] {
        var reader = Reader(bytes: Array(line.utf8))
        guard let fields = reader.object() else {
            throw EngineError(message: "the engine's answer can't be read: \(line.prefix(120))")
        }
        return fields
    }

    /// Reads the bytes of a flat JSON object; nested values come as their own text.
    private struct Reader {
        let bytes: [UInt8]
        var index = 0

        mutating func object() -> [Field]? {
            guard take(UInt8(ascii: "{")) else { return nil }
            var fields: [Field] = []
            if take(UInt8(ascii: "}")) { return fields }
            repeat {
                guard let name = string(), take(UInt8(ascii: ":")) else { return nil }
                let isQuoted = index < bytes.count && bytes[index] == UInt8(ascii: "\"")
                fields.append(Field(name: name, text: value(), isQuoted: isQuoted))
            } while take(UInt8(ascii: ","))
            return take(UInt8(ascii: "}")) ? fields : nil
        }

        private mutating func take(_ byte: UInt8) -> Bool {
            while index < bytes.count, bytes[index] == 32 { index += 1 }
            guard index < bytes.count, bytes[index] == byte else { return false }
            index += 1
            return true
        }

        private mutating func value() -> String? {
            if index < bytes.count, bytes[index] == UInt8(ascii: "\"") { return string() }
            let start = index
            var depth = 0
            while index < bytes.count {
                switch bytes[index] {
                case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
                case UInt8(ascii: "]"): depth -= 1
                case UInt8(ascii: "}") where depth > 0: depth -= 1
                case UInt8(ascii: "\""): _ = string(); index -= 1
                case UInt8(ascii: ",") where depth == 0, UInt8(ascii: "}") where depth == 0:
                    let text = String(decoding: bytes[start..<index], as: UTF8.self)
                    return text == "null" ? nil : text
                default: break
                }
                index += 1
            }
            return nil
        }

        private mutating func string() -> String? {
            guard take(UInt8(ascii: "\"")) else { return nil }
            let start = index
            var escaped = false
            while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
                if bytes[index] == UInt8(ascii: "\\") { escaped = true; index += 1 }
                index += 1
            }
            guard index < bytes.count else { return nil }
            defer { index += 1 }
            let slice = bytes[start..<index]
            return escaped ? DuckDBRow.unescaped(slice) : String(decoding: slice, as: UTF8.self)
        }
    }

    /// Escapes are rare; the library reads them.
    private static func unescaped(_ slice: ArraySlice<UInt8>) -> String? {
        try? JSONDecoder().decode(String.self, from: Data([UInt8(ascii: "\"")] + slice + [UInt8(ascii: "\"")]))
    }
}

/// The types of DuckDB that Recap tells apart.
enum DuckDBType {
    case integer, decimal, double, boolean, day, moment, text
    /// One of the first three: the program writes doubles with a point or an exponent and without quotes, decimals and
    /// very large integers in quotes.
    case number

    init(_ known: ResultType) {
        switch known {
        case .text: self = .text
        case .boolean: self = .boolean
        case .day: self = .day
        case .moment: self = .moment
        case .number: self = .number
        }
    }

    init(_ name: String) {
        switch name {
        case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER", "HUGEINT", "UHUGEINT", "UBIGINT": self = .integer
        case "DOUBLE", "FLOAT": self = .double
        case "BOOLEAN": self = .boolean
        case "DATE": self = .day
        case "TIMESTAMP", "TIMESTAMP WITH TIME ZONE": self = .moment
        // Whole numbers of any width are one kind: each engine adds them up in another.
        default: self = name.hasPrefix("DECIMAL") ? name.hasSuffix(",0)") ? .integer : .decimal : .text
        }
    }

    func scalar(_ field: DuckDBRow.Field) -> Scalar {
        guard let text = field.text else { return .missing }
        switch self {
        case .number: return (field.isQuoted ? DuckDBType.decimal : Int64(text) == nil ? .double : .integer).scalar(field)
        case .integer: return Int64(text).map(Scalar.integer) ?? DuckDBType.decimal.scalar(field)
        case .decimal: return Decimal(string: text).map(Scalar.decimal) ?? .text(text)
        case .double: return Scalar(double: text)
        case .boolean: return .boolean(text == "true")
        case .day: return Day(text).map(Scalar.day) ?? .text(text)
        case .moment: return .moment(text)
        case .text: return .text(text)
        }
    }
}
