/// Moves dots of one row aside so that none lie upon each other: in the order of their positions each takes the free place
/// nearest to the middle (Observable Plot's `dodge`).
enum Swarm {
    /// - Parameters:
    ///   - positions: along the row, in pixels, in any order.
    ///   - padding: between dots.
    /// - Returns: distances from the row's middle, in the order of `positions`.
    static func offsets(_ positions: [Double], radius: Double, padding: Double) -> [Double] {
        let order = positions.indices.sorted { (positions[$0], $0) < (positions[$1], $1) }
        let reach = 2 * radius + padding
        var offsets = Array(repeating: 0.0, count: positions.count), first = 0
        for rank in order.indices {
            let index = order[rank], x = positions[index]
            // Dots too far back along the row are out of reach for all that follow, too.
            while first < rank, x - positions[order[first]] >= reach { first += 1 }
            // Each dot in reach forbids the offsets between two ends; a free one is 0 or lies at an end.
            let forbidden = order[first..<rank].map { other -> (low: Double, high: Double) in
                let along = x - positions[other], half = max(0, reach * reach - along * along).squareRoot()
                return (offsets[other] - half, offsets[other] + half)
            }
            let ends: [Double] = [0] + forbidden.map(\.low) + forbidden.map(\.high)
            let free = ends.filter { end in !forbidden.contains { end > $0.low + 1e-9 && end < $0.high - 1e-9 } }
            offsets[index] = free.min { ($0.magnitude, $0) < ($1.magnitude, $1) } ?? 0
        }
        return offsets
    }
}
