import Foundation
import Testing

/// The statements of a deck that was made by hand, quoted as they were typed and held against each other.
///
/// An audit of that deck, made without this program, numbered 56 pairs of statements: 1–3 contradict each other, 4–16 conflict, 17–20 are
/// targets that were missed without a word, 21–46 need a definition, 47–56 hold. A comment above each relation of the fixture has its number.
struct DeckAsTypedTests {
    @Test func `each line of the audit is reported as what it is, with its arithmetic`() throws {
        let site = try Site()
        defer { site.remove() }
        let fixture = Site.fixtures.appendingPathComponent("deck-as-typed")
        try FileManager.default.removeItem(at: site.folder.appendingPathComponent("content"))
        try FileManager.default.copyItem(at: fixture.appendingPathComponent("content"), to: site.folder.appendingPathComponent("content"))
        let run = try site.recap("check")
        let golden = fixture.appendingPathComponent("expected.txt")
        if ProcessInfo.processInfo.environment["RECAP_UPDATE_GOLDEN"] == "1" { try Data(run.errors.utf8).write(to: golden) }
        #expect(run.errors == (try String(contentsOf: golden, encoding: .utf8)))
        #expect(run.status == 1)
        let codes = try Self.codes(reported: run.errors, in: site.read("content/deck-as-typed/claims.yaml"))
        for line in 1...56 {
            let expected: Set<String> = line <= 16 ? ["R1221"] : line <= 20 ? ["R1222"] : line <= 46 ? ["R1223"] : []
            #expect(codes[line, default: []] == expected, "line \(line) of the audit")
        }
    }

    /// By the number in the comment above the relation that a problem points to.
    private static func codes(reported text: String, in claims: String) throws -> [Int: Set<String>] {
        let numbers = claims.split(separator: "\n", omittingEmptySubsequences: false).reduce(into: [0]) { numbers, line in
            let number = line.trimmingPrefix { $0 == " " }.prefixMatch(of: /#\ (\d+)\ /).flatMap { Int($0.output.1) }
            numbers.append(number ?? numbers[numbers.count - 1])
        }
        return text.matches(of: /claims\.yaml:(\d+):\d+: \w+: .*\[(R\d+)\]/).reduce(into: [:]) { codes, match in
            codes[numbers[Int(match.output.1) ?? 0], default: []].insert(String(match.output.2))
        }
    }

    @Test func `relations that hold are counted, and a name that nobody gave is told once`() throws {
        let site = try Site()
        defer { site.remove() }
        let folder = "content/little/chapters"
        let names = try FileManager.default.contentsOfDirectory(atPath: site.folder.appendingPathComponent(folder).path).filter { $0.hasSuffix(".md") }.sorted()
        let chapter = try "\(folder)/\(#require(names.first))"
        try site.write(try site.read(chapter) + "\n\n[三成]{source=\"周报\" one=\"三成\"}、[70%]{source=\"周报\" other=\"70%\"}。\n", to: chapter)
        try site.write("relations:\n  - one + other = 100%\n", to: "content/little/claims.yaml")
        let good = try site.recap("check")
        #expect(good.status == 0)
        #expect(good.output.contains("1 relation "))
        try site.write("relations:\n  - one + ohter = 100%\n  - one <= campaign\n", to: "content/little/claims.yaml")
        let bad = try site.recap("check")
        #expect(bad.errors.matches(of: /\[R\d+\]/).map { String($0.output) } == ["[R1117]", "[R1225]"])
    }
}
