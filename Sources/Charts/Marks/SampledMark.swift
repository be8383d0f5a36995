/// A mark that shows many numbers in one row.
protocol SampledMark: Mark {
    /// Finite, in any order.
    var values: [Double] { get }
    var y: PlottableValue { get }
}

extension SampledMark {
    public var statement: MarkStatement? { MarkStatement(place: y.datum, value: Quantile.value(0.5, ofSorted: values.sorted()), series: nil, isHorizontal: true) }

    public static func extents(of marks: [Self], _ options: ChartOptions) -> Extents {
        var extents = Extents()
        extents.x = marks.flatMap { [.number($0.values.min()), .number($0.values.max())] }.filter { $0.number != nil }
        extents.y = marks.map(\.y.datum)
        extents.hasValues = !extents.x.isEmpty
        return extents
    }
}
