import Foundation
import Model

/// The first line of a CSV file: the names of its columns, in the file's order.
struct CSVHeader {
    var names: [String]
    var place: Place

    /// Reads the header; a file that is missing, empty, or not UTF-8 there is a problem.
    static func read(_ file: DataFile) -> Result<CSVHeader, Problems> {
        guard let handle = FileHandle(forReadingAtPath: file.path) else {
            return .failure(Problems(Problem(.unreadableFile, "\(file.shown) can't be opened", kind: .file)))
        }
        defer { try? handle.close() }
        var bytes: [UInt8] = []
        while !bytes.contains(newline), let more = try? handle.read(upToCount: 1 << 14), !more.isEmpty { bytes += more }
        let start = bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
        let line = bytes[start...].prefix { $0 != newline && $0 != carriageReturn }
        guard !line.isEmpty else {
            return .failure(
                Problems(Problem(.badHeader, "the file is empty; its first line must name the columns", at: Place(file: file.shown, line: 1))))
        }
        guard let text = String(validating: line, as: UTF8.self) else {
            return .failure(Problems(Problem(.notUTF8, "the header is not UTF-8; save the file as UTF-8", at: Place(file: file.shown, line: 1))))
        }
        return .success(CSVHeader(names: CSVLine.fields(of: text).map(\.text), place: Place(file: file.shown, line: 1, text: text)))
    }

    /// Columns that tables.yaml declares and the file lacks, and names that stand twice.
    func problems(against table: Table) -> [Problem] {
        var problems: [Problem] = []
        for column in table.columns.values where !names.contains(column.name) {
            let near = nearestName(to: column.name, among: names.filter { table.columns[$0] == nil })
            let hint = near.map { "; the file has '\($0)'" } ?? "; the file has: \(names.joined(separator: ", "))"
            problems.append(
                Problem(.badHeader, "no column '\(column.name)', which tables.yaml declares for table '\(table.id)'\(hint)", at: place))
        }
        let repeated = Dictionary(grouping: names, by: { $0 }).filter { $1.count > 1 }.keys.sorted()
        return problems + repeated.map { Problem(.badHeader, "column '\($0)' stands more than once in the header", at: place) }
    }

    private static let newline = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
}

/// One line of CSV, cut into its fields.
enum CSVLine {
    /// Each field's text without quotes, and where it begins: a column that counts from 1.
    static func fields(of line: String) -> [(text: String, column: Int, length: Int)] {
        var fields: [(text: String, column: Int, length: Int)] = []
        var text = "", column = 1, start = 1
        var quoted = false
        for character in line {
            switch character {
            case "\"": quoted.toggle()
            case "," where !quoted:
                fields.append((text, start, column - start))
                text = ""
                start = column + 1
            default: text.append(character)
            }
            column += 1
        }
        fields.append((text, start, column - start))
        return fields
    }
}
