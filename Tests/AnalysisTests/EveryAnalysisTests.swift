import Foundation
import Model
import Testing

@testable import Compute

/// Each method in both languages, and from numbers that nobody hoped for.
struct EveryAnalysisTests {
    /// Fits take seconds in a debug build: once is enough.
    private static let slow: Set<String> = ["lifetime_value", "response", "budget", "forecast"]

    @Test func `the demo review uses every method`() async throws {
        let used = Set(try await DemoReview.shared().planned.map(\.block.method.value))
        #expect(analysisMethods.map(\.name).filter { !used.contains($0) } == [])
    }

    @Test func `names of methods are unique`() { #expect(Set(analysisMethods.map(\.name)).count == analysisMethods.count) }

    @Test(arguments: [Language.zhHans, .en])
    func `numbers are numbers and intervals hold their value`(language: Language) async throws {
        let review = try await DemoReview.shared()
        for analysis in review.planned where language == .en || !Self.slow.contains(analysis.block.method.value) {
            try check(review.run(analysis, in: language), analysis.block.id)
        }
    }

    /// English sentences hold no Chinese but the data's own names.
    @Test func `notes are in the campaign's language`() async throws {
        let review = try await DemoReview.shared()
        for analysis in review.planned where !Self.slow.contains(analysis.block.method.value) {
            let result = review.run(analysis, in: .en)
            for column in result.rows.columns where !column.isDimension && column.id.allSatisfy({ $0.isASCII }) {
                // A column named after a metric or a column of the data has the data's own label.
                let isOwn = review.campaign.metrics.values.contains { $0.name == column.label } || review.campaign.tables.values.contains { $0.columns.values.contains { $0.label == column.label } }
                #expect(isOwn || !column.label.contains(where: \.isChinese), "\(analysis.block.id): \(column.label)")
            }
        }
    }

    @Test(arguments: 1...5)
    func `damaged numbers never crash and never show`(seed: UInt64) async throws {
        let review = try await DemoReview.shared()
        var random = Damage(seed: seed)
        for analysis in review.planned where seed == 1 || !Self.slow.contains(analysis.block.method.value) {
            let tables = review.tables[BlockKey(campaign: review.campaign.id, id: analysis.block.id)] ?? []
            let damaged = tables.map { random.damage($0) }
            let result = review.run(analysis, in: seed % 2 == 0 ? .en : .zhHans, tables: damaged, metrics: DamagedMetrics(own: review.evaluator, seed: seed))
            try check(result, "\(analysis.block.id) (seed \(seed))")
        }
    }

    @Test func `nothing at all is said so`() async throws {
        let review = try await DemoReview.shared()
        for analysis in review.planned {
            let empty = (review.tables[BlockKey(campaign: review.campaign.id, id: analysis.block.id)] ?? []).map { ResultTable(columns: $0.columns, rows: []) }
            let result = review.run(analysis, in: .en, tables: empty, metrics: NoMetrics())
            try check(result, analysis.block.id)
            #expect(!result.notes.isEmpty || !result.findings.isEmpty || !result.rows.columns.isEmpty, "\(analysis.block.id) says nothing")
        }
    }

    private func check(_ result: AnalysisResult, _ id: String) throws {
        for text in result.texts {
            let words = text.lowercased().split { !$0.isLetter }
            #expect(!words.contains("nan") && !words.contains("inf") && !words.contains("infinity"), "\(id): \(text)")
        }
        for (name, value) in result.values {
            guard let interval = value.interval, let number = value.number else { continue }
            let slack = 1e-9 * max(1, number.double.magnitude)
            #expect(interval.low.double <= number.double + slack && number.double <= interval.high.double + slack, "\(id).\(name)")
        }
        for set in [result.rows] + result.parts.values {
            for row in set.rows { #expect(row.count == set.columns.count, "\(id)") }
        }
    }
}

extension Character {
    fileprivate var isChinese: Bool { unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } }
}

/// Takes rows away and puts strange numbers into cells.
private struct Damage {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(bound))
    }

    mutating func damage(_ table: ResultTable) -> ResultTable {
        var table = table
        table.rows = table.rows.filter { _ in next(10) > 1 }.map { row in row.map { next(12) == 0 ? damage($0) : $0 } }
        if next(8) == 0 { table.rows = Array(table.rows.prefix(1)) }
        return table
    }

    private mutating func damage(_ cell: Scalar) -> Scalar {
        guard cell.number != nil else { return next(3) == 0 ? .missing : cell }
        return [.missing, .integer(0), .integer(-7), .double(.nan), .double(.infinity), .double(1e300), .double(-1e-300), .double(0.5)][next(8)]
    }
}

private struct DamagedMetrics: MetricReader {
    let own: MetricEvaluator
    let seed: UInt64

    func rows(of use: MetricUse) -> [(key: [Scalar], value: Number?)] {
        own.rows(of: use).enumerated().compactMap { index, row in
            switch (UInt64(index) &+ seed) % 9 {
            case 0: nil
            case 1: (row.key, nil)
            case 2: (row.key, Number(0))
            case 3: (row.key, Number(-3))
            case 4: (row.key, Number(1e300))
            default: row
            }
        }
    }

    func value(of key: ValueKey) -> MetricValue? { own.value(of: key) }
    func label(of value: Scalar, dimension: String, metric: String, campaign: String) -> String { own.label(of: value, dimension: dimension, metric: metric, campaign: campaign) }
}

private struct NoMetrics: MetricReader {
    func rows(of use: MetricUse) -> [(key: [Scalar], value: Number?)] { [] }
    func value(of key: ValueKey) -> MetricValue? { nil }
    func label(of value: Scalar, dimension: String, metric: String, campaign: String) -> String { value.text }
}
