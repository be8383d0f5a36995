/// All marks of one kind in a chart.
struct MarkGroup: Sendable {
    let layer: MarkLayer
    let extents: @Sendable (ChartOptions) -> Extents
    let freeHeight: @Sendable (Double, ChartOptions) -> Double?
    let draw: @Sendable (Plot, inout Canvas) -> Void

    private init<M: Mark>(_ marks: [M]) {
        layer = M.layer
        extents = { M.extents(of: marks, $0) }
        freeHeight = { M.freeHeight(of: marks, width: $0, $1) }
        draw = { M.draw(marks, on: $0, into: &$1) }
    }

    /// Kinds in the order in which they are drawn: by layer, then by first appearance.
    static func groups(of marks: [any Mark]) -> [MarkGroup] {
        var kinds: [(id: ObjectIdentifier, first: any Mark)] = []
        for mark in marks {
            let id = ObjectIdentifier(type(of: mark))
            if !kinds.contains(where: { $0.id == id }) { kinds.append((id, mark)) }
        }
        let groups = kinds.map { $0.first.group(from: marks) }
        return [MarkLayer.behind, .body, .above].flatMap { layer in groups.filter { $0.layer == layer } }
    }

    fileprivate init(all marks: [any Mark], like kind: (some Mark).Type) { self.init(Self.cast(marks, to: kind)) }

    private static func cast<M: Mark>(_ marks: [any Mark], to kind: M.Type) -> [M] { marks.compactMap { $0 as? M } }
}

extension Mark {
    /// The marks of this one's kind.
    fileprivate func group(from marks: [any Mark]) -> MarkGroup { MarkGroup(all: marks, like: Self.self) }
}
