import Foundation
import Load
import Model
import Testing

@testable import Compute
@testable import Plan

/// One campaign of awkward rows, and what every engine must make of it: each kind of metric, grain, type, null, decimal, zone,
/// collation, and each word of the portable SQL. `expected.txt` was added up by hand where that can be done; the rest is what
/// three engines that do not know each other agree on.
struct ConformanceTests {
    static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")

    @Test(arguments: EnginesAtHand.names)
    func `every engine gives the same answers`(engine: String) async throws {
        let (campaigns, loading) = Load.campaigns(in: Self.fixtures.appendingPathComponent("content").path, only: [])
        let (work, planning) = Plan.work(for: campaigns, shown: Set(campaigns.map(\.id)), methods: analysisMethods)
        let settings = Compute.Settings(engine: engine, timeLimit: 120)
        let (answers, computing) = await Compute.answers(to: work, campaigns: campaigns, settings: settings)
        #expect((loading + planning + computing).map { $0.rendered() } == [])
        let lines = Transcript(answers).lines
        if ProcessInfo.processInfo.environment["RECAP_WRITE_EXPECTED"] == engine {
            try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: Self.fixtures.appendingPathComponent("expected.txt"))
        }
        let expected = try String(contentsOf: Self.fixtures.appendingPathComponent("expected.txt"), encoding: .utf8).split(separator: "\n").map(String.init)
        for (line, wanted) in zip(lines, expected) where line != wanted { Issue.record("\(engine): \(line)\nexpected: \(wanted)") }
        #expect(lines.count == expected.count)
    }
}

/// Answers as lines of text, types and all.
struct Transcript {
    let lines: [String]

    init(_ answers: Answers) {
        let values = answers.values.values.sorted { $0.key.anchor < $1.key.anchor }.map { value in
            "value \(value.key.anchor): \(Self.text(value.value)) | \(value.text) | \(Self.text(value.baseline)) | \(value.sql.split(separator: "\n").joined(separator: " "))"
        }
        let rows = answers.rowSets.sorted { $0.key.id < $1.key.id }.flatMap { key, set in
            (set.rows + (set.total.map { [$0] } ?? [])).map { "rows \(key.id): " + $0.map { "\(Self.text($0.scalar)) = \($0.text)" }.joined(separator: " | ") }
        }
        let queries = answers.queries.sorted { $0.key.id < $1.key.id }.flatMap { key, table in
            ["query \(key.id): \(table.columns.joined(separator: " | "))"] + table.rows.map { "query \(key.id): " + $0.map(Self.text).joined(separator: " | ") }
        }
        let checks = answers.dataChecks.map { "check \($0.check.table) \($0.check.rule): \($0.offending) \($0.examples.joined(separator: " | "))" }
        let sources = answers.sources.sorted { $0.key.id < $1.key.id }.map { "source \($0.id): \($1.rows) rows" }
        lines = (values + rows + queries + checks + sources).map { $0.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "⏎") }
    }

    private static func text(_ number: Number?) -> String { number.map { "\($0.plainText)" } ?? "—" }

    /// A whole number says so: without a unit, pages show it as it is.
    private static func text(_ scalar: Scalar) -> String {
        switch scalar {
        case .missing: "—"
        case .text(let text): "'\(text)'"
        case .integer: "#\(scalar.text)"
        default: scalar.text
        }
    }
}
