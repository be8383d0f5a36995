/// A piece of SQL text. All pieces together are the text.
struct SQLToken {
    enum Kind { case word, quotedName, literal, space, symbol }

    var kind: Kind
    var text: Substring

    /// Cuts a text into words, quoted names, texts in quotes, blanks (comments among them) and symbols.
    static func tokens(of sql: String) -> [SQLToken] {
        var tokens: [SQLToken] = []
        var rest = Substring(sql)
        while let first = rest.first {
            let kind = Kind(startingWith: first, rest)
            let end = kind.end(in: rest)
            tokens.append(SQLToken(kind: kind, text: rest[..<end]))
            rest = rest[end...]
        }
        return tokens
    }

    func isWord(_ word: String) -> Bool { kind == .word && text.lowercased() == word }
    func isSymbol(_ symbol: Substring) -> Bool { kind == .symbol && text == symbol }
}

extension SQLToken.Kind {
    fileprivate init(startingWith first: Character, _ rest: Substring) {
        self =
            switch first {
            case "'": .literal
            case "\"": .quotedName
            case _ where first.isWhitespace || rest.hasPrefix("--") || rest.hasPrefix("/*"): .space
            case _ where first.isLetter || first.isNumber || first == "_": .word
            default: .symbol
            }
    }

    /// Where the piece at the text's beginning ends.
    fileprivate func end(in text: Substring) -> Substring.Index {
        switch self {
        case .word: return text.firstIndex { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "$" } ?? text.endIndex
        case .literal: return Self.close("'", in: text)
        case .quotedName: return Self.close("\"", in: text)
        case .space:
            if text.hasPrefix("--") { return text.firstIndex { $0.isNewline } ?? text.endIndex }
            if text.hasPrefix("/*") { return text.range(of: "*/")?.upperBound ?? text.endIndex }
            return text.indices.first { !text[$0].isWhitespace } ?? text.endIndex
        case .symbol:
            let isPair = ["//", "::", "||", "<>", "<=", ">=", "!="].contains { text.hasPrefix($0) }
            return text.index(text.startIndex, offsetBy: isPair ? 2 : 1)
        }
    }

    /// After the quote that ends the text; a doubled quote stands for one.
    private static func close(_ quote: Character, in text: Substring) -> Substring.Index {
        var index = text.index(after: text.startIndex)
        while index < text.endIndex {
            let next = text.index(after: index)
            if text[index] == quote {
                guard next < text.endIndex, text[next] == quote else { return next }
                index = text.index(after: next)
            } else {
                index = next
            }
        }
        return text.endIndex
    }
}
