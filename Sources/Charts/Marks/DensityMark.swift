/// The density of many values along the axis, mirrored about its row.
public struct DensityMark: SampledMark {
    public var attributes = MarkAttributes()
    let values: [Double]
    let y: PlottableValue

    /// - Parameter values: in any order.
    public init(values: [Double], y: PlottableValue) {
        self.values = values.filter(\.isFinite)
        self.y = y
    }

    public static func draw(_ marks: [DensityMark], on plot: Plot, into canvas: inout Canvas) {
        guard let scale = plot.x.values else { return }
        let shapes = marks.compactMap { mark -> (mark: DensityMark, places: [Double], heights: [Double])? in
            guard let low = mark.values.min(), let high = mark.values.max(), low < high else { return nil }
            let places = (0...60).map { low + (high / 60 - low / 60) * Double($0) }
            return Density.estimate(mark.values, at: places).map { (mark, places, $0) }
        }
        for shape in shapes {
            // Each fills its row: its shape is what is compared, its count stands in the tooltip.
            guard let highest = shape.heights.max(), highest > 0, highest.isFinite else { continue }
            guard let room = plot.y.extent(of: .at(shape.mark.y)) else { continue }
            let centre = (room.from + room.to) / 2, half = (room.to - room.from) / 2
            let upper = zip(shape.places, shape.heights).map { place, height in (x: scale.clamped(place), y: centre - height / highest * half) }
            var path = PathBuilder()
            path.polygon(upper + upper.reversed().map { ($0.x, 2 * centre - $0.y) })
            canvas.scene.add(.path(path.data), plot.colours.area(shape.mark.attributes), tooltip: shape.mark.attributes.tooltip)
        }
    }
}
