public import OrderedCollections

/// The site as bytes, by path relative to the output folder.
public struct Output: Sendable {
    public var files: OrderedDictionary<String, [UInt8]>

    public init(files: OrderedDictionary<String, [UInt8]> = [:]) { self.files = files }

    public mutating func add(_ path: String, _ text: String) { files[path] = Array(text.utf8) }
}
