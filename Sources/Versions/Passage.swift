package import Model

/// A piece of a text that is written and edited as one: a paragraph, an item of a list, a line of a table or of a block.
package struct Passage: Sendable {
    package var file: String
    /// Lines of the file, from 1.
    package var lines: ClosedRange<Int>
    /// Its words as written, white space folded.
    package var text: String
    package var references: [Reference]

    /// The pieces of a chapter's file, front matter and blocks included.
    package static func all(of file: String, text: String, references: [Reference]) -> [Passage] {
        var passages: [Passage] = [], open: ClosedRange<Int>?
        let lines = text.lines
        var fence: Substring?
        func close() {
            if let range = open { passages.append(Passage(file, range, lines, references)) }
            open = nil
        }
        for (index, line) in lines.enumerated() {
            let number = index + 1, bare = line.drop { $0 == " " || $0 == ">" || $0 == "\t" }
            // Three hyphens are a border only around the front matter; elsewhere they are a rule.
            let mark = bare == "---" ? (number == 1 || fence == "---" ? bare : nil) : bare.fenceMark
            let isBorder = fence.map { mark?.hasPrefix($0) ?? false } ?? (mark != nil)
            if isBorder { fence = fence == nil ? mark : nil }
            if fence != nil || isBorder {
                close()
                if !bare.isEmpty, !isBorder { passages.append(Passage(file, number...number, lines, references)) }
            } else if bare.isEmpty {
                close()
            } else {
                if bare.beginsPiece { close() }
                open = (open?.lowerBound ?? number)...number
                if bare.hasPrefix("#") { close() }
            }
        }
        close()
        return passages
    }

    /// Each line by itself, as files of definitions are edited.
    package static func lines(of file: String, text: String, references: [Reference]) -> [Passage] {
        let lines = text.lines
        return lines.indices.filter { !lines[$0].allSatisfy(\.isWhitespace) }.map { Passage(file, ($0 + 1)...($0 + 1), lines, references) }
    }

    private init(_ file: String, _ range: ClosedRange<Int>, _ lines: [Substring], _ references: [Reference]) {
        self.file = file
        self.lines = range
        text = lines[(range.lowerBound - 1)...(range.upperBound - 1)].joined(separator: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        self.references = references.filter { range.contains($0.place.line) }
    }
}

extension String {
    /// A line end of Windows is one character.
    fileprivate var lines: [Substring] { split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) }
}

extension Substring {
    /// What opens or closes a fenced block.
    fileprivate var fenceMark: Substring? {
        for mark: Character in ["~", "`"] where hasPrefix(String(repeating: mark, count: 3)) { return prefix { $0 == mark } }
        return nil
    }

    /// Headings, items of lists and lines of tables stand by themselves.
    fileprivate var beginsPiece: Bool {
        if hasPrefix("#") || hasPrefix("|") { return true }
        if ["- ", "* ", "+ "].contains(where: hasPrefix) { return true }
        let digits = prefix(while: \.isNumber), rest = dropFirst(digits.count)
        return !digits.isEmpty && (rest.hasPrefix(". ") || rest.hasPrefix(") "))
    }
}
