/// A flow from one node to another, as wide as it is large. Nodes stand in columns by their longest way.
public struct SankeyMark: Mark {
    public var attributes = MarkAttributes()
    private let from: String
    private let to: String
    private let value: PlottableValue

    /// - Parameters:
    ///   - from, to: names of nodes.
    ///   - value: above zero; else it is left out, as are flows that lead in a circle.
    public init(from: PlottableValue, to: PlottableValue, value: PlottableValue) {
        self.from = from.name
        self.to = to.name
        self.value = value
    }

    private var size: Double { max(0, value.datum.number ?? 0) }

    public var statement: MarkStatement? { MarkStatement(place: .text("\(from) → \(to)"), value: value.datum.number, series: nil) }

    public static func extents(of marks: [SankeyMark], _ options: ChartOptions) -> Extents {
        var extents = Extents()
        extents.hasValues = !forward(marks).isEmpty
        return extents
    }

    public static func freeHeight(of marks: [SankeyMark], width: Double, _ options: ChartOptions) -> Double? {
        max(220, min(520, Double(Set(marks.flatMap { [$0.from, $0.to] }).count) * 36))
    }

    /// The flows that can be drawn: in the order given, each that closes no circle.
    private static func forward(_ marks: [SankeyMark]) -> [SankeyMark] {
        var targets: [String: Set<String>] = [:]
        func reaches(_ start: String, _ end: String) -> Bool {
            var seen: Set<String> = [start], open = [start]
            while let next = open.popLast() {
                if next == end { return true }
                for target in targets[next] ?? [] where seen.insert(target).inserted { open.append(target) }
            }
            return false
        }
        return marks.filter { mark in
            guard mark.size > 0, mark.from != mark.to, !reaches(mark.to, mark.from) else { return false }
            targets[mark.from, default: []].insert(mark.to)
            return true
        }
    }

    public static func draw(_ marks: [SankeyMark], on plot: Plot, into canvas: inout Canvas) {
        let flows = forward(marks)
        var index: [String: Int] = [:], names: [String] = []
        for name in flows.flatMap({ [$0.from, $0.to] }) where index[name] == nil { index[name] = names.count; names.append(name) }
        // Relative to the largest, so that sums stay finite.
        let largest = flows.map(\.size).max() ?? 1
        let layout = SankeyLayout(
            count: names.count, links: flows.map { (index[$0.from] ?? 0, index[$0.to] ?? 0, $0.size / largest) },
            x0: plot.left, y0: plot.top + 4, x1: plot.right, y1: plot.bottom - 4, nodeWidth: 12, padding: 16)
        guard let layout else { return }
        // Each beginning has a colour; what flows on from later nodes is mixed, and grey.
        let first = layout.nodes.indices.filter { layout.nodes[$0].layer == 0 }
        func colour(_ node: Int) -> Int? { first.firstIndex(of: node).map { $0 % ChartStyle.count + 1 } }
        for (flow, link) in zip(flows, layout.links) {
            let x0 = layout.nodes[link.source].x1, x1 = layout.nodes[link.target].x0, middle = (x0 + x1) / 2, half = max(0.5, link.width / 2)
            var path = PathBuilder()
            path.move(x0, link.y0 - half)
            path.cubic((middle, link.y0 - half), (middle, link.y1 - half), (x1, link.y1 - half))
            path.line(x1, link.y1 + half)
            path.cubic((middle, link.y1 + half), (middle, link.y0 + half), (x0, link.y0 + half))
            path.close()
            canvas.scene.add(.path(path.data), colour(link.source).map { "f\($0)" } ?? "stream", tooltip: flow.attributes.tooltip ?? "\(flow.from) → \(flow.to): \(plot.yFormat.text(flow.size, plot.locale))")
        }
        let last = layout.nodes.map(\.layer).max() ?? 0
        let step = (plot.right - plot.left) / Double(max(1, last))
        for (index, (name, node)) in zip(names, layout.nodes).enumerated() {
            let text = plot.yFormat.text(node.value * largest, plot.locale)
            canvas.scene.add(.rect(x: node.x0, y: node.y0, width: node.x1 - node.x0, height: max(1, node.y1 - node.y0)), colour(index).map { "s\($0)" } ?? "ink", tooltip: "\(name): \(text)")
            // Names stand to the right of their nodes, those of the last column to the left.
            let isLast = node.layer == last, x = isLast ? node.x0 - 6 : node.x1 + 6, anchor: Scene.Anchor = isLast ? .end : .start
            let y = (node.y0 + node.y1) / 2 + 4, room = step - 30
            let choices = [["\(name)  \(text)"], [name, text], [TextMeasure.fitted(name, size: 12, width: room)]].filter { rows in
                rows.allSatisfy { TextMeasure.width($0, size: 12) <= room }
            }
            canvas.label(.value, choices.map { Canvas.Label.Place(x: x, y: y - Double($0.count - 1) * Canvas.rowHeight / 2, anchor: anchor, rows: $0) }, "strong-plain")
        }
    }
}
