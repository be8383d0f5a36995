import Model

extension RowSet {
    /// One number by two dimensions as people write it: a line for each value of one, a column for each of the other. Half the cells, and
    /// rows that can be compared. nil where there is another number, a gap in the meaning (a total, a baseline), or too many columns.
    var pivoted: RowSet? {
        let dimensions = columns.indices.filter { columns[$0].isDimension }, values = columns.indices.filter { !columns[$0].isDimension }
        guard dimensions.count == 2, values.count == 1, let value = values.first, columns[value].unit != nil, total == nil, baseline == nil, links.isEmpty else {
            return nil
        }
        let names = dimensions.map { dimension in
            var seen = Set<String>()
            return rows.map { $0[dimension].scalar.text }.filter { seen.insert($0).inserted }
        }
        // Time runs down the page; else the dimension with more values does.
        let isTime = dimensions.map { if case .dimension(isTime: true, isOrdered: _) = columns[$0].role { true } else { false } }
        let down = isTime[0] != isTime[1] ? (isTime[0] ? 0 : 1) : names[0].count >= names[1].count ? 0 : 1, across = 1 - down
        let pairs = Set(rows.map { [$0[dimensions[0]].scalar.text, $0[dimensions[1]].scalar.text] })
        // With more gaps than numbers the long form is the shorter one.
        guard pairs.count == rows.count, rows.count * 2 > names[0].count * names[1].count, (2...12).contains(names[across].count), names[down].count > 1 else { return nil }
        var lines: [String: [Cell]] = [:], heads: [Cell?] = Array(repeating: nil, count: names[across].count)
        for row in rows {
            let line = row[dimensions[down]], head = row[dimensions[across]]
            guard let column = names[across].firstIndex(of: head.scalar.text) else { continue }
            heads[column] = head
            lines[line.scalar.text, default: [line] + names[across].map { _ in Cell(.missing, text: "") }][column + 1] = row[value]
        }
        var result = self
        result.intervals = nil
        result.columns = [columns[dimensions[down]]] + heads.compactMap { $0 }.map { head in
            var column = columns[value]
            column.label = head.text.isEmpty ? head.scalar.text : head.text
            return column
        }
        result.rows = names[down].compactMap { lines[$0] }
        return result
    }
}
