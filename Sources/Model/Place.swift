/// Where something stands in a file that a person wrote.
///
/// `line` and `column` count from 1; a column is one character as a person sees it. The line's own text comes along,
/// so that a problem can be shown without reading the file again.
public struct Place: Hashable, Sendable, Codable {
    public var file: String
    public var line: Int
    public var column: Int
    /// How many characters are meant, for the caret; at least 1.
    public var length: Int
    public var text: String

    public init(file: String, line: Int, column: Int = 1, length: Int = 1, text: String = "") {
        self.file = file
        self.line = line
        self.column = column
        self.length = max(1, length)
        self.text = text
    }
}

/// A value together with the place where its author wrote it.
public struct Located<Value: Sendable>: Sendable {
    public var value: Value
    public var place: Place

    public init(_ value: Value, at place: Place) {
        self.value = value
        self.place = place
    }
}

extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
extension Located: Codable where Value: Codable {}
