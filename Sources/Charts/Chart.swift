/// A chart over two axes, in Swift Charts' idiom.
///
/// ```swift
/// Chart(id: "gmv", title: "成交额", locale: .zhHans, format: .init(.money(symbol: "¥", chineseName: "元"))) {
///     for day in days { LineMark(x: .value("日期", day: day.number), y: .value("成交额", day.gmv)) }
///     RuleMark(y: .value("目标", target)).label("目标 9 亿元")
/// }.svg(width: 720)
/// ```
public struct Chart: Graphic {
    public let id: String
    public let title: String
    public let locale: ChartLocale
    public let format: ValueFormat
    public var options = ChartOptions()
    private(set) var marks: MarkList
    /// In place of the description that is written from the data.
    private var ownSummary: String?

    public init(
        id: String, title: String, locale: ChartLocale, format: ValueFormat = ValueFormat(.number), @ChartBuilder _ content: () -> [any ChartContent]
    ) {
        let content = content(), context = ChartContext(locale: locale, format: format)
        self.id = id
        self.title = title
        self.locale = locale
        self.format = format
        var all: [any Mark] = []
        all.reserveCapacity(content.count)
        for part in content { part.collect(into: &all, context) }
        marks = MarkList(all)
        for part in content { part.prepare(&options) }
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
    /// Bars whose names find no room below them lie down.
    public func chartTurns(_ may: Bool) -> Chart { with { $0.options.turns = may } }
    /// What series of these names look like, in place of colours in order.
    public func chartForegroundStyleScale(_ roles: [String: MarkRole]) -> Chart { with { $0.options.roles.merge(roles) { _, new in new } } }
    /// For charts whose unit stands in a headline around them; see `unit(width:)`.
    public func chartUnit(isShown: Bool) -> Chart { with { $0.options.saysUnit = isShown } }
    public func chartSummary(_ text: String) -> Chart { with { $0.ownSummary = text } }

    private func with(_ change: (inout Chart) -> Void) -> Chart {
        var chart = self
        change(&chart)
        return chart
    }

    /// What the chart shows, in words.
    public var summary: String { ownSummary ?? Description(chart: self).text }

    public func scene(width: Double) -> Scene {
        FreeLayout(chart: self, width: width)?.scene() ?? CartesianLayout(chart: upright(width: width), width: width).scene()
    }

    /// The unit and scale in which the drawing writes its values: 万元, ¥ million; nil where each value or tick bears its own.
    public func unit(width: Double) -> String? { scene(width: width).unit }

    /// With its axes exchanged where names would not find room below upright bars: they lie down.
    private func upright(width: Double) -> Chart {
        guard options.turns != false, CategoryLabels.areCut(in: self, width: width) else { return self }
        let turned = marks.all.compactMap(\.transposedMark)
        guard turned.count == marks.all.count else { return self }
        return with {
            $0.marks = MarkList(turned)
            swap(&$0.options.xAxis, &$0.options.yAxis)
        }
    }

    var series: [String] { marks.series }
}

extension Mark {
    fileprivate var transposedMark: (any Mark)? { transposed }
}
