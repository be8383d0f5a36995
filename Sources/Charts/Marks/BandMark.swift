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
        let gap = plot.bands.step - plot.bands.bandwidth
        for mark in marks {
            guard let start = plot.bands.position(of: mark.from), let end = plot.bands.position(of: mark.to) else { continue }
            let left = max(plot.left, start - gap / 2), right = min(plot.right, end + plot.bands.bandwidth + gap / 2)
            if mark.isShaded {
                canvas.scene.add(.rect(x: left, y: plot.top, width: right - left, height: plot.bottom - plot.top), "band")
            }
            let text = TextMeasure.fitted(mark.label, size: 12, width: right - left - 4)
            canvas.scene.text(text, x: (left + right) / 2, y: plot.top - 6, anchor: .middle)
        }
    }
}
