/// One kind of drawing. A new mark is one file with a type of this protocol.
///
/// Marks of a kind are drawn together, so that they can stand upon and beside each other.
public protocol Mark: Sendable {
    var attributes: MarkAttributes { get set }

    /// The values that the axes must hold.
    static func extents(of marks: [Self], _ options: ChartOptions) -> Extents

    static func draw(_ marks: [Self], on plot: Plot, into canvas: inout Canvas)

    /// What lies behind what.
    static var layer: MarkLayer { get }
}

extension Mark {
    public static var layer: MarkLayer { .body }
}

/// The order in which kinds of marks are drawn; the grid lies between `behind` and `body`.
public enum MarkLayer: Int, Sendable, Comparable {
    case behind, body, above

    public static func < (left: MarkLayer, right: MarkLayer) -> Bool { left.rawValue < right.rawValue }
}

/// The values along each axis that marks need.
public struct Extents: Sendable {
    var x: [Datum] = []
    var y: [Datum] = []
    /// Lengths are read from zero, so the axis must begin there.
    var xFromZero = false
    var yFromZero = false
    /// Some mark reaches from one moment to another, so that days are no bands.
    var xIsContinuous = false
    var yIsContinuous = false
    /// Whether there is anything to draw; rules and phases alone make no chart.
    var hasValues = false

    init() {}

    mutating func add(_ other: Extents) {
        x += other.x
        y += other.y
        xFromZero = xFromZero || other.xFromZero
        yFromZero = yFromZero || other.yFromZero
        xIsContinuous = xIsContinuous || other.xIsContinuous
        yIsContinuous = yIsContinuous || other.yIsContinuous
        hasValues = hasValues || other.hasValues
    }
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
