/// SVG text as it grows: bytes, since a drawing is made of thousands of short pieces.
struct Markup: Sendable {
    private(set) var bytes: [UInt8] = []

    var isEmpty: Bool { bytes.isEmpty }

    mutating func add(_ text: String) { bytes += text.utf8 }
    mutating func add(_ other: Markup) { bytes += other.bytes }

    /// ` name="12.5"`.
    mutating func attribute(_ name: String, _ value: Double) {
        add(name)
        number(value)
        bytes.append(UInt8(ascii: "\""))
    }

    mutating func point(_ command: UInt8, _ x: Double, _ y: Double) {
        bytes.append(command)
        number(x)
        bytes.append(UInt8(ascii: ","))
        number(y)
    }

    mutating func command(_ command: UInt8) { bytes.append(command) }

    /// At most one decimal, and none where it is 0: a tenth of a pixel is finer than any screen.
    mutating func number(_ value: Double) {
        // A sum that overflows has no place; the farthest that any viewer draws stands for it.
        let tenths = value.isNaN ? 0 : Int((min(max(value, -1e6), 1e6) * 10).rounded())
        if tenths < 0 { bytes.append(UInt8(ascii: "-")) }
        var whole = tenths.magnitude / 10, power: UInt = 1
        while power * 10 <= whole { power *= 10 }
        while power > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(whole / power))
            whole %= power
            power /= 10
        }
        let rest = tenths.magnitude % 10
        if rest > 0 { bytes += [UInt8(ascii: "."), UInt8(ascii: "0") + UInt8(rest)] }
    }

    /// Text between tags or in an attribute; control characters, which may not stand in XML at all, are left out.
    mutating func escaped(_ text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): add("&amp;")
            case UInt8(ascii: "<"): add("&lt;")
            case UInt8(ascii: ">"): add("&gt;")
            case UInt8(ascii: "\""): add("&quot;")
            case 0..<9, 11..<32: continue
            default: bytes.append(byte)
            }
        }
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }
}
