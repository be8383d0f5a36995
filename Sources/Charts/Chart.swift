/// A chart over two axes, in Swift Charts' idiom.
///
/// ```swift
/// Chart(id: "gmv", title: "成交额", locale: .zhHans, format: .init(.money(symbol: "¥", chineseName: "元"))) {
///     for day in days { LineMark(x: .value("日期", day: day.number), y: .value("成交额", day.gmv)) }
///     RuleMark(y: .value("目标", target)).label("目标 9 亿元")
/// }.svg(width: 720)
/// ```
public struct Chart: Sendable {
    public let id: String
    public let title: String
    public let locale: ChartLocale
    public let format: ValueFormat
    public var options = ChartOptions()
    let marks: [any Mark]
    /// In place of the description that is written from the data.
    private var ownSummary: String?

    public init(
        id: String, title: String, locale: ChartLocale, format: ValueFormat = ValueFormat(.number), @ChartBuilder _ marks: () -> [any Mark]
    ) {
        self.id = id
        self.title = title
        self.locale = locale
        self.format = format
        self.marks = marks()
    }

    /// One series stands out.
    public func chartHighlight(_ series: String?) -> Chart { with { $0.options.highlight = series } }
    /// One series is a quiet reference: last year, the control group.
    public func chartMuted(_ series: String?) -> Chart { with { $0.options.mutedSeries = series } }
    public func chartXAxis(_ change: (inout AxisOptions) -> Void) -> Chart { with { change(&$0.options.xAxis) } }
    public func chartYAxis(_ change: (inout AxisOptions) -> Void) -> Chart { with { change(&$0.options.yAxis) } }
    public func chartColours(_ ramp: ChartOptions.Ramp) -> Chart { with { $0.options.ramp = ramp } }
    public func chartLegend(isShown: Bool) -> Chart { with { $0.options.showsLegend = isShown } }
    public func chartValues(areShown: Bool) -> Chart { with { $0.options.showsValues = areShown } }
    public func chartAspect(_ share: Double) -> Chart { with { $0.options.aspect = share } }
    public func chartRowHeight(_ pixels: Double) -> Chart { with { $0.options.rowHeight = pixels } }
    public func chartSummary(_ text: String) -> Chart { with { $0.ownSummary = text } }

    private func with(_ change: (inout Chart) -> Void) -> Chart {
        var chart = self
        change(&chart)
        return chart
    }

    /// What the chart shows, in words.
    public var summary: String { ownSummary ?? Description(chart: self).text }

    /// The drawing as an `svg` element.
    /// - Parameter width: in pixels; the height follows.
    public func svg(width: Double) -> String {
        SVGWriter(id: "\(id)-\(Int(width))", title: title, description: summary).svg(scene(width: width))
    }

    func scene(width: Double) -> Scene { CartesianLayout(chart: self, width: width).scene() }

    /// Series in the order of their first appearance.
    var series: [String] {
        var seen = Set<String>()
        return marks.compactMap(\.attributes.series).filter { seen.insert($0).inserted }
    }
}
