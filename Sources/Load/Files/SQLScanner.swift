import Model

/// Finds the columns that an SQL expression names, without understanding the expression.
///
/// A word is a column unless it is a keyword, a function (a parenthesis follows) or a type (after `::` or `as`).
struct SQLScanner {
    private let characters: [Character]
    private let place: Place
    private var index = 0
    private var columns: [Located<String>] = []
    private var previous = ""

    /// - Returns: the names as written, `column` or `table.column`, in order.
    static func columns(in text: Located<String>) -> Result<[Located<String>], Problem> {
        var scanner = SQLScanner(characters: Array(text.value), place: text.place)
        if let problem = scanner.scan() { return .failure(problem) }
        return .success(scanner.columns)
    }

    private init(characters: [Character], place: Place) {
        self.characters = characters
        self.place = place
    }

    private mutating func scan() -> Problem? {
        while index < characters.count {
            let character = characters[index]
            if character == "'" {
                guard skipQuoted("'") != nil else { return problem("a quote is not closed", at: index) }
                previous = "'"
            } else if character == ";" {
                return problem("an expression holds no ';'", at: index)
            } else if character == "-", peek(1) == "-" {
                return problem("an expression holds no comment", at: index)
            } else if character == "/", peek(1) == "*" {
                return problem("an expression holds no comment", at: index)
            } else if character == "\"" || isStart(character) {
                guard takeName() else { return problem("a quote is not closed", at: index) }
            } else {
                if !character.isWhitespace { previous = String(character) }
                if character.isNumber { skipNumber() } else { index += 1 }
            }
        }
        return nil
    }

    private func peek(_ distance: Int) -> Character? {
        characters.indices.contains(index + distance) ? characters[index + distance] : nil
    }

    private func isStart(_ character: Character) -> Bool { character.isLetter || character == "_" }
    private func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber || character == "_" }

    private mutating func skipNumber() {
        while let character = peek(0), isWord(character) || character == "." { index += 1 }
    }

    /// The text between quotes, a doubled quote counting as one; nil where it is not closed.
    private mutating func skipQuoted(_ quote: Character) -> String? {
        var text = ""
        var next = index + 1
        while next < characters.count {
            if characters[next] == quote {
                guard next + 1 < characters.count, characters[next + 1] == quote else {
                    index = next + 1
                    return text
                }
                next += 1
            }
            text.append(characters[next])
            next += 1
        }
        return nil
    }

    /// A word, a quoted name, or two of them with a dot between.
    private mutating func takeName() -> Bool {
        let start = index
        guard var name = takeWord() else { return false }
        let isQuoted = characters[start] == "\""
        if peek(0) == ".", let next = peek(1), isStart(next) || next == "\"" {
            index += 1
            guard let column = takeWord() else { return false }
            name += "." + column
        }
        let isType = previous == ":" || previous == "as"
        let isFunction = characters[index...].first { !$0.isWhitespace } == "("
        let isKeyword = !isQuoted && Self.keywords.contains(name.lowercased())
        previous = name.lowercased()
        guard isKeyword || isType || isFunction else {
            var place = self.place
            place.column += start
            place.length = index - start
            columns.append(Located(name, at: place))
            return true
        }
        return true
    }

    private mutating func takeWord() -> String? {
        if peek(0) == "\"" { return skipQuoted("\"") }
        var word = ""
        while let character = peek(0), isWord(character) {
            word.append(character)
            index += 1
        }
        return word
    }

    private func problem(_ message: String, at offset: Int) -> Problem {
        var place = self.place
        place.column += offset
        place.length = 1
        return Problem(.badExpression, message, at: place)
    }

    private static let keywords: Set<String> = [
        "and", "or", "not", "in", "is", "null", "like", "ilike", "similar", "escape", "between", "case", "when", "then", "else",
        "end", "true", "false", "distinct", "cast", "as", "interval", "date", "timestamp", "time", "at", "zone", "from", "for",
        "year", "month", "week", "day", "hour", "minute", "second", "any", "all", "asc", "desc", "collate", "current_date",
    ]
}
