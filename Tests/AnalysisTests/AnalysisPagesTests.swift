import Foundation
import Model
import Testing

@testable import Compute

/// Each method has a page whose parameters, example and output are taken from the program and the demo review.
/// `RECAP_UPDATE_GOLDEN=1` writes them anew.
struct AnalysisPagesTests {
    private static let folder = DemoReview.package.appendingPathComponent("Documentation/analyses")
    private static let mark = "<!-- from here on written by AnalysisPagesTests -->\n"

    @Test func `every method has a page that is up to date`() async throws {
        let review = try await DemoReview.shared()
        let index = try String(contentsOf: Self.folder.appendingPathComponent("README.md"), encoding: .utf8)
        for method in analysisMethods {
            let file = Self.folder.appendingPathComponent("\(method.name).md")
            guard let text = try? String(contentsOf: file, encoding: .utf8), let mark = text.range(of: Self.mark) else {
                Issue.record("\(method.name) has no page")
                continue
            }
            for part in ["**The question.**", "**How.**", "**When not to use it.**"] { #expect(text[..<mark.lowerBound].contains(part), "\(method.name): \(part)") }
            #expect(index.contains("(\(method.name).md)"), "\(method.name) is not in the index")
            let wanted = text[..<mark.upperBound] + (try generated(method, review))
            if ProcessInfo.processInfo.environment["RECAP_UPDATE_GOLDEN"] == "1" {
                try Data(String(wanted).utf8).write(to: file)
            } else {
                #expect(text == wanted, "\(method.name).md is out of date")
            }
        }
    }

    private func generated(_ method: any AnalysisMethod, _ review: DemoReview) throws -> String {
        let analysis = try #require(review.planned.first { $0.block.method.value == method.name }, "\(method.name) is not used")
        let result = review.run(analysis, in: .en)
        return """

            ## Parameters

            | parameter | takes | needed |
            | --- | --- | --- |
            \(method.parameters.map { "| `\($0.name)` | \($0.kind.words) | \($0.isRequired ? "yes" : "") |" }.joined(separator: "\n"))

            ## Example

            ~~~~
            \(try source(of: analysis.block))
            ~~~~

            From the demo review's (synthetic) data:

            \(table(result.rows))\(result.findings.prefix(3).map { "- \($0.text)\n" }.joined())
            \(result.notes.prefix(2).map { "> \($0)\n" }.joined())
            Results to quote: \(result.values.keys.prefix(12).map { "`\(analysis.block.id).\($0)`" }.joined(separator: ", "))\(result.values.count > 12 ? " …" : "")\
            \(result.parts.isEmpty ? "" : "\n\nFurther tables: " + result.parts.keys.map { "`\(analysis.block.id).\($0)`" }.joined(separator: ", "))

            """
    }

    /// The block as it stands in its chapter.
    private func source(of block: AnalysisBlock) throws -> String {
        let lines = try String(contentsOf: URL(fileURLWithPath: block.place.file), encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
        let rest = lines[(block.place.line - 1)...]
        let end = rest.dropFirst().firstIndex { $0.hasPrefix("~~~") } ?? rest.endIndex - 1
        return rest[...end].joined(separator: "\n")
    }

    private func table(_ rows: RowSet) -> String {
        guard !rows.rows.isEmpty else { return "" }
        let columns = rows.columns.indices.prefix(8)
        func line(_ cells: [String]) -> String { "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n" }
        let body = rows.rows.prefix(5).map { row in line(columns.map { row[$0].text }) }.joined()
        return line(columns.map { rows.columns[$0].label }) + line(columns.map { _ in "---" }) + body + (rows.rows.count > 5 ? "\n(\(rows.rows.count) rows)\n" : "") + "\n"
    }
}

extension AnalysisParameter.Kind {
    fileprivate var words: String {
        switch self {
        case .metric: "a metric"
        case .metrics: "metrics"
        case .dimension(let metrics): "a dimension of `\(metrics)`"
        case .source: "a table or an `sql` block"
        case .column: "a column"
        case .columns: "columns"
        case .number(let range): range.upperBound >= 1e6 ? "a number" : "a number, \(range.lowerBound) to \(range.upperBound)"
        case .whole: "a whole number"
        case .choice(let words): words.count > 6 ? "a unit" : words.joined(separator: ", ")
        case .flag: "true or false"
        case .words: "words"
        case .period: "a declared period"
        case .slice: "`{column: value}`"
        case .analysis: "an analysis"
        case .free: "see the example"
        }
    }
}
