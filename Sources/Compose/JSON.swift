import Model

/// A JSON value, written on one line with its keys sorted.
indirect enum JSON {
    case null
    case string(String)
    case number(Number)
    case array([JSON])
    case object([String: JSON])

    static func string(_ text: String?) -> JSON { text.map { JSON.string($0) as JSON } ?? .null }
    static func number(_ number: Number?) -> JSON { number.map { JSON.number($0) as JSON } ?? .null }

    var text: String {
        switch self {
        case .null: "null"
        case .string(let text): JSON.quoted(text)
        case .number(let number): number.plainText
        case .array(let items): "[" + items.map(\.text).joined(separator: ", ") + "]"
        case .object(let fields):
            "{"
                + fields.sorted { $0.key < $1.key }.map { "\(JSON.quoted($0.key)): \($0.value.text)" }
                .joined(separator: ", ") + "}"
        }
    }

    private static func quoted(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) else { return "\"\(text)\"" }
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case _ where scalar.value < 0x20:
                let hex = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
