/// Choices that concern the whole chart.
public struct ChartOptions: Sendable {
    /// This series stands out, the others are muted.
    public var highlight: String?
    /// Series of this name are drawn as a quiet reference.
    public var mutedSeries: String?
    public var xAxis = AxisOptions()
    public var yAxis = AxisOptions()
    /// How numbers colour marks.
    public var ramp = Ramp.sequential
    public var showsLegend = true
    /// The unit of the values stands above the plot.
    public var saysUnit = true
    /// Values beside bars: nil where there is room.
    public var showsValues: Bool?
    /// Height of the plot as a share of the width; nil is chosen by what is drawn.
    public var aspect: Double?
    /// Pixels of a row where categories stand below each other.
    public var rowHeight: Double?
    /// The thickest that bars of categories are, in pixels.
    public var barThickness: Double?
    /// Bars whose names find no room below them lie down.
    public var turns = true
    /// What series of these names look like, in place of colours in order.
    public var roles: [String: MarkRole] = [:]

    public enum Ramp: Sendable, Hashable {
        case sequential
        /// Two hues that part at a value.
        case diverging(at: Double)
    }
}

/// Choices that concern one axis.
public struct AxisOptions: Sendable {
    public var kind = ScaleKind.linear
    public var domain: ClosedRange<Double>?
    /// Categories in this order, whether any mark stands there or not; nil takes those of the marks, in theirs.
    public var categories: [String]?
    /// Zero is in the middle.
    public var isSymmetric = false
    /// Whether zero is on the axis; nil lets the marks decide. Bars and areas always begin there.
    public var includesZero: Bool?
    public var isHidden: Bool?
    /// What is measured, beside the axis; charts of one measure say it in their subtitle.
    public var title: String?
    /// nil takes the chart's own.
    public var format: ValueFormat?
    /// The unit is said elsewhere.
    public var hidesUnit = false
    /// Lines across the plot.
    public var hasGrid: Bool?
}
