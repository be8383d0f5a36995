/// A chart over one category or time axis and one value axis, in Swift Charts' idiom.
///
/// ```swift
/// Chart(id: "gmv", title: "成交额", locale: .zhHans, format: .init(.money(symbol: "¥", chineseName: "元"))) {
///     for day in days { LineMark(x: .value("日期", day: day.number), y: .value("成交额", day.gmv)) }
///     RuleMark(at: target, label: "目标 9 亿元")
/// }.svg(width: 720)
/// ```
public struct Chart: Sendable {
    public let id: String
    public let title: String
    public let locale: ChartLocale
    public let format: ValueFormat
    public var options = ChartOptions()
    let marks: [any Mark]

    public init(
        id: String, title: String, locale: ChartLocale, format: ValueFormat, @ChartBuilder _ marks: () -> [any Mark]
    ) {
        self.id = id
        self.title = title
        self.locale = locale
        self.format = format
        self.marks = marks()
        options.isHorizontal = self.marks.contains { ($0 as? BarMark)?.isHorizontal == true }
    }

    /// How bars or areas of several series stand to each other.
    public func position(_ position: ChartOptions.Position) -> Chart { with { $0.position = position } }
    /// One series stands out.
    public func highlight(_ series: String?) -> Chart { with { $0.highlight = series } }
    /// One series is a quiet reference: last year, the control group.
    public func muted(_ series: String?) -> Chart { with { $0.mutedSeries = series } }

    private func with(_ change: (inout ChartOptions) -> Void) -> Chart {
        var chart = self
        change(&chart.options)
        return chart
    }

    /// The drawing as an `svg` element.
    /// - Parameter width: in pixels; the height follows.
    public func svg(width: Double) -> String {
        SVGWriter(id: "\(id)-\(Int(width))", title: title, description: summary).svg(scene(width: width))
    }

    func scene(width: Double) -> Scene { CartesianLayout(chart: self, width: width).scene() }

    /// Series in the order of their first appearance.
    var series: [String] {
        var names: [String] = []
        for mark in marks { if let name = mark.series, !names.contains(name) { names.append(name) } }
        return names
    }

    /// Categories in the order of their first appearance; days without gaps between first and last.
    var domain: [Datum] {
        var seen = Set<Datum>()
        let all = marks.compactMap(\.position).filter { seen.insert($0).inserted }
        let days = all.compactMap { datum -> Int? in if case .day(let day) = datum { day } else { nil } }
        guard days.count == all.count, let first = days.min(), let last = days.max(), last - first < 5000 else { return all }
        return (first...last).map(Datum.day)
    }
}
