extension PathBuilder {
    /// Joins points that lie in the order of the axis.
    mutating func curve(_ points: [(x: Double, y: Double)], _ interpolation: LineMark.Interpolation) {
        guard let first = points.first else { return }
        move(first.x, first.y)
        switch interpolation {
        case .linear:
            for point in points.dropFirst() { line(point.x, point.y) }
        case .step:
            for (before, point) in zip(points, points.dropFirst()) {
                line(point.x, before.y)
                line(point.x, point.y)
            }
        case .monotone:
            for segment in MonotoneCurve.segments(through: points) {
                cubic(segment.control1, segment.control2, segment.end)
            }
        }
    }
}
