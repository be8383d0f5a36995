extension ChartBlock {
    /// The columns of a query or an analysis that a chart draws, names first.
    public var drawnColumns: [(name: Located<String>, encoding: Encoding?, isNumber: Bool)] {
        let numbers = mark.value.numericEncodings
        func column(_ encoding: Encoding) -> (Located<String>, Encoding?, Bool)? { encodings[encoding].map { ($0, encoding, numbers.contains(encoding)) } }
        let named = Encoding.allCases.compactMap(column)
        let series = [series, facet].compactMap { $0 }.map { ($0, nil as Encoding?, false) }
        let more = values.map { (Located($0, at: place), nil as Encoding?, true) }
        return named.filter { !$0.2 } + series + named.filter(\.2) + more
    }
}

extension RowSet {
    /// The columns that a chart names, in the order in which marks take them; intervals of bars and lines as such.
    ///
    /// nil where a name means no column; `unknown` then holds it.
    public func drawn(as chart: ChartBlock) -> (rows: RowSet?, unknown: [Located<String>]) {
        let wanted = chart.drawnColumns
        let unknown = wanted.map(\.name).filter { name in !columns.contains { $0.id == name.value } }
        guard unknown.isEmpty else { return (nil, unknown) }
        let hasBounds = [.low, .high].allSatisfy { chart.encodings[$0] != nil } && chart.mark.value.takesIntervals
        let kept = wanted.filter { !hasBounds || $0.encoding != .low && $0.encoding != .high }
        func index(_ name: Located<String>) -> Int { columns.firstIndex { $0.id == name.value } ?? 0 }
        var drawn = self
        drawn.columns = kept.map { item in
            var column = columns[index(item.name)]
            column.encoding = item.encoding
            if item.isNumber { column.role = .value(.value) } else if !column.isDimension { column.role = .dimension(isTime: false, isOrdered: true) }
            return column
        }
        drawn.rows = rows.map { row in kept.map { row[index($0.name)] } }
        if hasBounds, let low = chart.encodings[.low], let high = chart.encodings[.high] {
            drawn.intervals = rows.map { row in
                guard let from = row[index(low)].number, let to = row[index(high)].number else { return nil }
                return Interval(low: from, high: to, count: Number(0))
            }
        }
        return (drawn, [])
    }
}

extension ChartBlock.Mark {
    fileprivate var takesIntervals: Bool { self == .bar || self == .auto }
}
