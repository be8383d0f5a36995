/// All marks of one kind in a chart.
struct MarkGroup {
    let isBehind: Bool
    let extent: (ChartOptions) -> [Double]
    let draw: (Plot, inout Canvas) -> Void

    private init<M: Mark>(_ marks: [M]) {
        isBehind = M.self == BandMark.self
        extent = { M.extent(of: marks, $0) }
        draw = { M.draw(marks, on: $0, into: &$1) }
    }

    /// Kinds in the order of their first appearance; rules and intervals lie upon the rest.
    static func groups(of marks: [any Mark]) -> [MarkGroup] {
        var kinds: [(id: ObjectIdentifier, first: any Mark)] = []
        for mark in marks {
            let id = ObjectIdentifier(type(of: mark))
            if !kinds.contains(where: { $0.id == id }) { kinds.append((id, mark)) }
        }
        let onTop = { (mark: any Mark) in mark is RuleMark || mark is ErrorBarMark }
        let ordered = kinds.map(\.first)
        return (ordered.filter { !onTop($0) } + ordered.filter(onTop)).map { kind in kind.group(from: marks) }
    }

    fileprivate init(all marks: [any Mark], like kind: (some Mark).Type) { self.init(Self.cast(marks, to: kind)) }

    private static func cast<M: Mark>(_ marks: [any Mark], to kind: M.Type) -> [M] { marks.compactMap { $0 as? M } }
}

extension Mark {
    /// The marks of this one's kind.
    fileprivate func group(from marks: [any Mark]) -> MarkGroup { MarkGroup(all: marks, like: Self.self) }
}
