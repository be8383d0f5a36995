/// Places nodes and links of a flow in columns, as d3-sankey does: columns by the longest way, then a few rounds that move
/// each node to where its links pull it and part those that collide (Mike Bostock, src/sankey.js; aligned "justify").
struct SankeyLayout {
    struct Link: Sendable {
        let source: Int, target: Int, value: Double
        /// Thickness, and the middle of the link at either end.
        var width = 0.0, y0 = 0.0, y1 = 0.0
    }

    struct Node: Sendable {
        var value = 0.0, layer = 0, depth = 0
        var x0 = 0.0, x1 = 0.0, y0 = 0.0, y1 = 0.0
        /// Indices of links that leave and that arrive, from above.
        var leaving: [Int] = [], arriving: [Int] = []
    }

    private(set) var nodes: [Node]
    private(set) var links: [Link]
    private var columns: [[Int]] = []
    private var padding: Double

    private static let rounds = 6

    /// - Parameters:
    ///   - count: nodes are numbered from 0.
    ///   - links: between two different nodes, of values above zero, without a way back to where one began.
    init?(count: Int, links: [(source: Int, target: Int, value: Double)], x0: Double, y0: Double, x1: Double, y1: Double, nodeWidth: Double, padding: Double) {
        nodes = Array(repeating: Node(), count: count)
        self.links = links.map { Link(source: $0.source, target: $0.target, value: $0.value) }
        self.padding = padding
        for (index, link) in self.links.enumerated() {
            nodes[link.source].leaving.append(index)
            nodes[link.target].arriving.append(index)
        }
        for index in nodes.indices { nodes[index].value = max(sum(nodes[index].leaving), sum(nodes[index].arriving)) }
        guard let depths = Self.depths(nodes, self.links) else { return nil }
        let most = depths.max() ?? 0
        for index in nodes.indices {
            nodes[index].depth = depths[index]
            // Where nothing leaves, the end of the way is on the right.
            nodes[index].layer = nodes[index].leaving.isEmpty ? most : depths[index]
            let step = most == 0 ? 0 : (x1 - x0 - nodeWidth) / Double(most)
            nodes[index].x0 = x0 + Double(nodes[index].layer) * step
            nodes[index].x1 = nodes[index].x0 + nodeWidth
        }
        columns = (0...most).map { layer in nodes.indices.filter { nodes[$0].layer == layer } }
        let longest = columns.map(\.count).max() ?? 1
        self.padding = longest > 1 ? min(padding, (y1 - y0) / Double(longest - 1)) : padding
        placeAtFirst(y0, y1)
        for round in 0..<Self.rounds {
            let alpha = (0..<round).reduce(1.0) { product, _ in product * 0.99 }, beta = max(1 - alpha, Double(round + 1) / Double(Self.rounds))
            for column in columns.dropLast().reversed() { relax(column, alpha, beta, y0, y1, pull: pullFromRight) }
            for column in columns.dropFirst() { relax(column, alpha, beta, y0, y1, pull: pullFromLeft) }
        }
        placeLinks()
    }

    private func sum(_ indices: [Int]) -> Double { indices.reduce(0) { $0 + links[$1].value } }

    /// The longest way from a node where nothing arrives; nil where ways lead in a circle.
    private static func depths(_ nodes: [Node], _ links: [Link]) -> [Int]? {
        var depths = Array(repeating: 0, count: nodes.count), current = Set(nodes.indices), depth = 0
        while !current.isEmpty {
            guard depth <= nodes.count else { return nil }
            for index in current { depths[index] = depth }
            current = Set(current.flatMap { nodes[$0].leaving.map { links[$0].target } })
            depth += 1
        }
        return depths
    }

    private mutating func placeAtFirst(_ y0: Double, _ y1: Double) {
        let scales = columns.map { column -> Double in
            let room = y1 - y0 - Double(column.count - 1) * padding, sum = column.reduce(0) { $0 + nodes[$1].value }
            return sum > 0 ? room / sum : .infinity
        }
        let scale = scales.filter(\.isFinite).min() ?? 0
        for index in links.indices { links[index].width = links[index].value * scale }
        for column in columns {
            var y = y0
            for index in column {
                nodes[index].y0 = y
                nodes[index].y1 = y + nodes[index].value * scale
                y = nodes[index].y1 + padding
            }
            let space = (y1 - y + padding) / Double(column.count + 1)
            for (rank, index) in column.enumerated() { move(index, by: space * Double(rank + 1)) }
            // Nodes to the right have no place yet: their links stay in the order given.
            for index in column { sortLinks(of: index) }
        }
    }

    private mutating func move(_ index: Int, by distance: Double) {
        nodes[index].y0 += distance
        nodes[index].y1 += distance
    }

    // MARK: Relaxation

    private mutating func relax(_ column: [Int], _ alpha: Double, _ beta: Double, _ y0: Double, _ y1: Double, pull: (SankeyLayout, Int) -> Double?) {
        for index in column {
            guard let y = pull(self, index) else { continue }
            move(index, by: (y - nodes[index].y0) * alpha)
            sortNeighbours(of: index)
        }
        let layer = column.first.map { nodes[$0].layer } ?? 0
        columns[layer] = column.enumerated().sorted { (nodes[$0.element].y0, $0.offset) < (nodes[$1.element].y0, $1.offset) }.map(\.element)
        part(columns[layer], beta, y0, y1)
    }

    /// Where a node's links from the left would have its top.
    private var pullFromLeft: (SankeyLayout, Int) -> Double? {
        { layout, target in
            layout.mean(layout.nodes[target].arriving.map { index in
                let source = layout.links[index].source
                return (layout.top(of: target, from: source, at: index), layout.links[index].value * Double(layout.nodes[target].layer - layout.nodes[source].layer))
            })
        }
    }

    private var pullFromRight: (SankeyLayout, Int) -> Double? {
        { layout, source in
            layout.mean(layout.nodes[source].leaving.map { index in
                let target = layout.links[index].target
                return (layout.top(of: source, to: target, at: index), layout.links[index].value * Double(layout.nodes[target].layer - layout.nodes[source].layer))
            })
        }
    }

    private func mean(_ items: [(y: Double, weight: Double)]) -> Double? {
        let weight = items.reduce(0) { $0 + $1.weight }
        return weight > 0 ? items.reduce(0) { $0 + $1.y * $1.weight } / weight : nil
    }

    /// The target's top that makes its link from this source level.
    private func top(of target: Int, from source: Int, at link: Int) -> Double {
        var y = nodes[source].y0 - Double(nodes[source].leaving.count - 1) * padding / 2
        for other in nodes[source].leaving { if links[other].target == target { break }; y += links[other].width + padding }
        for other in nodes[target].arriving { if links[other].source == source { break }; y -= links[other].width }
        return y
    }

    private func top(of source: Int, to target: Int, at link: Int) -> Double {
        var y = nodes[target].y0 - Double(nodes[target].arriving.count - 1) * padding / 2
        for other in nodes[target].arriving { if links[other].source == source { break }; y += links[other].width + padding }
        for other in nodes[source].leaving { if links[other].target == target { break }; y -= links[other].width }
        return y
    }

    // MARK: Collisions

    private mutating func part(_ column: [Int], _ alpha: Double, _ y0: Double, _ y1: Double) {
        guard !column.isEmpty else { return }
        let middle = column.count / 2, subject = nodes[column[middle]]
        push(column[..<middle], up: subject.y0 - padding, alpha)
        push(column[(middle + 1)...], down: subject.y1 + padding, alpha)
        push(column[...], up: y1, alpha)
        push(column[...], down: y0, alpha)
    }

    private mutating func push(_ column: ArraySlice<Int>, down start: Double, _ alpha: Double) {
        var y = start
        for index in column {
            let distance = (y - nodes[index].y0) * alpha
            if distance > 1e-6 { move(index, by: distance) }
            y = nodes[index].y1 + padding
        }
    }

    private mutating func push(_ column: ArraySlice<Int>, up start: Double, _ alpha: Double) {
        var y = start
        for index in column.reversed() {
            let distance = (nodes[index].y1 - y) * alpha
            if distance > 1e-6 { move(index, by: -distance) }
            y = nodes[index].y0 - padding
        }
    }

    // MARK: Links

    /// From above by the node at the far end, then by their numbers.
    private func leavingInOrder(_ index: Int) -> [Int] {
        nodes[index].leaving.sorted { (nodes[links[$0].target].y0, $0) < (nodes[links[$1].target].y0, $1) }
    }

    private func arrivingInOrder(_ index: Int) -> [Int] {
        nodes[index].arriving.sorted { (nodes[links[$0].source].y0, $0) < (nodes[links[$1].source].y0, $1) }
    }

    private mutating func sortLinks(of index: Int) {
        nodes[index].leaving = leavingInOrder(index)
        nodes[index].arriving = arrivingInOrder(index)
    }

    private mutating func sortNeighbours(of index: Int) {
        for link in nodes[index].arriving { nodes[links[link].source].leaving = leavingInOrder(links[link].source) }
        for link in nodes[index].leaving { nodes[links[link].target].arriving = arrivingInOrder(links[link].target) }
    }

    private mutating func placeLinks() {
        for node in nodes {
            var y = node.y0
            for index in node.leaving { links[index].y0 = y + links[index].width / 2; y += links[index].width }
            y = node.y0
            for index in node.arriving { links[index].y1 = y + links[index].width / 2; y += links[index].width }
        }
    }
}
