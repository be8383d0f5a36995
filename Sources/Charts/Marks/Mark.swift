/// One kind of drawing. A new mark is one file with a type of this protocol.
///
/// Marks of a kind are drawn together, so that they can stand upon and beside each other.
public protocol Mark: ChartContent {
    var attributes: MarkAttributes { get set }

    /// The values that the axes must hold.
    static func extents(of marks: [Self], _ options: ChartOptions) -> Extents

    static func draw(_ marks: [Self], on plot: Plot, into canvas: inout Canvas)

    /// What lies behind what.
    static var layer: MarkLayer { get }

    /// Pixels that marks need which lie on no axes but fill the drawing; nil for those that do.
    static func freeHeight(of marks: [Self], width: Double, _ options: ChartOptions) -> Double?

    /// What it says, for the description of the whole; nil for what stands beside the data: rules, phases.
    var statement: MarkStatement? { get }

    /// The same with its axes exchanged; nil for what can't lie.
    var transposed: Self? { get }
}

extension Mark {
    public static var layer: MarkLayer { .body }
    public static func freeHeight(of marks: [Self], width: Double, _ options: ChartOptions) -> Double? { nil }
    public var statement: MarkStatement? { nil }
    public var transposed: Self? { nil }
    // Without an array for each of a thousand points.
    public func collect(into marks: inout [any Mark], _ context: ChartContext) { marks.append(self) }
    public func marks(in context: ChartContext) -> [any Mark] { [self] }
}

/// A value and where it stands.
public struct MarkStatement: Sendable {
    var place: Datum
    var value: Double?
    var series: String?
    /// Whether the value runs along the horizontal axis, whose format is its own.
    var isHorizontal = false
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
    /// Pixels that labels need beyond the ends of a level axis.
    var labelRoom = 0.0
    /// Share of an axis' span that symbols need beyond its ends.
    var padding = 0.0
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
        labelRoom = max(labelRoom, other.labelRoom)
        padding = max(padding, other.padding)
        hasValues = hasValues || other.hasValues
    }
}
