/// The drawn charts, by campaign and block id.
public struct Figures: Sendable, Codable {
    public var charts: [BlockKey: Figure]
    /// Sparklines of the scorecards, by the metric's value.
    public var sparklines: [ValueKey: String]
    /// The style sheet that the charts' classes need.
    public var styleSheet: String
    /// Its colours on a dark ground.
    public var darkStyleSheet: String

    public init(charts: [BlockKey: Figure] = [:], sparklines: [ValueKey: String] = [:], styleSheet: String, darkStyleSheet: String = "") {
        self.darkStyleSheet = darkStyleSheet
        self.charts = charts
        self.sparklines = sparklines
        self.styleSheet = styleSheet
    }
}

/// One chart: the same picture for a wide and for a narrow page, and its words.
public struct Figure: Sendable, Codable {
    /// An `svg` element, for text columns from 560 px.
    public var wide: String
    /// An `svg` element for phones.
    public var narrow: String
    /// The wide one as a file of its own, with its colours in it.
    public var file: String
    /// What it shows, written from the data: for those who can't see it.
    public var description: String
    /// The unit and scale of its numbers, where the drawing leaves it to the headline: 万元.
    public var unit: String?

    public init(wide: String, narrow: String, file: String, description: String, unit: String? = nil) {
        self.unit = unit
        self.file = file
        self.wide = wide
        self.narrow = narrow
        self.description = description
    }
}
