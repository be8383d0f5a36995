/// A number with a unit that stands typed in a text: neither in a reference nor in a quotation.
public struct TextNumber: Hashable, Sendable {
    /// As typed, with its unit: `12.8%`, `120 万元`.
    public var text: String
    public var place: Place

    public init(text: String, place: Place) {
        self.text = text
        self.place = place
    }
}
