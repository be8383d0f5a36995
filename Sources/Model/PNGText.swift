/// Texts inside a PNG picture: `iTXt` chunks (PNG specification, 11.3.3.4), uncompressed.
public enum PNGText {
    private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    /// The text that stands under a keyword; nil where there is none or the bytes are no PNG.
    public static func text(_ keyword: String, in png: [UInt8]) -> String? {
        guard png.starts(with: signature) else { return nil }
        var place = signature.count
        while place + 12 <= png.count {
            let length = Int(number(png[place..<place + 4]))
            guard length <= png.count - place - 12 else { return nil }
            let body = png[(place + 8)..<(place + 8 + length)]
            if png[(place + 4)..<(place + 8)].elementsEqual("iTXt".utf8) {
                // Keyword, zero, no compression (two bytes), no language, no translation (two zeros).
                let head = Array(keyword.utf8) + [0, 0, 0, 0, 0]
                if body.starts(with: head) { return String(validating: body.dropFirst(head.count), as: UTF8.self) }
            }
            place += length + 12
        }
        return nil
    }

    /// The picture with a text behind its header; as it is where the bytes are no PNG.
    public static func adding(_ text: String, under keyword: String, to png: [UInt8]) -> [UInt8] {
        guard png.starts(with: signature), png.count > 33 else { return png }
        let body = Array("iTXt".utf8) + Array(keyword.utf8) + [0, 0, 0, 0, 0] + Array(text.utf8)
        let chunk = bytes(UInt32(body.count - 4)) + body + bytes(checksum(body))
        return Array(png[..<33]) + chunk + Array(png[33...])
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt32 { bytes.reduce(0) { $0 << 8 | UInt32($1) } }
    private static func bytes(_ number: UInt32) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) } }

    /// CRC-32 as PNG has it (ISO 3309).
    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~0 as UInt32) { crc, byte in
            (0..<8).reduce(crc ^ UInt32(byte)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
        }
    }
}
