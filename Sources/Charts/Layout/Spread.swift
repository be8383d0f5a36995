/// Moves labels apart with the least squares of movement, keeping their order: isotonic regression (pool adjacent
/// violators) of positions less their cumulative heights, then clamped to the room there is.
enum Spread {
    /// - Parameters:
    ///   - wanted: centres, in any order.
    ///   - height: that each label takes.
    /// - Returns: centres in the same order, at least `height` apart, within `low...high` where they fit at all.
    static func positions(_ wanted: [Double], height: Double, low: Double, high: Double) -> [Double] {
        let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
        var blocks: [(sum: Double, count: Int)] = []
        for (rank, index) in order.enumerated() {
            blocks.append((wanted[index] - Double(rank) * height, 1))
            while blocks.count > 1 {
                let last = blocks[blocks.count - 1], before = blocks[blocks.count - 2]
                guard before.sum / Double(before.count) > last.sum / Double(last.count) else { break }
                blocks.removeLast(2)
                blocks.append((before.sum + last.sum, before.count + last.count))
            }
        }
        let flat = blocks.flatMap { Array(repeating: $0.sum / Double($0.count), count: $0.count) }
        let top = low + height / 2, bottom = high - height / 2 - Double(max(0, wanted.count - 1)) * height
        var result = Array(repeating: 0.0, count: wanted.count)
        for (rank, index) in order.enumerated() {
            result[index] = max(top, min(max(top, bottom), flat[rank])) + Double(rank) * height
        }
        return result
    }
}
