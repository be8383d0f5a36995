import Model

/// The rows behind each chart, table and analysis, as CSV (RFC 4180, lines ended by a line feed).
struct DataFiles {
    let site: CampaignSite

    var rows: [(name: String, rows: RowSet)] {
        var files: [(name: String, rows: RowSet)] = []
        var seen = Set<String>()
        for uses in site.chapters.map(\.uses) {
            for id in uses.charts.map(\.id) + uses.tables.map(\.id) + uses.analyses.map(\.id) {
                let key = site.key(id)
                guard let rows = site.answers.rowSets[key] ?? site.answers.analyses[key]?.rows, seen.insert(id).inserted
                else { continue }
                files.append((id, rows))
            }
        }
        return files
    }

    static func csv(_ rows: RowSet) -> String {
        let first = rows.columns.first { $0.role == .value(.value) }?.id ?? "value"
        var head = rows.columns.map(\.id)
        if rows.baseline != nil { head.append("\(first)_baseline") }
        if rows.intervals != nil { head += ["\(first)_low", "\(first)_high"] }
        var lines = [head]
        for (index, row) in rows.rows.enumerated() {
            var cells = zip(row, rows.columns).map(text)
            if let baseline = rows.baseline {
                cells.append(index < baseline.count ? baseline[index]?.plainText ?? "" : "")
            }
            if let intervals = rows.intervals {
                let interval = index < intervals.count ? intervals[index] : nil
                cells += [interval?.low.plainText ?? "", interval?.high.plainText ?? ""]
            }
            lines.append(cells)
        }
        return lines.map { $0.map(quoted).joined(separator: ",") + "\n" }.joined()
    }

    /// What the data holds, not what pages call it; words where there is only a text (a verdict's interval).
    private static func text(_ cell: RowSet.Cell, _ column: RowSet.Column) -> String {
        if let number = cell.number { return number.plainText }
        return cell.scalar == .missing && !column.isDimension ? "" : cell.scalar.text
    }

    private static func quoted(_ text: String) -> String {
        let special: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r")]
        guard text.utf8.contains(where: special.contains) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
