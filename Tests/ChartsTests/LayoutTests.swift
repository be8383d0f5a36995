import Foundation
import Testing

@testable import Charts

/// Stacks, bins, treemaps and flows against d3's own modules (Fixtures/d3-layouts.mjs).
struct LayoutTests {
    struct File: Decodable, Sendable {
        struct StackCase: Decodable, Sendable { let offset: String, series: [[Double]], layers: [[[Double]]] }
        struct BinCase: Decodable, Sendable { let sample: Int, thresholds: Int?, bins: [[Double]] }
        struct TreemapCase: Decodable, Sendable { let values: [Double], width: Double, height: Double, rects: [[Double]] }
        struct FlowCase: Decodable, Sendable { let count: Int, links: [[Double]], nodes: [[Double]], ends: [[Double]] }
        let stacks: [StackCase], samples: [[Double]], bins: [BinCase], quantiles: [[Double]], treemaps: [TreemapCase], flows: [FlowCase]
    }

    let file: File

    init() throws {
        let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/d3-layouts.json")
        file = try JSONDecoder().decode(File.self, from: Data(contentsOf: url))
    }

    private func near(_ a: Double, _ b: Double, _ tolerance: Double = 1e-5) -> Bool { abs(a - b) <= tolerance * max(1, abs(b)) }

    @Test func `stacks are d3's`() throws {
        #expect(file.stacks.count == 11)
        let offsets: [String: Stack.Offset] = ["none": .none, "diverging": .diverging, "expand": .expand, "silhouette": .silhouette, "wiggle": .wiggle]
        for vector in file.stacks {
            let layers = Stack.layers(vector.series, offset: try #require(offsets[vector.offset]))
            for (layer, expected) in zip(layers, vector.layers) {
                for (span, ends) in zip(layer, expected) { #expect(near(span.low, ends[0]) && near(span.high, ends[1]), "\(vector.offset)") }
            }
        }
    }

    @Test func `bins are d3's`() {
        #expect(file.bins.count == 32)
        for vector in file.bins {
            let bins = Bins.bins(file.samples[vector.sample], thresholds: vector.thresholds)
            #expect(bins.map(\.count) == vector.bins.map { Int($0[2]) }, "sample \(vector.sample), \(vector.thresholds ?? -1)")
            for (bin, expected) in zip(bins, vector.bins) { #expect(near(bin.low, expected[0], 1e-12) && near(bin.high, expected[1], 1e-12)) }
        }
    }

    @Test func `quantiles are d3's`() throws {
        for vector in file.quantiles {
            let values = file.samples[Int(vector[0])].sorted()
            #expect(near(try #require(Quantile.value(vector[1], ofSorted: values)), vector[2], 1e-12))
        }
    }

    @Test func `treemaps are d3's`() {
        for vector in file.treemaps {
            let rects = SquarifiedTreemap.squarify(vector.values, x0: 0, y0: 0, x1: vector.width, y1: vector.height)
            #expect(rects.count == vector.rects.count)
            for (rect, expected) in zip(rects, vector.rects) {
                #expect(zip([rect.x0, rect.y0, rect.x1, rect.y1], expected).allSatisfy { near($0, $1) })
            }
        }
    }

    @Test func `flows are laid out as d3-sankey does`() throws {
        #expect(file.flows.count == 3)
        for vector in file.flows {
            let links = vector.links.map { (source: Int($0[0]), target: Int($0[1]), value: $0[2]) }
            let layout = try #require(SankeyLayout(count: vector.count, links: links, x0: 1, y0: 1, x1: 959, y1: 494, nodeWidth: 15, padding: 10))
            for (node, expected) in zip(layout.nodes, vector.nodes) {
                #expect(zip([node.x0, node.x1, node.y0, node.y1], expected).allSatisfy { near($0, $1) })
            }
            for (link, expected) in zip(layout.links, vector.ends) {
                #expect(zip([link.y0, link.y1, link.width], expected).allSatisfy { near($0, $1) })
            }
        }
    }

    @Test func `a flow in a circle has no layout`() {
        let circle = [(source: 0, target: 1, value: 1.0), (source: 1, target: 0, value: 1.0)]
        #expect(SankeyLayout(count: 2, links: circle, x0: 0, y0: 0, x1: 9, y1: 9, nodeWidth: 1, padding: 1) == nil)
    }
}
