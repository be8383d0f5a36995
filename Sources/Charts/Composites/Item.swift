/// A named number, as most composites take them.
public struct Item: Sendable {
    public var name: String
    /// nil is missing.
    public var value: Double?
    /// How the value is written; nil leaves it to the chart's format.
    public var label: String?
    /// What it is a part of: a series, a group.
    public var group: String?

    public init(_ name: String, _ value: Double?, label: String? = nil, group: String? = nil) {
        self.name = name
        self.value = value
        self.label = label
        self.group = group
    }
}
