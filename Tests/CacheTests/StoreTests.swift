import Foundation
import Model
import Testing

@testable import Cache

/// What is kept comes back as it was, or not at all.
struct StoreTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("recap-cache-\(UUID().uuidString)")

    private var cache: Cache { Cache(folder: folder.path, program: "test") }

    /// The files of the entries, without the marker for version control.
    private func entries() throws -> [URL] {
        try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil).filter { $0.lastPathComponent != ".gitignore" }
    }

    @Test func `an entry is found under the parts that it was kept under, and under no others`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        cache.keep([1, 2, 3], ["ab", "c"])
        #expect(cache.bytes(["ab", "c"]) == [1, 2, 3])
        #expect(cache.bytes(["a", "bc"]) == nil)
        #expect(cache.bytes(["ab", "c", ""]) == nil)
        #expect(Cache(folder: folder.path, program: "other").bytes(["ab", "c"]) == nil)
    }

    @Test func `reading makes no folder`() {
        #expect(cache.bytes(["a"]) == nil)
        cache.files.save()
        #expect(!FileManager.default.fileExists(atPath: folder.path))
    }

    @Test func `a damaged entry counts as missing, whichever byte it is, and is replaced`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        cache.keep(Array("what was computed".utf8), ["key"])
        let file = try #require(try entries().first), sound = try Data(contentsOf: file)
        for index in sound.indices {
            var damaged = sound
            damaged[index] ^= 1
            try damaged.write(to: file)
            #expect(cache.bytes(["key"]) == nil, "byte \(index)")
            try sound.prefix(index).write(to: file)
            #expect(cache.bytes(["key"]) == nil, "cut off at \(index)")
        }
        cache.keep([7], ["key"])
        #expect(cache.bytes(["key"]) == [7])
        #expect(try entries().count == 1)
    }

    @Test func `a folder that can't be written to keeps nothing and says why`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        // A file where the folder should be, which stops root as well.
        try Data().write(to: folder)
        let cache = cache
        cache.keep([1], ["key"])
        #expect(cache.bytes(["key"]) == nil)
        #expect(cache.failure != nil)
    }

    @Test func `many at once write and read whole entries`() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let contents = (0..<8).map { [UInt8](repeating: UInt8($0), count: 100_000) }
        await withTaskGroup(of: Bool.self) { group in
            for content in contents {
                group.addTask { [folder] in
                    let cache = Cache(folder: folder.path, program: "test")
                    return (0..<20).allSatisfy { _ in
                        cache.keep(content, ["key"])
                        return cache.bytes(["key"]).map(contents.contains) ?? false
                    }
                }
            }
            for await isWhole in group { #expect(isWhole) }
        }
        #expect(try entries().count == 1)
    }

    @Test func `an entry that nobody used for a month goes`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        cache.keep([1], ["old"])
        let old = try #require(try entries().first)
        try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSinceNow: -31 * 86_400)], ofItemAtPath: old.path)
        try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSinceNow: -2 * 86_400)], ofItemAtPath: folder.appendingPathComponent(".gitignore").path)
        cache.keep([2], ["new"])
        #expect(try entries().count == 1)
        #expect(cache.bytes(["old"]) == nil && cache.bytes(["new"]) == [2])
    }

    @Test func `an entry in use stays`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        cache.keep([1], ["old"])
        let old = try #require(try entries().first)
        try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSinceNow: -29 * 86_400)], ofItemAtPath: old.path)
        #expect(cache.bytes(["old"]) == [1])
        let time = try #require(try FileManager.default.attributesOfItem(atPath: old.path)[.modificationDate] as? Date)
        #expect(time.timeIntervalSinceNow > -60)
    }

    @Test func `each kind of cell comes back bit by bit`() throws {
        let numbers = ["0", "1.10", "-0.000000000000000000000000000000001", "99999999999999999999999999999999999999", "3.333333333333333333333333333333333333"]
        let cells: [Scalar] = [
            .missing, .text(""), .text("甲\u{0}\n\""), .integer(.min), .integer(.max), .integer(-1), .double(-0.0), .double(.leastNonzeroMagnitude), .double(.pi),
            .boolean(true), .boolean(false), .day(Day(number: -1)), .day(Day(number: 20_240)), .moment("2025-06-18 20:00:00.123+08"),
        ] + (try numbers.map { .decimal(try #require(Decimal(string: $0))) })
        let table = ResultTable(columns: ["a", "b"], rows: [cells, [], [.missing]])
        let back = try #require(ResultTable(bytes: table.bytes))
        #expect(back.columns == table.columns && back.rows == table.rows)
        #expect(back.bytes == table.bytes)
        for length in table.bytes.indices { #expect(ResultTable(bytes: Array(table.bytes.prefix(length))) == nil) }
    }

    @Test func `problems come back whole`() throws {
        let problems = [
            Problem(.wrongClaim, "6.6 % is claimed", at: Place(file: "a.md", line: 3, column: 7, length: 4, text: "转化率 6.6 %"), severity: .warning, notes: ["one", "two"]),
            Problem(.failedEngine, "gone", kind: .engine), Problem(.unreadableFile, "gone", kind: .file),
        ]
        var writer = ByteWriter()
        writer.write(problems)
        var reader = ByteReader(writer.bytes)
        #expect(try reader.problems() == problems)
    }
}
