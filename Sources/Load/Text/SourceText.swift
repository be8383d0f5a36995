import Foundation
import Model

/// The text of one file, or of a part of it, with the means to say where something in it stands.
struct SourceText {
    let file: String
    let lines: [Substring]
    /// Lines of the file before this part.
    var firstLine = 0
    /// Characters of each line before this part: the indentation of a block.
    var indent = 0
    /// The whole file's lines, for showing them in problems.
    private let shown: [Substring]

    init(file: String, text: String) {
        self.file = file
        lines = Self.lines(of: text)
        shown = lines
    }

    /// The text between line ends of any kind: "\n", "\r\n", "\r". Bytes are enough to find them.
    private static func lines(of text: String) -> [Substring] {
        let bytes = text.utf8
        var lines: [Substring] = [], start = bytes.startIndex, index = start
        while index < bytes.endIndex {
            let byte = bytes[index], next = bytes.index(after: index)
            guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") else { index = next; continue }
            lines.append(text[start..<index])
            let isPair = byte == UInt8(ascii: "\r") && next < bytes.endIndex && bytes[next] == UInt8(ascii: "\n")
            start = isPair ? bytes.index(after: next) : next
            index = start
        }
        return lines + [text[start...]]
    }

    private init(file: String, lines: [Substring], firstLine: Int, indent: Int, shown: [Substring]) {
        self.file = file
        self.lines = lines
        self.firstLine = firstLine
        self.indent = indent
        self.shown = shown
    }

    var text: String { lines.joined(separator: "\n") }

    /// Some lines of this text as a text of their own whose places are still those of the file.
    ///
    /// - Parameter indent: characters that each line loses at most, of blanks and of the `>` of a quote.
    func part(lines range: Range<Int>, indent: Int = 0) -> SourceText {
        let clamped = range.clamped(to: 0..<lines.count)
        let part = lines[clamped].map { line in
            line.dropFirst(line.prefix(indent).prefix { $0 == " " || $0 == ">" }.count)
        }
        return SourceText(
            file: file, lines: part, firstLine: firstLine + clamped.lowerBound, indent: self.indent + indent, shown: shown)
    }

    /// A stretch of one line as a text of its own.
    func piece(_ text: String, at place: Place) -> SourceText {
        SourceText(file: file, lines: text.split(separator: "\n", omittingEmptySubsequences: false), firstLine: place.line - 1, indent: place.column - 1, shown: shown)
    }

    /// - Parameters:
    ///   - line: counts from 1 within this text.
    ///   - column: counts from 1 within this text's line.
    func place(line: Int, column: Int = 1, length: Int = 1) -> Place {
        let number = line + firstLine
        let whole = shown.indices.contains(number - 1) ? String(shown[number - 1]) : ""
        return Place(file: file, line: number, column: column + indent, length: length, text: whole)
    }

    /// The same by the number of a Unicode scalar, as YAML's parser counts.
    func place(line: Int, scalarColumn: Int, length: Int = 1) -> Place {
        let text = lines.indices.contains(line - 1) ? lines[line - 1] : ""
        let before = String(String.UnicodeScalarView(text.unicodeScalars.prefix(scalarColumn - 1)))
        return place(line: line, column: before.count + max(0, scalarColumn - 1 - before.unicodeScalars.count) + 1, length: length)
    }

    /// The place of a stretch that stands on a line or on one of the lines after it; of the whole line where it is not found.
    func place(of stretch: String, fromLine line: Int) -> Place {
        for (index, text) in lines.enumerated().dropFirst(line - 1) {
            if let range = text.firstRange(of: stretch) {
                return place(line: index + 1, column: text.distance(from: text.startIndex, to: range.lowerBound) + 1, length: stretch.count)
            }
        }
        return place(ofLine: line)
    }

    /// The place of a stretch of a whole line.
    func place(ofLine line: Int) -> Place {
        let text = lines.indices.contains(line - 1) ? lines[line - 1] : ""
        let start = text.prefix { $0.isWhitespace }.count
        return place(line: line, column: start + 1, length: max(1, text.count - start))
    }

    /// Reads a file. A file that is missing or not UTF-8 is a problem, with the place of the first bad byte.
    static func read(_ file: String, _ problems: ProblemList) -> SourceText? {
        guard let data = FileManager.default.contents(atPath: file) else {
            problems.add(Problem(.unreadableFile, "\(file) can't be read", kind: .file))
            return nil
        }
        let bytes = Array(data.starts(with: [0xEF, 0xBB, 0xBF]) ? data.dropFirst(3) : data[...])
        guard let text = String(validating: bytes, as: UTF8.self) else {
            problems.add(.notUTF8, "the file is not UTF-8; save it as UTF-8", at: firstBadByte(in: bytes, of: file))
            return nil
        }
        return SourceText(file: file, text: text)
    }

    private static func firstBadByte(in bytes: [UInt8], of file: String) -> Place {
        var line = 1, start = 0
        for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") || index == bytes.count - 1 {
            let slice = bytes[start...index]
            if String(validating: slice, as: UTF8.self) == nil {
                var good = start
                while good < index, !isBad(bytes[start...], upTo: good) { good += 1 }
                let before = String(decoding: bytes[start..<good], as: UTF8.self)
                return Place(file: file, line: line, column: before.count + 1, text: String(decoding: slice.dropLast(), as: UTF8.self))
            }
            if byte == UInt8(ascii: "\n") { line += 1; start = index + 1 }
        }
        return Place(file: file, line: 1)
    }

    /// Whether the bytes up to and with this one can't be the beginning of UTF-8.
    private static func isBad(_ bytes: ArraySlice<UInt8>, upTo end: Int) -> Bool {
        // Up to three bytes at the end may be the beginning of a character.
        (0...3).allSatisfy { missing in
            let last = end - missing
            return last < bytes.startIndex || String(validating: bytes[bytes.startIndex...last], as: UTF8.self) == nil
        } && end >= bytes.startIndex
    }
}
