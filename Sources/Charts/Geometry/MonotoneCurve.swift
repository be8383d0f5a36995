/// A smooth curve through points in the order of x that overshoots none of them: cubic Hermite segments with Steffen's
/// tangents (M. Steffen, "A simple method for monotonic interpolation in one dimension", A&A 239, 1990), as d3's
/// `curveMonotoneX` draws it.
enum MonotoneCurve {
    struct Segment {
        var control1: (x: Double, y: Double), control2: (x: Double, y: Double), end: (x: Double, y: Double)
    }

    static func segments(through points: [(x: Double, y: Double)]) -> [Segment] {
        guard points.count > 1 else { return [] }
        let tangents = tangents(points)
        return (1..<points.count).map { index in
            let from = points[index - 1], to = points[index], third = (to.x - from.x) / 3
            return Segment(
                control1: (from.x + third, from.y + third * tangents[index - 1]), control2: (to.x - third, to.y - third * tangents[index]), end: to)
        }
    }

    private static func tangents(_ points: [(x: Double, y: Double)]) -> [Double] {
        func slope(_ a: Int, _ b: Int) -> Double {
            let width = points[b].x - points[a].x
            return width == 0 ? 0 : (points[b].y - points[a].y) / width
        }
        let last = points.count - 1
        guard last > 1 else { return [slope(0, 1), slope(0, 1)] }
        var tangents = Array(repeating: 0.0, count: points.count)
        for index in 1..<last {
            let h0 = points[index].x - points[index - 1].x, h1 = points[index + 1].x - points[index].x
            let s0 = slope(index - 1, index), s1 = slope(index, index + 1)
            let mean = h0 + h1 == 0 ? 0 : (s0 * h1 + s1 * h0) / (h0 + h1)
            let signs = (s0 < 0 ? -1.0 : 1) + (s1 < 0 ? -1.0 : 1)
            tangents[index] = signs * min(s0.magnitude, s1.magnitude, mean.magnitude / 2)
        }
        tangents[0] = (3 * slope(0, 1) - tangents[1]) / 2
        tangents[last] = (3 * slope(last - 1, last) - tangents[last - 1]) / 2
        return tangents
    }
}
