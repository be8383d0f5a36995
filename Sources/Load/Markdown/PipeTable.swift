import Model

/// A pipe table, recognised in the lines of a paragraph: a header, a row of dashes, rows.
///
/// libcmark knows no tables; this follows the rules of GitHub's extension.
struct PipeTable {
    /// Lines before the header, which stay a paragraph.
    private let before: [String]
    private let header: [String]
    private let alignments: [Block.Alignment]
    private let rows: [[String]]
    private let headerLine: Int

    /// nil where the lines hold no table.
    init?(lines: [String], firstLine: Int) {
        guard let delimiter = lines.indices.dropFirst().first(where: { Self.alignments(in: lines[$0]) != nil }),
            let alignments = Self.alignments(in: lines[delimiter])
        else { return nil }
        let header = Self.cells(in: lines[delimiter - 1])
        guard header.count == alignments.count, lines[delimiter - 1].contains("|") else { return nil }
        before = Array(lines[..<(delimiter - 1)])
        self.header = header
        self.alignments = alignments
        rows = lines[(delimiter + 1)...].map(Self.cells)
        headerLine = firstLine + delimiter - 1
    }

    func blocks(in reader: MarkdownReader) -> [Block] {
        let rows = self.rows.enumerated().map { index, row -> [[Inline]] in
            let line = headerLine + 2 + index
            if row.count > header.count {
                reader.problems.add(
                    .badMarkdown, "the row has \(row.count) cells, the table's head \(header.count); write a '|' inside a cell as \\|",
                    at: reader.source.place(ofLine: line))
            }
            return header.indices.map { row.indices.contains($0) ? reader.inlines(ofCell: row[$0], line: line) : [] }
        }
        let table = Block.table(
            header: header.map { reader.inlines(ofCell: $0, line: headerLine) }, alignments: alignments, rows: rows)
        let lead = before.isEmpty ? [] : [Block.paragraph(reader.inlines(ofCell: before.joined(separator: "\n"), line: headerLine))]
        return lead + [table]
    }

    /// The alignments that a row of dashes gives; nil for any other line.
    private static func alignments(in line: String) -> [Block.Alignment]? {
        guard line.contains("-"), line.contains("|") || line.contains(":") else { return nil }
        let cells = cells(in: line)
        let alignments = cells.compactMap { cell -> Block.Alignment? in
            let dashes = cell.drop { $0 == ":" }.reversed().drop { $0 == ":" }
            guard !dashes.isEmpty, dashes.allSatisfy({ $0 == "-" }), cell.filter({ $0 == ":" }).count <= 2 else { return nil }
            switch (cell.hasPrefix(":"), cell.hasSuffix(":")) {
            case (true, true): return .center
            case (true, false): return .left
            case (false, true): return .right
            case (false, false): return Block.Alignment.none
            }
        }
        return alignments.count == cells.count ? alignments : nil
    }

    /// A line's cells. An escaped pipe, and one inside of code, does not part them.
    private static func cells(in line: String) -> [String] {
        var cells = [""]
        var escaped = false, inCode = false
        let trimmed = line.trimmed
        for character in trimmed.hasPrefix("|") ? trimmed.dropFirst() : Substring(trimmed) {
            if escaped {
                cells[cells.count - 1] += character == "|" ? "|" : "\\\(character)"
                escaped = false
            } else if character == "\\" {
                escaped = true
            } else if character == "|", !inCode {
                cells.append("")
            } else {
                if character == "`" { inCode.toggle() }
                cells[cells.count - 1].append(character)
            }
        }
        if escaped { cells[cells.count - 1] += "\\" }
        if cells.count > 1, cells.last?.trimmed.isEmpty == true { cells.removeLast() }
        return cells.map(\.trimmed)
    }
}

extension String {
    fileprivate var trimmed: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
