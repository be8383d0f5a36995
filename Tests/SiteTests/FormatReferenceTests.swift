import Foundation
import Testing

/// `Documentation/authoring.md`, and `charts.md` for charts, name every key that the program takes. The program itself is asked: given a key that is none, it lists
/// those that it knows.
struct FormatReferenceTests {
    @Test func `every key of the format is in the reference`() throws {
        let site = try Site()
        defer { site.remove() }
        let wrong = "zzzzzzzzzzzzzzzz: 1"
        try site.write(wrong + "\n", to: "content/site.yaml")
        try site.write(try site.read("content/little/campaign.yaml") + wrong + "\n", to: "content/little/campaign.yaml")
        try site.replace("title: Goals\n", with: "title: Goals\n\(wrong)\n", in: "content/little/chapters/01-goals.md")
        try site.replace("  name: Sales\n", with: "  name: Sales\n  \(wrong)\n", in: "content/little/metrics.yaml")
        let table = try site.read("content/little/tables.yaml"), first = try #require(table.split(separator: "\n").first { $0.contains("file:") })
        try site.replace(String(first), with: "\(first)\n  \(wrong)", in: "content/little/tables.yaml")
        let blocks = """

            ~~~chart c
            metric: sales
            \(wrong)
            ~~~

            ~~~table t
            metric: sales
            \(wrong)
            ~~~

            ~~~scorecard
            metrics: [sales]
            \(wrong)
            ~~~

            """
        try site.write(try site.read("content/little/chapters/02-sales.md") + blocks, to: "content/little/chapters/02-sales.md")
        // What only some charts take stands with them.
        let reference = try ["authoring", "charts"].map { try String(contentsOf: Site.package.appendingPathComponent("Documentation/\($0).md"), encoding: .utf8) }.joined()
        let errors = try site.recap("check").errors
        let lists = errors.matches(of: /error: (.*?) has no key 'z+'; known: (.*) \[R/)
        #expect(lists.count >= 8, "\(errors)")
        for list in lists {
            for key in list.output.2.split(separator: ", ") {
                let isNamed = reference.contains("\(key):") || reference.contains("`\(key)`")
                #expect(isNamed, "\(list.output.1): \(key)")
            }
        }
    }

    @Test func `every command and option is in the readme`() throws {
        let site = try Site()
        defer { site.remove() }
        let readme = try String(contentsOf: Site.package.appendingPathComponent("README.md"), encoding: .utf8)
        let commands = try site.recap("--help").output.matches(of: /(?m)^  (\w+) {2,}[A-Z]/).map { String($0.output.1) }
        #expect(commands.count >= 6)
        for command in commands {
            #expect(readme.contains("`recap \(command)"), "\(command)")
            for option in try site.recap(command, "--help").output.matches(of: /--([a-z]+)[ ,<\n]/).map({ String($0.output.1) }) where !["help", "version", "message", "templates"].contains(option) {
                #expect(readme.contains("--\(option)"), "\(command) --\(option)")
            }
        }
    }
}
