/// Shares of a whole as a ring, with name, value and share of each beside it; from the seventh part on they are one.
public struct Donut: ChartContent {
    private let parts: [Item]
    private let other: String?

    /// - Parameters:
    ///   - parts: in the order in which they go round; negative and missing ones are left out.
    ///   - other: what the parts beyond the sixth are called together.
    public init(_ parts: [Item], other: String? = nil) {
        self.parts = parts.filter { ($0.value ?? 0) > 0 && ($0.value ?? 0).isFinite }
        self.other = other
    }

    public func marks(in context: ChartContext) -> [any Mark] {
        let isCut = parts.count > 6
        var marks = (isCut ? Array(parts.prefix(5)) : parts).map { part in
            SectorMark(angle: .value(part.name, part.value)).foregroundStyle(by: .value("", part.name)).label(part.label)
        }
        if isCut {
            let rest = parts.dropFirst(5).reduce(0) { $0 + ($1.value ?? 0) }
            let name = other ?? context.locale.other
            marks.append(SectorMark(angle: .value(name, rest)).foregroundStyle(by: .value("", name)).foregroundStyle(.muted))
        }
        return marks
    }

    public func prepare(_ options: inout ChartOptions) { options.showsLegend = false }
}
