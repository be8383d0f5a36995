/// Parts of a whole, and parts of parts, as rectangles of their share. Groups have a colour each, named above.
public struct Treemap: ChartContent {
    private let items: [Item]

    /// - Parameter items: their groups are drawn together; negative and missing ones are left out.
    public init(_ items: [Item]) { self.items = items }

    public func marks(in context: ChartContext) -> [any Mark] {
        items.map { item -> any Mark in
            let mark = TreemapMark(item.name, size: .value("", item.value))
            return item.group.map { mark.foregroundStyle(by: .value("", $0)) } ?? mark
        }
    }
}
