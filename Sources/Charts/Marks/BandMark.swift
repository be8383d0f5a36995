/// A stretch of the axis behind the marks, with its name above: a phase of the campaign.
public struct BandMark: Mark {
    let from: Datum
    let to: Datum
    let label: String
    let isShaded: Bool

    /// - Parameters:
    ///   - fromDay: days since 1970-01-01, included.
    ///   - isShaded: every other band is, so that neighbours are told apart.
    public init(fromDay: Int, toDay: Int, label: String, isShaded: Bool) {
        from = .day(fromDay)
        to = .day(toDay)
        self.label = label
        self.isShaded = isShaded
    }

    public var position: Datum? { nil }

    public static func extent(of marks: [BandMark], _ options: ChartOptions) -> [Double] { [] }

    public static func draw(_ marks: [BandMark], on plot: Plot, into canvas: inout Canvas) {
        let rows = rows(of: marks, plot.bands)
        for (mark, room) in extents(of: marks, plot.bands, within: plot.left...plot.right) {
            if mark.isShaded {
                canvas.scene.add(.rect(x: room.lowerBound, y: plot.top, width: room.upperBound - room.lowerBound, height: plot.bottom - plot.top), "band")
            }
            let width = room.upperBound - room.lowerBound - 4
            // A name that is a little too wide may stand over its neighbours' ends where theirs leave it room.
            let choices = [TextMeasure.wrapped(mark.label, size: 12, width: width, rows: rows), [mark.label], [TextMeasure.fitted(mark.label, size: 12, width: width)]]
            let places = choices.compactMap { $0 }.map { lines in
                Canvas.Label.Place(
                    x: (room.lowerBound + room.upperBound) / 2, y: plot.top - 6 - Double(lines.count - 1) * Canvas.rowHeight, anchor: .middle, rows: lines)
            }
            canvas.label(.band, places)
        }
    }

    /// Rows that the names above the plot take: two where that lets each stand whole.
    static func rows(of marks: [BandMark], _ bands: BandScale) -> Int {
        let isWhole = extents(of: marks, bands, within: -.infinity ... .infinity).allSatisfy { mark, room in
            TextMeasure.width(mark.label, size: 12) <= room.upperBound - room.lowerBound - 4
        }
        return isWhole ? 1 : 2
    }

    private static func extents(
        of marks: [BandMark], _ bands: BandScale, within room: ClosedRange<Double>
    ) -> [(mark: BandMark, room: ClosedRange<Double>)] {
        let gap = bands.step - bands.bandwidth
        return marks.compactMap { mark in
            guard let start = bands.position(of: mark.from), let end = bands.position(of: mark.to) else { return nil }
            let left = max(room.lowerBound, start - gap / 2), right = min(room.upperBound, end + bands.bandwidth + gap / 2)
            return left <= right ? (mark, left...right) : nil
        }
    }
}
