/// A stretch of the axis behind the marks, with its name above: a phase of the campaign.
public struct BandMark: Mark {
    public var attributes = MarkAttributes()
    private let span: Span
    private let label: String
    private let isShaded: Bool

    /// - Parameter isShaded: every other band is, so that neighbours are told apart.
    public init(xStart: PlottableValue, xEnd: PlottableValue, label: String, isShaded: Bool) {
        span = .range(xStart, xEnd)
        self.label = label
        self.isShaded = isShaded
    }

    public static var layer: MarkLayer { .behind }

    public static func extents(of marks: [BandMark], _ options: ChartOptions) -> Extents { Extents() }

    public static func draw(_ marks: [BandMark], on plot: Plot, into canvas: inout Canvas) {
        let rows = rows(of: marks, plot.x)
        for (mark, room) in extents(of: marks, plot.x) {
            if mark.isShaded {
                canvas.scene.add(.rect(x: room.lowerBound, y: plot.top, width: room.upperBound - room.lowerBound, height: plot.bottom - plot.top), "band")
            }
            let width = room.upperBound - room.lowerBound - 4
            // A name that is a little too wide may stand over its neighbours' ends where theirs leave it room.
            let choices: [[String]?] = [
                TextMeasure.wrapped(mark.label, size: 12, width: width, rows: rows), [mark.label],
                [TextMeasure.fitted(mark.label, size: 12, width: width)],
            ]
            let places = choices.compactMap { $0 }.map { lines in
                Canvas.Label.Place(
                    x: (room.lowerBound + room.upperBound) / 2, y: plot.top - 6 - Double(lines.count - 1) * Canvas.rowHeight, anchor: .middle, rows: lines)
            }
            canvas.label(.band, places)
        }
    }

    /// Rows that the names above the plot take: two where that lets each stand whole.
    static func rows(of marks: [BandMark], _ scale: PositionScale) -> Int {
        let isWhole = extents(of: marks, scale).allSatisfy { mark, room in
            TextMeasure.width(mark.label, size: 12) <= room.upperBound - room.lowerBound - 4
        }
        return isWhole ? 1 : 2
    }

    private static func extents(of marks: [BandMark], _ scale: PositionScale) -> [(mark: BandMark, room: ClosedRange<Double>)] {
        let gap = scale.bands.map { $0.step - $0.bandwidth } ?? 0
        return marks.compactMap { mark in
            guard let extent = scale.extent(of: mark.span) else { return nil }
            let left = max(scale.range.lowerBound, extent.from - gap / 2), right = min(scale.range.upperBound, extent.to + gap / 2)
            return left <= right ? (mark, left...right) : nil
        }
    }
}
