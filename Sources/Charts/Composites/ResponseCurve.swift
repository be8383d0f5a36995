/// What comes of what is put in: a curve with its interval, the observations, and where one stands now.
public struct ResponseCurve: ChartContent {
    public struct Point: Sendable {
        public var x: Double
        public var y: Double?
        public var low: Double?, high: Double?

        public init(x: Double, y: Double?, low: Double? = nil, high: Double? = nil) {
            self.x = x
            self.y = y
            (self.low, self.high) = (low, high)
        }
    }

    private let curve: [Point]
    private let observed: [(x: Double, y: Double)]
    private let now: (x: Double, label: String)?
    private let series: String?

    /// - Parameters:
    ///   - observed: what the curve was fitted to.
    ///   - now: a place on the horizontal axis with its name: today's budget.
    public init(_ curve: [Point], observed: [(x: Double, y: Double)] = [], now: (x: Double, label: String)? = nil, series: String? = nil) {
        self.curve = curve
        self.observed = observed
        self.now = now
        self.series = series
    }

    public func marks(in context: ChartContext) -> [any Mark] {
        var marks: [any Mark] = []
        for point in curve where point.low != nil && point.high != nil {
            marks.append(styled(AreaMark(x: .value("", point.x), yStart: .value("", point.low), yEnd: .value("", point.high))))
        }
        for point in curve { marks.append(styled(LineMark(x: .value("", point.x), y: .value("", point.y), interpolation: .monotone))) }
        for point in observed { marks.append(styled(PointMark(x: .value("", point.x), y: .value("", point.y)))) }
        if let now { marks.append(RuleMark(x: .value("", now.x)).label(now.label)) }
        return marks
    }

    private func styled<M: Mark>(_ mark: M) -> M { series.map { mark.foregroundStyle(by: .value("", $0)) } ?? mark }
}
