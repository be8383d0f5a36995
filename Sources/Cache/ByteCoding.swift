/// Values as bytes, one after the other, to be read in the same order.
package struct ByteWriter {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    package mutating func write(_ byte: UInt8) { bytes.append(byte) }

    /// Small numbers take few bytes: seven bits each, the sign last (LEB128 of the zigzag form).
    package mutating func write(_ integer: Int) {
        var rest = UInt64(bitPattern: Int64(integer << 1 ^ integer >> 63))
        while rest >= 128 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 128)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    package mutating func write(_ text: String) {
        write(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    package mutating func write(_ values: [String]) {
        write(values.count)
        for value in values { write(value) }
    }

    /// A value that is nothing but its bytes.
    package mutating func write<Value>(raw value: Value) { withUnsafeBytes(of: value) { bytes.append(contentsOf: $0) } }
}

/// Reads what `ByteWriter` wrote; anything else is damaged.
package struct ByteReader {
    package struct Damaged: Error {}

    private let bytes: [UInt8]
    private var index = 0

    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    package var isAtEnd: Bool { index == bytes.count }

    package mutating func byte() throws(Damaged) -> UInt8 {
        guard index < bytes.count else { throw Damaged() }
        defer { index += 1 }
        return bytes[index]
    }

    package mutating func integer() throws(Damaged) -> Int {
        var value: UInt64 = 0, shift: UInt64 = 0
        while true {
            let next = try byte()
            guard shift < 64 else { throw Damaged() }
            value |= UInt64(next & 127) << shift
            shift += 7
            if next < 128 { break }
        }
        return Int(truncatingIfNeeded: Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1))
    }

    /// A number of things, each of which takes a byte at least.
    package mutating func count() throws(Damaged) -> Int {
        let count = try integer()
        guard count >= 0, count <= bytes.count - index else { throw Damaged() }
        return count
    }

    package mutating func text() throws(Damaged) -> String {
        let count = try count()
        defer { index += count }
        return String(decoding: bytes[index..<index + count], as: UTF8.self)
    }

    package mutating func texts() throws(Damaged) -> [String] {
        var values: [String] = []
        for _ in 0..<(try count()) { values.append(try text()) }
        return values
    }

    package mutating func raw<Value>(_ type: Value.Type) throws(Damaged) -> Value {
        let size = MemoryLayout<Value>.size
        guard size <= bytes.count - index else { throw Damaged() }
        defer { index += size }
        let start = index
        return bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: start, as: type) }
    }
}
