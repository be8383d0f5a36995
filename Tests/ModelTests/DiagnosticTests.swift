import Foundation
import Model
import Testing

/// Every code has an explanation, and a page that says the same. `RECAP_UPDATE_GOLDEN=1` writes the pages anew.
struct DiagnosticTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Documentation/diagnostics")

    @Test(arguments: Diagnostic.allCases)
    func `every code is explained, and its page is up to date`(code: Diagnostic) throws {
        let page = try #require(code.page)
        try compare(page, with: "\(code.rawValue).md")
    }

    @Test func `the index lists every code`() throws {
        let lines = Diagnostic.allCases.map { "| [\($0.rawValue)](\($0.rawValue).md) | \($0.explanation?.title ?? "") | \($0.isJudgement ? "yes" : "") |" }
        let index = """
            # Diagnostics

            What `recap check` and `recap build` complain of. `recap explain CODE` prints the same page. Where the last column says so, a campaign
            may make a code a warning or turn it off: `severity: {R1210: warning}` in campaign.yaml. The others are always errors, because no site can
            be made past them.

            | code | what is wrong | severity can be set |
            | --- | --- | --- |
            \(lines.joined(separator: "\n"))

            """
        try compare(index, with: "README.md")
    }

    /// A page about what nothing reports would promise a check that is not there.
    @Test func `every code is reported somewhere`() throws {
        let sources = Self.folder.deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Sources")
        let files = (FileManager.default.subpaths(atPath: sources.path) ?? []).filter { $0.hasSuffix(".swift") && !$0.hasPrefix("Model/Diagnostics/") }
        let text = try files.map { try String(contentsOf: sources.appendingPathComponent($0), encoding: .utf8) }.joined()
        for code in Diagnostic.allCases { #expect(text.contains(".\(code)"), "\(code.rawValue)") }
    }

    private func compare(_ text: String, with name: String) throws {
        let file = Self.folder.appendingPathComponent(name)
        if ProcessInfo.processInfo.environment["RECAP_UPDATE_GOLDEN"] == "1" { try Data(text.utf8).write(to: file) }
        #expect(try String(contentsOf: file, encoding: .utf8) == text)
    }
}
