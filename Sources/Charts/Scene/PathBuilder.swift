/// The `d` of a path, written as it grows.
struct PathBuilder {
    private(set) var data = Markup()

    mutating func move(_ x: Double, _ y: Double) { data.point(UInt8(ascii: "M"), x, y) }
    mutating func line(_ x: Double, _ y: Double) { data.point(UInt8(ascii: "L"), x, y) }
    mutating func arc(radius: Double, large: Bool, sweep: Bool, _ x: Double, _ y: Double) {
        data.point(UInt8(ascii: "A"), radius, radius)
        data.add(",0,\(large ? 1 : 0),\(sweep ? 1 : 0)")
        data.point(UInt8(ascii: ","), x, y)
    }
    /// A dot: a line of no length, which a round cap makes a disc.
    mutating func dot(_ x: Double, _ y: Double) {
        move(x, y)
        data.add("h0")
    }

    mutating func cubic(_ a: (x: Double, y: Double), _ b: (x: Double, y: Double), _ c: (x: Double, y: Double)) {
        data.point(UInt8(ascii: "C"), a.x, a.y)
        data.point(UInt8(ascii: " "), b.x, b.y)
        data.point(UInt8(ascii: " "), c.x, c.y)
    }

    mutating func polygon(_ points: [(x: Double, y: Double)]) {
        guard let first = points.first else { return }
        move(first.x, first.y)
        for point in points.dropFirst() { line(point.x, point.y) }
        close()
    }

    mutating func close() { data.command(UInt8(ascii: "Z")) }
}
