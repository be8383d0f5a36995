/// Text made fit for HTML: whatever the data or the author wrote stays text.
enum HTML {
    /// For text and for attributes in double quotes.
    static func escape(_ text: some StringProtocol) -> String {
        guard text.utf8.contains(where: needsEscape) else { return String(text) }
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count + 64)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): result += "&amp;".utf8
            case UInt8(ascii: "<"): result += "&lt;".utf8
            case UInt8(ascii: ">"): result += "&gt;".utf8
            case UInt8(ascii: "\""): result += "&quot;".utf8
            case UInt8(ascii: "'"): result += "&#39;".utf8
            case UInt8(ascii: "\n"), UInt8(ascii: "\t"), UInt8(ascii: "\r"): result.append(byte)
            // HTML has no place for control characters.
            case 0..<0x20, 0x7F: result += "\u{FFFD}".utf8
            default: result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func needsEscape(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"), 0x7F: true
        default: byte < 0x20 && byte != 0x0A && byte != 0x09
        }
    }

    /// An anchor without what an `id` may not hold.
    static func id(_ anchor: String) -> String {
        guard anchor.unicodeScalars.contains(where: isForbiddenInID) else { return anchor }
        return String(anchor.map { $0.unicodeScalars.contains(where: isForbiddenInID) ? "-" : $0 })
    }

    private static func isForbiddenInID(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\"", "'", "<", ">", "&", "%", "#", "\\": true
        default: scalar.value <= 0x20 || scalar.value >= 0x7F && scalar.properties.isWhitespace
        }
    }

    /// The only links that lead out of a page: relative ones, the web, mail. All else is not a link.
    static func isSafe(link: String) -> Bool {
        let cleaned = link.unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7F }
        let text = String(String.UnicodeScalarView(cleaned)).lowercased()
        guard !text.hasPrefix("//"), !text.contains("\\") else { return false }
        guard let colon = text.firstIndex(of: ":") else { return true }
        if let slash = text.firstIndex(where: { "/?#".contains($0) }), slash < colon { return true }
        return ["http", "https", "mailto"].contains(text[..<colon])
    }

    /// Pictures come from the site itself.
    static func isSafe(image: String) -> Bool {
        isSafe(link: image) && !image.contains(":") && !image.hasPrefix("/")
    }

    /// A link's target with what a URL may not hold percent-encoded; what is encoded already stays.
    static func url(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            let isForbidden =
                switch scalar {
                case "\"", "<", ">", "\\", "^", "`", "{", "|", "}", "[", "]": true
                default: scalar.value <= 0x20 || scalar.value == 0x7F
                }
            if isForbidden {
                let hex = String(scalar.value, radix: 16, uppercase: true)
                result += "%" + (hex.count == 1 ? "0" : "") + hex
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
