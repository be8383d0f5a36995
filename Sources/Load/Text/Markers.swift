import Model

/// References and quotations, taken out of a text before Markdown sees it.
///
/// Each is replaced by a placeholder of noncharacters around its number. So neither emphasis nor a table's pipes can cut
/// it, and `**{{gmv}}**增长` closes its emphasis, which CommonMark would refuse after a brace.
struct Markers {
    enum Marker {
        case reference(Reference)
        case quotation(Quotation)
        /// What could not be read; it has been reported, and stands as typed.
        case broken
    }

    static let open = Character(Unicode.Scalar(0xFDD0 as UInt16) ?? " ")
    static let close = Character(Unicode.Scalar(0xFDD1 as UInt16) ?? " ")

    private(set) var lines: [String] = []
    /// Each line with blanks where markers, code and addresses stand, character for character: what is left is the author's own prose.
    private(set) var prose: [String] = []
    private var found: [(marker: Marker, typed: String)] = []
    private var blanks: [Range<Int>] = []

    /// Takes the markers out of each line of the source.
    init(_ source: SourceText, _ problems: ProblemList) {
        for (index, line) in source.lines.enumerated() {
            guard Self.mayHoldMarks(line) else {
                lines.append(String(line))
                prose.append(String(line))
                continue
            }
            blanks = []
            lines.append(take(from: Array(line), line: index + 1, source, problems))
            var characters = Array(line)
            for range in blanks { for position in range.clamped(to: 0..<characters.count) { characters[position] = " " } }
            prose.append(Prose.withoutCode(characters))
        }
    }

    /// Whether a line may hold a marker, code, an address or a noncharacter: most hold none, and stay as they are.
    private static func mayHoldMarks(_ line: Substring) -> Bool {
        var before: UInt8 = 0
        for byte in line.utf8 {
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "`"), UInt8(ascii: "\\"): return true
            // U+FDD0 to U+FDEF
            case 0xB7 where before == 0xEF: return true
            default: before = byte
            }
        }
        return false
    }

    private mutating func take(from line: [Character], line number: Int, _ source: SourceText, _ problems: ProblemList) -> String {
        var text = ""
        var index = 0
        while index < line.count {
            let next = line[index]
            if next.isASCII, next != "{", next != "[", next != "\\" {
                text.append(next)
                index += 1
                continue
            }
            if let scalar = next.unicodeScalars.first, (0xFDD0...0xFDEF).contains(scalar.value) {
                problems.add(.badMarkdown, "the text holds a noncharacter (U+\(String(scalar.value, radix: 16, uppercase: true))); remove it", at: source.place(line: number, column: index + 1))
            } else if line[index] == "\\", line[index...].starts(with: ["\\", "{", "{"]) {
                text += "{{"
                index += 3
                continue
            } else if line[index...].starts(with: ["{", "{"]) {
                guard let end = Self.closing(in: line, from: index + 2) else {
                    problems.add(.badReference, "'{{' is not closed by '}}' on its line", at: source.place(line: number, column: index + 1, length: 2))
                    text += "{{"
                    index += 2
                    continue
                }
                text += reference(String(line[(index + 2)..<end]), source.place(line: number, column: index + 1, length: end + 2 - index), problems)
                blanks.append(index..<(end + 2))
                index = end + 2
                continue
            } else if line[index] == "[", let quotation = RawQuotation(in: line, from: index) {
                text += add(quotation, from: index, source, line: number, problems)
                let end = index + quotation.typed.count
                blanks.append(index..<end)
                index = end
                continue
            }
            if !(line[index].unicodeScalars.first.map { (0xFDD0...0xFDEF).contains($0.value) } ?? false) { text.append(line[index]) }
            index += 1
        }
        return text
    }

    private static func closing(in line: [Character], from start: Int) -> Int? {
        var index = start
        while index + 1 < line.count {
            if line[index] == "}", line[index + 1] == "}" { return index }
            if line[index] == "{", line[index + 1] == "{" { return nil }
            index += 1
        }
        return nil
    }

    private mutating func reference(_ inner: String, _ place: Place, _ problems: ProblemList) -> String {
        // In a table other readers of Markdown need the pipe escaped; it means the same here.
        switch ReferenceParser.parse(inner.replacing("\\|", with: " |"), at: place) {
        case .success(let reference): return placeholder(.reference(reference), "{{\(inner)}}")
        case .failure(let problem):
            problems.add(problem)
            return placeholder(.broken, "{{\(inner)}}")
        }
    }

    private mutating func placeholder(_ marker: Marker, _ typed: String) -> String {
        found.append((marker, typed))
        return "\(Self.open)\(found.count - 1)\(Self.close)"
    }

    private mutating func add(_ raw: RawQuotation, from start: Int, _ source: SourceText, line number: Int, _ problems: ProblemList) -> String {
        let place = source.place(line: number, column: start + 1, length: raw.typed.count)
        guard let quotation = raw.quotation(at: place, problems) else { return placeholder(.broken, raw.typed) }
        return placeholder(.quotation(quotation), raw.typed)
    }

    // MARK: Putting them back

    /// The whole source as inlines, its lines joined by spaces.
    var inlines: [Inline] { inlines(in: lines.joined(separator: " ")) }

    /// A text with its markers as inlines.
    func inlines(in text: String) -> [Inline] {
        pieces(of: text).map { piece in
            switch piece {
            case .text(let text): .text(text)
            case .marker(let index):
                switch found[index].marker {
                case .reference(let reference): .reference(reference)
                case .quotation(let quotation): .quotation(quotation)
                case .broken: .text(found[index].typed)
                }
            }
        }
    }

    /// A text as its author typed it: for code and addresses, which hold no references.
    func typed(_ text: String) -> String {
        pieces(of: text).map { piece in
            switch piece {
            case .text(let text): text
            case .marker(let index): found[index].typed
            }
        }.joined()
    }

    private enum Piece { case text(String), marker(Int) }

    private func pieces(of text: String) -> [Piece] {
        guard text.unicodeScalars.contains(Self.open.unicodeScalars.first ?? " ") else { return text.isEmpty ? [] : [.text(text)] }
        var pieces: [Piece] = []
        var plain = ""
        var digits: String?
        for character in text {
            switch (character, digits) {
            case (Self.open, _): digits = ""
            case (Self.close, let typed?):
                if let index = Int(typed), found.indices.contains(index) {
                    if !plain.isEmpty { pieces.append(.text(plain)) }
                    plain = ""
                    pieces.append(.marker(index))
                }
                digits = nil
            case (_, let typed?): digits = typed + String(character)
            case (_, nil): plain.append(character)
            }
        }
        if !plain.isEmpty { pieces.append(.text(plain)) }
        return pieces
    }
}
