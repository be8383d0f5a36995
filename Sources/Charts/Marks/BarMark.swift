/// A bar from zero, or from one value to another. It lies where the number is given as `x` and the category as `y`.
public struct BarMark: Mark {
    /// How bars of one place stand to each other.
    public enum Stacking: Sendable {
        /// Upon each other: positive ones up from zero, negative ones down.
        case standard
        /// As shares of their place's sum.
        case normalized
        /// Each from zero, over each other.
        case unstacked
    }

    public var attributes = MarkAttributes()
    let x: Span
    let y: Span
    let stacking: Stacking
    /// Whether the value runs along the horizontal axis.
    let isHorizontal: Bool

    /// A bar from zero.
    public init(x: PlottableValue, y: PlottableValue, stacking: Stacking = .standard) {
        self.init(.at(x), .at(y), stacking, isHorizontal: x.datum.isNumber && !y.datum.isNumber)
    }

    /// A bar between two numbers or moments at a category, or a bin of a histogram where `y` is a number.
    public init(xStart: PlottableValue, xEnd: PlottableValue, y: PlottableValue) {
        self.init(.range(xStart, xEnd), .at(y), .unstacked, isHorizontal: !y.datum.isNumber)
    }

    /// A bar between two numbers, standing at a category.
    public init(x: PlottableValue, yStart: PlottableValue, yEnd: PlottableValue) {
        self.init(.at(x), .range(yStart, yEnd), .unstacked, isHorizontal: false)
    }

    private init(_ x: Span, _ y: Span, _ stacking: Stacking, isHorizontal: Bool) {
        self.x = x
        self.y = y
        self.stacking = stacking
        self.isHorizontal = isHorizontal
    }

    var category: Span { isHorizontal ? y : x }
    private var length: Span { isHorizontal ? x : y }

    /// The length, or the far end of a bar between two values.
    var value: Double? {
        switch length {
        case .at(let value): value.datum.number
        case .range(_, let end): end.datum.number
        }
    }

    /// A bar between two values says nothing unless it is told what.
    var hasLabel: Bool { !isRange || attributes.label != nil || attributes.labelValue != nil }

    var isRange: Bool { if case .range = length { true } else { false } }

    /// Whether some bars stand upon others.
    static func areStacked(_ marks: [BarMark]) -> Bool {
        if marks.contains(where: { $0.stacking == .normalized }) { return true }
        var series: [Datum: String] = [:]
        for mark in marks where mark.stacking == .standard && mark.attributes.position == nil {
            guard let name = mark.attributes.series else { continue }
            if let other = series[mark.category.first], other != name { return true }
            series[mark.category.first] = name
        }
        return false
    }

    /// A bar between two values says only what it was told to.
    public var statement: MarkStatement? {
        isRange && attributes.labelValue == nil ? nil : MarkStatement(place: category.first, value: attributes.labelValue ?? value, series: attributes.series, isHorizontal: isHorizontal)
    }

    public var transposed: BarMark? {
        var bar = BarMark(y, x, stacking, isHorizontal: !isHorizontal)
        bar.attributes = attributes
        return bar
    }

    public static func extents(of marks: [BarMark], _ options: ChartOptions) -> Extents {
        var extents = Extents()
        for piece in StackedBars.pieces(marks) {
            let mark = piece.mark
            let ends = mark.isRange ? mark.length.ends : [.number(piece.low), .number(piece.high)]
            let isContinuous = ends.contains(where: \.isTime)
            if mark.isHorizontal {
                extents.x += ends
                extents.y += mark.category.ends
                extents.xFromZero = extents.xFromZero || !mark.isRange
                extents.xIsContinuous = extents.xIsContinuous || isContinuous
            } else {
                extents.x += mark.category.ends
                extents.y += ends
                extents.yFromZero = extents.yFromZero || !mark.isRange
                if case .range = mark.category { extents.xIsContinuous = true }
            }
            extents.hasValues = true
        }
        // A place whose number is missing keeps its room.
        for mark in marks where mark.value == nil {
            if mark.isHorizontal { extents.y += mark.category.ends } else { extents.x += mark.category.ends }
        }
        return extents.inOrder(of: marks.map { $0.category.first }, isHorizontal: marks.contains(where: \.isHorizontal))
    }

    public static func draw(_ marks: [BarMark], on plot: Plot, into canvas: inout Canvas) {
        var seen = Set<String>()
        let positions = marks.compactMap(\.attributes.position).filter { seen.insert($0).inserted }
        let stacked = areStacked(marks)
        if !stacked, plot.showsValues { for mark in marks where mark.value == nil { mark.markMissing(on: plot, into: &canvas) } }
        for piece in StackedBars.pieces(marks) {
            let mark = piece.mark
            let (along, across) = mark.isHorizontal ? (plot.x, plot.y) : (plot.y, plot.x)
            guard let room = across.extent(of: mark.category), let values = along.values else { continue }
            var (from, to) = (room.from, room.to)
            if from == to { (from, to) = (from - 3, to + 3) }
            var gap = across.bands == nil ? min(1, (to - from) / 4) : 0
            if let position = mark.attributes.position, let index = positions.firstIndex(of: position) {
                let slot = (to - from) / Double(positions.count)
                (from, to) = (from + Double(index) * slot, from + Double(index + 1) * slot)
                gap = min(2, slot * 0.15)
            }
            let thickness = across.bands == nil ? max(0.5, to - from - gap) : min(max(0.5, to - from - gap), plot.options.barThickness ?? 72)
            let edge = (from + to) / 2 - thickness / 2
            let low = values.clamped(piece.low)
            var high = values.clamped(piece.high)
            // Minutes among weeks would be no wider than a hair.
            if case .range(let start, _) = mark.length, start.datum.isTime { high = max(high, low + 4) }
            let shape: Scene.Shape = mark.isHorizontal
                ? .rect(x: min(low, high), y: edge, width: abs(high - low), height: thickness)
                : .rect(x: edge, y: min(low, high), width: thickness, height: abs(high - low))
            canvas.scene.add(shape, plot.colours.fill(mark.attributes), tooltip: plot.tooltip(mark.attributes, mark.category.first, piece.tooltip(plot)))
            if case .rect(let x, let y, let width, let height) = shape { canvas.keepFree(x: x, y: y, width: width, height: height) }
            BarLabel(
                piece: piece, isStacked: stacked, low: low, high: high, centre: edge + thickness / 2, thickness: thickness, text: piece.label(plot)
            ).place(on: plot, into: &canvas)
        }
    }
}

extension BarMark {
    /// A dash where a number is missing: nothing would read as zero.
    private func markMissing(on plot: Plot, into canvas: inout Canvas) {
        let (along, across) = isHorizontal ? (plot.x, plot.y) : (plot.y, plot.x)
        guard attributes.position == nil, let place = across.center(of: category.first), let zero = along.values?.clamped(0) else { return }
        isHorizontal ? canvas.label("—", x: zero + 6, y: place + 4, anchor: .start) : canvas.label("—", x: place, y: zero - 5, anchor: .middle)
    }
}

extension Extents {
    /// Categories in the order of the marks, whether their number is missing or not.
    fileprivate func inOrder(of categories: [Datum], isHorizontal: Bool) -> Extents {
        guard categories.contains(where: \.isText) else { return self }
        var extents = self
        if isHorizontal { extents.y = categories + extents.y } else { extents.x = categories + extents.x }
        return extents
    }
}
