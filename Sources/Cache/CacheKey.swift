import Crypto

/// The name of an entry: the SHA-256 of all that its content was made from.
package struct CacheKey: Hashable, Sendable {
    package let name: String

    /// Each part goes with its length, so that "ab" and "c" are not "a" and "bc".
    package init(_ parts: [String]) {
        var hash = SHA256()
        for part in parts {
            withUnsafeBytes(of: UInt64(part.utf8.count).littleEndian) { hash.update(bufferPointer: $0) }
            var part = part
            part.withUTF8 { hash.update(bufferPointer: UnsafeRawBufferPointer($0)) }
        }
        name = Hexadecimal.text(of: hash.finalize())
    }
}

/// Bytes as SHA-256 is written: two digits each, in lower case.
package enum Hexadecimal {
    private static let digits = Array("0123456789abcdef".utf8)

    package static func text(of bytes: some Sequence<UInt8>) -> String {
        String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
