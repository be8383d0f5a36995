import Model

/// What of a line is the author's own prose.
enum Prose {
    /// Code spans and the addresses of links become blanks.
    static func withoutCode(_ line: [Character]) -> String {
        var characters = line
        blank(&characters, from: "`", to: "`")
        var index = 0
        while index + 1 < characters.count {
            if characters[index] == "]", characters[index + 1] == "(", let end = characters[index...].firstIndex(of: ")") {
                for position in (index + 1)...end { characters[position] = " " }
                index = end
            }
            index += 1
        }
        return String(characters)
    }

    private static func blank(_ characters: inout [Character], from open: Character, to close: Character) {
        var start: Int?
        for index in characters.indices where characters[index] == (start == nil ? open : close) {
            guard let from = start else { start = index; continue }
            for position in from...index { characters[position] = " " }
            start = nil
        }
    }

    /// Notes the numbers that lines of a text state.
    static func note(_ prose: some Sequence<(line: Int, text: String)>, of source: SourceText, in problems: ProblemList) {
        for (line, text) in prose {
            for found in NumberScanner(text).numbers() {
                problems.numbers.append(TextNumber(text: found.text, place: source.place(line: line, column: found.range.lowerBound + 1, length: found.range.count)))
            }
        }
    }
}
