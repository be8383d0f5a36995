import Foundation
import Model
import Testing

@testable import Load

/// The specification's own examples, through libcmark, our values and back to HTML.
struct CommonMarkTests {
    struct Example: Decodable, Sendable {
        var example: Int
        var section: String
        var markdown: String
        var html: String
    }

    static func examples() throws -> [Example] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures/commonmark-0.30.json")
        return try JSONDecoder().decode([Example].self, from: Data(contentsOf: file))
    }

    @Test func `all 652 examples of the specification come out as it says`() throws {
        let examples = try Self.examples()
        #expect(examples.count == 652)
        for example in examples {
            let problems = ProblemList()
            let reader = MarkdownReader(SourceText(file: "spec.txt", text: example.markdown), hasExtensions: false, problems)
            #expect(PlainHTML.text(of: reader.blocks()) == example.html, "example \(example.example), \(example.section): \(example.markdown)")
            #expect(problems.all.isEmpty)
        }
    }
}
