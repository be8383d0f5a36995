/// The `d` of a path, written as it grows.
struct PathBuilder {
    private(set) var data = ""

    mutating func move(_ x: Double, _ y: Double) { data += "M\(SVGWriter.number(x)),\(SVGWriter.number(y))" }
    mutating func line(_ x: Double, _ y: Double) { data += "L\(SVGWriter.number(x)),\(SVGWriter.number(y))" }
    mutating func arc(radius: Double, large: Bool, sweep: Bool, _ x: Double, _ y: Double) {
        let r = SVGWriter.number(radius)
        data += "A\(r),\(r),0,\(large ? 1 : 0),\(sweep ? 1 : 0),\(SVGWriter.number(x)),\(SVGWriter.number(y))"
    }
    /// A dot: a line of no length, which a round cap makes a disc.
    mutating func dot(_ x: Double, _ y: Double) { data += "M\(SVGWriter.number(x)),\(SVGWriter.number(y))h0" }

    mutating func polygon(_ points: [(x: Double, y: Double)]) {
        guard let first = points.first else { return }
        move(first.x, first.y)
        for point in points.dropFirst() { line(point.x, point.y) }
        close()
    }

    mutating func close() { data += "Z" }
    mutating func append(_ command: String) { data += command }
}
