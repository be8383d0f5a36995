import Foundation
import Testing

@testable import Cache

struct ByteCoderTests {
    enum Shape: Codable, Equatable {
        case nothing
        case one(Int)
        indirect case pair(left: Shape, right: Shape?)
    }

    enum Word: String, Codable { case yes, no }

    struct Thing: Codable, Equatable {
        var text = "成交额\u{0}\n"
        var numbers = [0, -1, .max, .min]
        var small: Int64 = -7
        var doubles = [0.1, -.infinity, .leastNonzeroMagnitude]
        var decimal = Decimal(string: "12345678901234567890.123456789") ?? 0
        var flag = true
        var missing: String?
        var given: String? = ""
        var gaps: [Double?] = [nil, 1, nil]
        var word = Word.no
        var words: [Word: [Word]] = [.yes: [.no, .yes], .no: []]
        var named: [String: [String: Int]] = ["a": ["b": 1], "": [:]]
        var shapes: [Shape] = [.nothing, .one(3), .pair(left: .pair(left: .nothing, right: nil), right: .one(-3)), .nothing]
        var span = 3...9
        var empty: [Thing] = []
    }

    @Test func `what was written is read`() throws {
        var outer = Thing(missing: "x", given: nil)
        outer.empty = [Thing(), Thing(gaps: [])]
        let bytes = try ByteCoder.bytes(of: outer)
        #expect(try ByteCoder.value(Thing.self, from: bytes) == outer)
        #expect(try ByteCoder.value([Thing?].self, from: ByteCoder.bytes(of: [outer, nil])) == [outer, nil])
    }

    @Test func `what is cut off or longer is damaged`() throws {
        let bytes = try ByteCoder.bytes(of: Thing())
        for count in 0..<bytes.count { #expect(throws: (any Error).self) { try ByteCoder.value(Thing.self, from: Array(bytes[..<count])) } }
        #expect(throws: (any Error).self) { try ByteCoder.value(Thing.self, from: bytes + [0]) }
    }
}
