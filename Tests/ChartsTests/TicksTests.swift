import Foundation
import Testing

@testable import Charts

/// d3's own expectations of its ticks: rows of start, stop, count and what comes out.
struct TicksTests {
    struct Vector<Outcome: Decodable & Sendable>: Decodable, Sendable {
        let start: Double, stop: Double, count: Double, outcome: Outcome

        init(from decoder: any Decoder) throws {
            var row = try decoder.unkeyedContainer()
            start = try row.decode(Double.self)
            stop = try row.decode(Double.self)
            count = try row.decode(Double.self)
            outcome = try row.decode(Outcome.self)
        }
    }

    struct File: Decodable, Sendable {
        let ticks: [Vector<[Double]>], tickIncrement: [Vector<Double>], nice: [Vector<[Double]>]
    }

    let vectors: File

    init() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/d3-array.json")
        vectors = try JSONDecoder().decode(File.self, from: Data(contentsOf: file))
    }

    @Test func `ticks are d3's, and the same backwards`() {
        #expect(vectors.ticks.count >= 30)
        for vector in vectors.ticks {
            #expect(Ticks.ticks(vector.start, vector.stop, vector.count) == vector.outcome)
            #expect(Ticks.ticks(vector.stop, vector.start, vector.count) == vector.outcome.reversed())
        }
    }

    @Test func `increments are d3's`() {
        for vector in vectors.tickIncrement { #expect(Ticks.increment(vector.start, vector.stop, vector.count) == vector.outcome) }
    }

    @Test func `nice domains are d3's`() {
        for vector in vectors.nice {
            let (low, high) = Ticks.nice(vector.start, vector.stop, vector.count)
            #expect([low, high] == vector.outcome, "\(vector.start) … \(vector.stop), \(vector.count)")
        }
    }

    @Test func `what is no number has no ticks`() {
        for (start, stop, count) in [(Double.nan, 1.0, 1.0), (0, .nan, 1), (0, 1, .nan), (0, 1, .infinity), (0, .infinity, 5)] {
            #expect(Ticks.ticks(start, stop, count) == [])
        }
    }
}
