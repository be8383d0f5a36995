import Foundation
import Load
import Model
import Testing

/// Each folder of `Fixtures/mistakes` holds a campaign with mistakes, and the exact words about all of them.
///
/// `RECAP_UPDATE_GOLDEN=1` writes the words anew.
struct MistakeTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/mistakes")
    static let cases: [String] = {
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
        return (names ?? []).filter { !$0.hasPrefix(".") }.sorted()
    }()

    @Test func `there are cases`() { #expect(Self.cases.count >= 9) }

    @Test(arguments: cases)
    func `every mistake is named with its place, all at once`(name: String) throws {
        let content = Self.folder.appending(path: "\(name)/content").path
        let problems = Load.campaigns(in: content, only: []).problems.sorted()
        let said = problems.map { $0.rendered() + "\n" }.joined().replacing(content + "/", with: "")
        let golden = Self.folder.appending(path: "\(name)/expected.txt")
        if ProcessInfo.processInfo.environment["RECAP_UPDATE_GOLDEN"] == "1" { try Data(said.utf8).write(to: golden) }
        #expect(said == (try String(contentsOf: golden, encoding: .utf8)))
    }
}
