/// A chart's marks, sorted out once: all, by kind, and their series.
struct MarkList: Sendable {
    let all: [any Mark]
    /// In the order of their first appearance.
    let series: [String]
    /// Kinds in the order in which they are drawn: by layer, then by first appearance.
    let groups: [MarkGroup]
    private let kinds: [ObjectIdentifier: any Sendable]

    init(_ marks: [any Mark]) {
        all = marks
        var last: String?, seen = Set<String>(), series: [String] = []
        var firsts: [(id: ObjectIdentifier, mark: any Mark)] = [], lastKind: ObjectIdentifier?
        func isNew(_ name: String) -> Bool {
            if seen.isEmpty { seen = Set(series) }
            return seen.insert(name).inserted
        }
        for mark in marks {
            if let name = mark.attributes.series, name != last {
                // A few names are compared faster than they are hashed.
                if series.count <= 16 ? !series.contains(name) : isNew(name) { series.append(name) }
                last = name
            }
            let id = ObjectIdentifier(type(of: mark))
            if id != lastKind, !firsts.contains(where: { $0.id == id }) { firsts.append((id, mark)) }
            lastKind = id
        }
        self.series = series
        var kinds: [ObjectIdentifier: any Sendable] = [:], groups: [MarkGroup] = []
        for first in firsts {
            let (group, own) = first.mark.sorted(out: marks)
            groups.append(group)
            kinds[first.id] = own
        }
        self.kinds = kinds
        self.groups = [MarkLayer.behind, .body, .above].flatMap { layer in groups.filter { $0.layer == layer } }
    }

    func has<M: Mark>(_ kind: M.Type) -> Bool { kinds[ObjectIdentifier(kind)] != nil }
    func of<M: Mark>(_ kind: M.Type) -> [M] { kinds[ObjectIdentifier(kind)] as? [M] ?? [] }
}

/// All marks of one kind in a chart.
struct MarkGroup: Sendable {
    let layer: MarkLayer
    let extents: @Sendable (ChartOptions) -> Extents
    let freeHeight: @Sendable (Double, ChartOptions) -> Double?
    let draw: @Sendable (Plot, inout Canvas) -> Void

    init<M: Mark>(_ marks: [M]) {
        layer = M.layer
        extents = { M.extents(of: marks, $0) }
        freeHeight = { M.freeHeight(of: marks, width: $0, $1) }
        draw = { M.draw(marks, on: $0, into: &$1) }
    }
}

extension Mark {
    /// The marks of this one's kind.
    fileprivate func sorted(out marks: [any Mark]) -> (MarkGroup, any Sendable) {
        let own = marks.compactMap { $0 as? Self }
        return (MarkGroup(own), own)
    }
}
