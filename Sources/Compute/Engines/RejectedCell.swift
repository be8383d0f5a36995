import Model

/// What DuckDB says of a line that it could not read as the declared types.
enum RejectedCell {
    /// So many problems of one file are shown; the rest is counted.
    private static let shownPerFile = 20

    /// - Parameter rejected: rows of `file_path, line, column_idx, column_name, error_type, csv_line, error_message`.
    static func problems(of rejected: ResultTable, files: [String: String], tables: [String: Table?]) -> [Problem] {
        var perFile: [String: Int] = [:]
        var tornLines = Set<String>()
        var problems: [Problem] = []
        for row in rejected.rows where row.count == 7 {
            let path = row[0].text
            guard let file = files[path] else { continue }
            // A torn line is reported once, not for each cell that it lacks.
            if row[4].text.contains("COLUMNS"), !tornLines.insert("\(path) \(row[1].text)").inserted { continue }
            perFile[path, default: 0] += 1
            guard perFile[path, default: 0] <= shownPerFile else { continue }
            problems.append(problem(of: row, file: file, table: tables[path] ?? nil))
        }
        for (path, count) in perFile.sorted(by: { $0.key < $1.key }) where count > shownPerFile {
            problems.append(Problem(.unreadableRow, "\(files[path] ?? path): \(count - shownPerFile) more cells can't be read"))
        }
        return problems
    }

    private static func problem(of row: [Scalar], file: String, table: Table?) -> Problem {
        let line = Int(row[1].text) ?? 1
        let text = row[5].text
        let fields = CSVLine.fields(of: text)
        let index = (Int(row[2].text) ?? 1) - 1
        let cell = fields.indices.contains(index) ? fields[index] : (text: "", column: 1, length: 1)
        let place = Place(file: file, line: line, column: cell.column, length: cell.length, text: text)
        let column = row[3].text
        switch row[4].text {
        case "CAST":
            let type = table?.columns[column]?.type.description ?? "its type"
            return Problem(.unreadableRow, "'\(cell.text)' is no \(type), the type of column '\(column)'", at: place)
        case "MISSING COLUMNS":
            return Problem(
                .unreadableRow, "the line has \(fields.count) cells where the header has more; \(file) is torn here", at: Place(file: file, line: line, column: 1, length: text.count, text: text))
        case "TOO MANY COLUMNS":
            return Problem(
                .unreadableRow, "the line has \(fields.count) cells, more than the header; quote a cell that contains a comma",
                at: Place(file: file, line: line, column: 1, length: text.count, text: text))
        case "UNQUOTED VALUE":
            return Problem(.unreadableRow, "a quote is not closed, or text follows it; write a quote inside a quoted cell twice", at: place)
        case "INVALID ENCODING":
            return Problem(.notUTF8, "the line is not UTF-8; save the file as UTF-8", at: Place(file: file, line: line))
        default:
            let message = row[6].text.split(separator: "\n").first.map(String.init) ?? row[4].text
            return Problem(.unreadableRow, "the line can't be read: \(message)", at: place)
        }
    }
}
