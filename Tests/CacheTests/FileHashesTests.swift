import Foundation
import Testing

@testable import Cache

/// A file's hash is remembered only where a change would show.
struct FileHashesTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("recap-hashes-\(UUID().uuidString)")
    private var path: String { folder.appendingPathComponent("data.csv").path }

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

    private var cache: Cache { Cache(folder: folder.appendingPathComponent("cache").path, program: "test") }

    private func write(_ text: String) throws { try Data(text.utf8).write(to: URL(fileURLWithPath: path)) }

    /// SHA-256 of the empty text and of "abc", as FIPS 180-4 has them.
    private let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    private let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

    @Test func `the hash is that of the standard`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try write("")
        #expect(try cache.files.hash(of: path).sha256 == empty)
        try write("abc")
        #expect(try cache.files.hash(of: path).sha256 == abc)
        #expect(try cache.files.hash(of: path).stamp.size == 3)
        #expect(throws: FileHashes.Unreadable.self) { try cache.files.hash(of: path + "x") }
    }

    @Test func `a file of the same size and time with another content is read again while its stamp may deceive`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let time = Date(timeIntervalSinceNow: -1000)
        try write("abd")
        try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: path)
        let first = cache
        let hashed = try first.files.hash(of: path)
        first.files.save()
        #expect(!hashed.isSettled)
        // In place, so that not even the file's number differs.
        let handle = try #require(FileHandle(forWritingAtPath: path))
        try handle.write(contentsOf: Data("abc".utf8))
        try handle.close()
        try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: path)
        #expect(try first.files.hash(of: path, isSure: true).sha256 == abc)
        #expect(try cache.files.hash(of: path).sha256 == abc)
        #expect(!first.files.holds(path, since: hashed.stamp, sha256: hashed.sha256))
    }

    @Test func `a file that has been still for a while is remembered, and a change of it noticed`() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try write("abd")
        try await Task.sleep(for: .seconds(3.1))
        let first = cache
        let hashed = try first.files.hash(of: path)
        #expect(hashed.isSettled)
        first.files.save()
        let second = cache
        #expect(second.files.isKnown(path))
        #expect(try second.files.hash(of: path).stamp == hashed.stamp)
        try write("abc")
        #expect(try second.files.hash(of: path).sha256 == abc)
        #expect(try cache.files.hash(of: path).sha256 == abc)
    }

    @Test func `a snapshot names every file and ends where links go round`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try write("abc")
        let files = FileManager.default
        try files.createDirectory(at: folder.appendingPathComponent("sub/.git"), withIntermediateDirectories: true)
        try files.createSymbolicLink(atPath: folder.appendingPathComponent("sub/up").path, withDestinationPath: "..")
        try files.createSymbolicLink(atPath: folder.appendingPathComponent("sub/link.csv").path, withDestinationPath: "../data.csv")
        try files.createSymbolicLink(atPath: folder.appendingPathComponent("sub/nowhere").path, withDestinationPath: "gone")
        let first = try #require(Cache.none.snapshot(of: folder.path))
        let paths = first.entries.map(\.path)
        #expect(paths.contains("data.csv") && paths.contains("sub/") && paths.contains("sub/link.csv") && paths.contains("sub/nowhere"))
        #expect(!paths.contains { $0.contains(".git") })
        #expect(first.entries.first { $0.path == "sub/link.csv" }?.sha256 == abc)
        #expect(Cache.none.snapshot(of: folder.path)?.text == first.text)
        try write("abd")
        #expect(Cache.none.snapshot(of: folder.path)?.text != first.text)
        #expect(Cache.none.snapshot(of: folder.path + "/gone") == nil)
    }
}
