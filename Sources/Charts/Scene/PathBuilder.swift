/// The `d` of a path, written as it grows.
struct PathBuilder {
    private(set) var data = ""

    mutating func move(_ x: Double, _ y: Double) { data += "M\(SVGWriter.number(x)),\(SVGWriter.number(y))" }
    mutating func line(_ x: Double, _ y: Double) { data += "L\(SVGWriter.number(x)),\(SVGWriter.number(y))" }
    mutating func arc(radius: Double, large: Bool, sweep: Bool, _ x: Double, _ y: Double) {
        let r = SVGWriter.number(radius)
        data += "A\(r),\(r),0,\(large ? 1 : 0),\(sweep ? 1 : 0),\(SVGWriter.number(x)),\(SVGWriter.number(y))"
    }
    mutating func close() { data += "Z" }
}
