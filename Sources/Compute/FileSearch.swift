import Foundation
import Model

/// Finds what an engine complains of in the file where it stands, since not every engine names the line.
enum FileSearch {
    /// The first place of a cell's text; nil where the file has no such text.
    static func place(of value: String, in file: DataFile) -> Place? {
        guard !value.isEmpty, let text = try? String(contentsOfFile: file.path, encoding: .utf8) else { return nil }
        for (index, line) in lines(of: text).enumerated() {
            guard let found = line.range(of: value) else { continue }
            let column = line.distance(from: line.startIndex, to: found.lowerBound) + 1
            return Place(file: file.shown, line: index + 1, column: column, length: value.count, text: String(line))
        }
        return nil
    }

    static func place(ofLine line: Int, in file: DataFile) -> Place {
        let text = (try? String(contentsOfFile: file.path, encoding: .utf8)) ?? ""
        let lines = lines(of: text)
        let shown = lines.indices.contains(line - 1) ? String(lines[line - 1]) : ""
        return Place(file: file.shown, line: line, column: 1, length: max(1, shown.count), text: shown)
    }

    private static func lines(of text: String) -> [Substring] {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    }
}

extension String {
    /// The last text in double quotes, which engines put around a value that they refuse.
    var quotedValue: String? {
        let parts = split(separator: "\"", omittingEmptySubsequences: false)
        return parts.count >= 3 ? String(parts[parts.count - 2]) : nil
    }
}
