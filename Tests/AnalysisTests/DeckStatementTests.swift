import Foundation
import Testing

/// Each of the 246 statements of the deck that the demo review follows is a number of its own, or said not to have been set.
struct DeckStatementTests {
    @Test func `every statement is in metrics.json and on its chapter's page`() throws {
        let folder = DemoReview.package.appendingPathComponent("public/2025-618")
        let ids = try String(contentsOf: DemoReview.package.appendingPathComponent("Tests/AnalysisTests/Fixtures/deck-statements.txt"), encoding: .utf8).split(separator: "\n").map(String.init)
        let values = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: folder.appendingPathComponent("metrics.json"))) as? [[String: Any]])
        let totals = values.filter { ($0["slice"] as? [String: Any])?.isEmpty == true }
        let byID = Dictionary(totals.compactMap { value in (value["id"] as? String).map { ($0, value) } }, uniquingKeysWith: { first, _ in first })
        #expect(ids.count == 246)
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent("data").path).filter { $0.hasPrefix("deck-") }
        let tables = try files.map { try String(contentsOf: folder.appendingPathComponent("data/\($0)"), encoding: .utf8) }.joined()
        for id in ids {
            guard let value = byID[id] else { Issue.record("\(id) is not in metrics.json"); continue }
            let text = value["text"] as? String ?? ""
            #expect(value["value"] is NSNumber || value["not_set"] is String || (!text.isEmpty && text != "—"), "\(id) has no value")
            #expect(tables.contains("\n\(id),") , "\(id) is on no page")
        }
    }
}
