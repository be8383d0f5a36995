/// Something to be drawn in a chart: a bar, a line, a band.
///
/// A mark is one file: a small value that says where it stands, and how all marks of its kind are drawn together, since
/// bars stack and lines join. A new kind needs nothing else.
public protocol Mark: Sendable {
    /// Where along the category or time axis it stands; nil for none.
    var position: Datum? { get }
    /// The series it belongs to.
    var series: String? { get }
    /// Draws all marks of this kind in one chart.
    static func draw(_ marks: [Self], on plot: Plot, into scene: inout Canvas)
    /// The numbers that must lie within the value axis.
    static func extent(of marks: [Self], _ options: ChartOptions) -> [Double]
}

extension Mark {
    public var series: String? { nil }
}

/// Collects a chart's marks; takes `if` and `for`.
@resultBuilder
public enum ChartBuilder {
    public static func buildExpression(_ mark: some Mark) -> [any Mark] { [mark] }
    public static func buildExpression(_ marks: [any Mark]) -> [any Mark] { marks }
    public static func buildBlock(_ parts: [any Mark]...) -> [any Mark] { parts.flatMap { $0 } }
    public static func buildOptional(_ part: [any Mark]?) -> [any Mark] { part ?? [] }
    public static func buildEither(first part: [any Mark]) -> [any Mark] { part }
    public static func buildEither(second part: [any Mark]) -> [any Mark] { part }
    public static func buildArray(_ parts: [[any Mark]]) -> [any Mark] { parts.flatMap { $0 } }
}

/// Choices that concern the whole chart.
public struct ChartOptions: Sendable {
    public enum Position: Sendable { case group, stack, percent }

    public var position = Position.group
    public var isHorizontal = false
    /// This series stands out, the others are muted.
    public var highlight: String?
    /// Series of this name are drawn as a quiet reference.
    public var mutedSeries: String?
}
