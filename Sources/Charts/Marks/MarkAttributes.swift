/// What any mark may say of its looks, as in Swift Charts by modifiers. Most marks of a large chart say the same few
/// things, so that they share one storage until one differs.
public struct MarkAttributes: Sendable {
    struct Values: Sendable {
        /// The value that colours it: a text is a series, a number a step of a ramp.
        var colour: PlottableValue?
        /// A meaning that overrules the colour.
        var role: MarkRole?
        /// Marks of different values stand side by side.
        var position: String?
        /// Written beside or inside of the mark; nil leaves it to the chart's format, an empty text to nobody.
        var label: String?
        /// A number for the label in place of the mark's own: the change behind a step of a waterfall.
        var labelValue: Double?
        /// The label bears a plus where the number is positive.
        var signsLabel = false
        /// Where the label stands best; nil leaves it to the mark.
        var labelSide: LabelSide?
        /// Shown where the pointer rests; nil is written from the values.
        var tooltip: String?
        /// Points: the area relative to the largest, 0 to 1.
        var size: Double?
    }

    /// Never changed while it is shared, so that it may be read from anywhere.
    private final class Storage: @unchecked Sendable {
        var values: Values

        init(_ values: Values) { self.values = values }
    }

    private var storage: Storage
    private static let plain = Storage(Values())

    init() { storage = Self.plain }

    var colour: PlottableValue? { get { storage.values.colour } set { own.values.colour = newValue } }
    var role: MarkRole? { get { storage.values.role } set { own.values.role = newValue } }
    var position: String? { get { storage.values.position } set { own.values.position = newValue } }
    var label: String? { get { storage.values.label } set { own.values.label = newValue } }
    var labelValue: Double? { get { storage.values.labelValue } set { own.values.labelValue = newValue } }
    var signsLabel: Bool { get { storage.values.signsLabel } set { own.values.signsLabel = newValue } }
    var labelSide: LabelSide? { get { storage.values.labelSide } set { own.values.labelSide = newValue } }
    var tooltip: String? { get { storage.values.tooltip } set { own.values.tooltip = newValue } }
    var size: Double? { get { storage.values.size } set { own.values.size = newValue } }

    /// The storage, copied where others share it.
    private var own: Storage {
        mutating get {
            if !isKnownUniquelyReferenced(&storage) { storage = Storage(storage.values) }
            return storage
        }
    }

    /// The name of the series that it belongs to.
    var series: String? { if case .text(let name)? = storage.values.colour?.datum { name } else { nil } }
}

public enum LabelSide: Int, Sendable { case right, above, left, below, inside }

/// A meaning that looks the same in every chart.
public enum MarkRole: Sendable, Hashable {
    /// The chart's one colour.
    case accent
    /// There for comparison: last year, the others.
    case muted
    /// Better and worse, apart also for those who see no red.
    case good, bad
    /// A total, a reference.
    case strong
    /// A series' colour by its number, from 0.
    case series(Int)
    /// One of several answers from worst to best, from 0: a step of the ramp of two hues.
    case step(Int, of: Int)
}

extension Mark {
    /// Colours by a value: marks of one text are a series, numbers run along a ramp.
    public func foregroundStyle(by value: PlottableValue) -> Self { with { $0.colour = value } }
    /// Colours by a meaning.
    public func foregroundStyle(_ role: MarkRole) -> Self { with { $0.role = role } }
    /// Sets marks of different values side by side instead of upon each other.
    public func position(by value: PlottableValue) -> Self {
        with { if case .text(let name) = value.datum { $0.position = name } }
    }
    /// A text in place of the value that the chart would write; empty for none.
    public func label(_ text: String?) -> Self { with { $0.label = text } }
    public func label(_ text: String?, on side: LabelSide) -> Self {
        with {
            $0.label = text
            $0.labelSide = side
        }
    }
    /// A number in place of the mark's own, written like all others of the chart.
    public func label(value: Double?, signed: Bool = false, on side: LabelSide? = nil) -> Self {
        with {
            $0.labelValue = value
            $0.signsLabel = signed
            $0.labelSide = side
        }
    }
    public func tooltip(_ text: String) -> Self { with { $0.tooltip = text } }
    /// - Parameter share: of the largest symbol's area, 0 to 1.
    public func symbolSize(_ share: Double) -> Self { with { $0.size = share } }

    private func with(_ change: (inout MarkAttributes) -> Void) -> Self {
        var mark = self
        change(&mark.attributes)
        return mark
    }
}
