import Foundation
import Testing

@testable import Charts

/// Quantiles, boxes and densities against NumPy, matplotlib and SciPy (Fixtures/geometry.py).
struct GeometryTests {
    struct Sample: Decodable, Sendable, CustomTestStringConvertible {
        let name: String, values: [Double], quantiles: [[Double]], box: [Double], outliers: [Double], points: [Double], density: [Double]?
        var testDescription: String { name }
    }

    private struct File: Decodable { let samples: [Sample] }

    static let samples: [Sample] = {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/geometry.json")
        return (try? JSONDecoder().decode(File.self, from: Data(contentsOf: file)))?.samples ?? []
    }()

    @Test func `all samples are there`() { #expect(Self.samples.count == 6) }

    @Test(arguments: samples)
    func `quantiles are NumPy's`(sample: Sample) throws {
        for pair in sample.quantiles {
            let value = try #require(Quantile.value(pair[0], ofSorted: sample.values.sorted()))
            #expect(abs(value - pair[1]) <= 1e-9 * max(1, abs(pair[1])))
        }
    }

    @Test(arguments: samples)
    func `boxes are matplotlib's`(sample: Sample) throws {
        let box = try #require(BoxStatistics(sample.values))
        let found = [box.whiskers.lowerBound, box.q1, box.median, box.q3, box.whiskers.upperBound]
        for (own, expected) in zip(found, sample.box) { #expect(abs(own - expected) < 1e-9) }
        #expect(box.outliers == sample.outliers)
    }

    @Test(arguments: samples)
    func `densities are SciPy's`(sample: Sample) throws {
        let density = Density.estimate(sample.values, at: sample.points)
        guard let expected = sample.density else { #expect(density == nil); return }
        for (own, expected) in zip(try #require(density), expected) { #expect(abs(own - expected) <= 1e-9) }
    }

    @Test(arguments: 0..<60)
    func `no two dots of a swarm meet, and it stays slim`(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let places = (0..<Int.random(in: 0...300, using: &random)).map { _ in Double.random(in: 0...400, using: &random) }
        let offsets = Swarm.offsets(places, radius: 3, padding: 0.5)
        #expect(offsets.count == places.count)
        for (i, a) in places.enumerated() {
            for j in 0..<i where abs(a - places[j]) < 6.5 {
                let across = offsets[i] - offsets[j], along = a - places[j]
                #expect((along * along + across * across).squareRoot() >= 6.5 - 1e-6)
            }
        }
        // As many dots as stand within reach of one, and no higher.
        #expect(offsets.allSatisfy { abs($0) <= 6.5 * Double(places.count) / 2 + 1e-6 })
    }

    @Test func `what is empty, endless or no number does not stop a layout`() {
        let worst: [[Double]] = [[], [.nan], [.infinity, -.infinity], [1e300, -1e300, 0], [0, 0], [5]]
        for values in worst {
            _ = BoxStatistics(values)
            _ = Bins.bins(values)
            _ = Density.estimate(values, at: [0, 1])
            _ = Swarm.offsets(values.filter(\.isFinite), radius: 2, padding: 1)
            #expect(SquarifiedTreemap.squarify(values, x0: 0, y0: 0, x1: 100, y1: 50).count == values.count)
            _ = Stack.layers([values, values], offset: .wiggle)
        }
        #expect(BoxStatistics([.nan]) == nil)
    }
}
