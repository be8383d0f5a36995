import Foundation
import Testing

/// Each folder of `Fixtures/broken` holds the files in which a good site is broken, and the exact words about it.
///
/// `RECAP_UPDATE_GOLDEN=1` writes the words anew.
struct BrokenSiteTests {
    static let cases: [String] = {
        let names = try? FileManager.default.contentsOfDirectory(atPath: Site.fixtures.appendingPathComponent("broken").path)
        return (names ?? []).filter { !$0.hasPrefix(".") }.sorted()
    }()

    @Test func `there are cases`() { #expect(Self.cases.count >= 12) }

    @Test(arguments: cases)
    func `a broken site is refused in so many words, and the old one stands`(name: String) throws {
        let site = try Site()
        defer { site.remove() }
        #expect(try site.recap("build").status == 0)
        let before = try site.files(below: "public")
        let folder = Site.fixtures.appendingPathComponent("broken/\(name)")
        for path in FileManager.default.subpaths(atPath: folder.path) ?? [] where path.hasPrefix("content/") || path.hasPrefix("templates/") {
            var isFolder: ObjCBool = false
            let source = folder.appendingPathComponent(path)
            guard FileManager.default.fileExists(atPath: source.path, isDirectory: &isFolder), !isFolder.boolValue else { continue }
            let target = site.folder.appendingPathComponent(path)
            try? FileManager.default.removeItem(at: target)
            try FileManager.default.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
            try FileManager.default.copyItem(at: source, to: target)
        }
        let run = try site.recap("build")
        let golden = folder.appendingPathComponent("expected.txt")
        if ProcessInfo.processInfo.environment["RECAP_UPDATE_GOLDEN"] == "1" {
            try Data(run.errors.utf8).write(to: golden)
        }
        #expect(run.errors == (try String(contentsOf: golden, encoding: .utf8)))
        #expect(run.status == 1)
        #expect(run.output.isEmpty)
        #expect(try site.files(below: "public") == before)
    }
}
