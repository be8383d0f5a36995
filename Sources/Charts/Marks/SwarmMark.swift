/// Many values as dots in one row, beside each other where they would meet.
public struct SwarmMark: SampledMark {
    public var attributes = MarkAttributes()
    let values: [Double]
    let y: PlottableValue

    public init(values: [Double], y: PlottableValue) {
        self.values = values.filter(\.isFinite)
        self.y = y
    }

    public static func draw(_ marks: [SwarmMark], on plot: Plot, into canvas: inout Canvas) {
        guard let scale = plot.x.values else { return }
        let places = marks.map { $0.values.map(scale.clamped) }
        let room = marks.compactMap { plot.y.extent(of: .at($0.y)) }.map { ($0.to - $0.from) / 2 }.min() ?? 0
        // The largest dots whose swarms find room in their rows; in the end they overlap.
        let radii = [3.5, 2.5, 1.8, 1.2]
        let radius = radii.first { radius in places.allSatisfy { Swarm.offsets($0, radius: radius, padding: 0.5).allSatisfy { $0.magnitude + radius <= room } } } ?? 1.2
        for (mark, xs) in zip(marks, places) {
            guard let centre = plot.y.center(of: mark.y.datum) else { continue }
            var path = PathBuilder()
            for (x, offset) in zip(xs, Swarm.offsets(xs, radius: radius, padding: 0.5)) { path.dot(x, centre + max(-room, min(room, offset))) }
            canvas.scene.add(.path(path.data), plot.colours.stroke(mark.attributes) + " swarm\(radii.firstIndex(of: radius) ?? 0)", tooltip: mark.attributes.tooltip)
        }
    }
}
