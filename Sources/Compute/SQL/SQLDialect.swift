/// How an engine writes the few things of the portable SQL that it has no word of its own for, or means something else by.
///
/// Everything that Recap and its authors write is standard SQL as DuckDB reads it (see Documentation/engines.md). What an engine
/// takes as it stands needs no entry here: a dialect is a short table, not a translator.
struct SQLDialect: Sendable {
    /// A call of the portable SQL: `date_diff('day', a, b)`.
    struct Call: Sendable {
        var name: String
        var count: Int
        /// The first argument, where only calls with that one are meant.
        var first: String?
        /// What stands in its place; `$1`, `$2` … are its arguments.
        var template: String

        init(_ name: String, _ count: Int, first: String? = nil, _ template: String) {
            (self.name, self.count, self.first, self.template) = (name, count, first, template)
        }
    }

    /// Words in a row, in lower case, and what stands in their place; the first entry that fits is taken.
    var words: [(from: [String], to: String)] = []
    var calls: [Call] = []
    /// What stands before a slash, so that a division is one of doubles, as in DuckDB, and not of whole numbers or of decimals cut short.
    var division = ""
    /// Rows without a value come last in any order unless the text says otherwise, as in DuckDB.
    var ordersNullsLast = true
    /// What a backslash in a text stands for itself as.
    var backslash = "\\"

    /// An engine's own text for a portable one.
    func written(_ sql: String) -> String { written(SQLToken.tokens(of: sql)[...]) }

    private func written(_ tokens: ArraySlice<SQLToken>) -> String {
        var text = ""
        var index = tokens.startIndex
        while index < tokens.endIndex {
            if let (replacement, end) = call(at: index, tokens) ?? order(at: index, tokens) ?? phrase(at: index, tokens) {
                text += replacement
                index = end
            } else {
                if tokens[index].isSymbol("/") { text += division }
                let own = String(tokens[index].text)
                text += tokens[index].kind == .literal ? own.replacing("\\", with: backslash) : own
                index += 1
            }
        }
        return text
    }

    private func phrase(at start: Int, _ tokens: ArraySlice<SQLToken>) -> (text: String, end: Int)? {
        guard tokens[start].kind == .word else { return nil }
        for (from, to) in words {
            var index = start, fits = true
            for (place, word) in from.enumerated() {
                if place > 0 { index = Self.skipSpace(index + 1, tokens) }
                guard index < tokens.endIndex, tokens[index].text.lowercased() == word else { fits = false; break }
            }
            if fits { return (to, index + 1) }
        }
        return nil
    }

    /// The items of an ORDER BY; those of a percentile have no nulls.
    private func order(at start: Int, _ tokens: ArraySlice<SQLToken>) -> (text: String, end: Int)? {
        guard ordersNullsLast, tokens[start].isWord("order"), let by = Self.next(start + 1, tokens), tokens[by].isWord("by") else { return nil }
        let before = tokens[..<start].filter { $0.kind != .space }.suffix(2)
        guard !(before.first?.isWord("group") == true && before.last?.isSymbol("(") == true) else { return nil }
        var items: [Range<Int>] = []
        var depth = 0, first = by + 1, index = by + 1
        while index < tokens.endIndex {
            if tokens[index].isSymbol("(") { depth += 1 }
            if tokens[index].isSymbol(")") { depth -= 1 }
            if depth < 0 || depth == 0 && Self.orderEnds.contains(where: { tokens[index].isWord($0) }) { break }
            if depth == 0, tokens[index].isSymbol(",") { items.append(first..<index); first = index + 1 }
            index += 1
        }
        items.append(first..<index)
        let texts = items.map { item in
            let text = written(tokens[item]).trimmingStatementEnd
            return tokens[item].contains { $0.isWord("nulls") } ? text : text + " NULLS LAST"
        }
        return ("ORDER BY \(texts.joined(separator: ", ")) ", index)
    }

    private static let orderEnds = ["limit", "offset", "fetch", "rows", "range", "groups", "union", "intersect", "except"]

    private func call(at start: Int, _ tokens: ArraySlice<SQLToken>) -> (text: String, end: Int)? {
        let named = calls.filter { tokens[start].isWord($0.name) }
        let open = Self.skipSpace(start + 1, tokens)
        guard !named.isEmpty, open < tokens.endIndex, tokens[open].isSymbol("("), let arguments = arguments(after: open, tokens) else { return nil }
        let isDistinct = arguments.ranges.first.map { tokens[$0].first { $0.kind != .space }?.isWord("distinct") == true } == true
        let texts = arguments.ranges.map { written(tokens[$0]).trimmingStatementEnd }
        guard !isDistinct, let call = named.first(where: { $0.count == texts.count && ($0.first == nil || $0.first == texts.first) }) else { return nil }
        let text = zip(1..., texts).reduce(call.template) { $0.replacing("$\($1.0)", with: $1.1) }
        return (text, arguments.end)
    }

    /// Where a call's arguments stand, and what follows its closing parenthesis; nil where none closes it.
    private func arguments(after open: Int, _ tokens: ArraySlice<SQLToken>) -> (ranges: [Range<Int>], end: Int)? {
        var ranges: [Range<Int>] = []
        var depth = 0, start = open + 1
        for index in open..<tokens.endIndex {
            if tokens[index].isSymbol("(") { depth += 1 }
            if tokens[index].isSymbol(")") { depth -= 1 }
            if depth == 0 || depth == 1 && tokens[index].isSymbol(",") { ranges.append(start..<index); start = index + 1 }
            if depth == 0 { return (ranges, index + 1) }
        }
        return nil
    }

    private static func next(_ index: Int, _ tokens: ArraySlice<SQLToken>) -> Int? {
        let next = skipSpace(index, tokens)
        return next < tokens.endIndex ? next : nil
    }

    private static func skipSpace(_ index: Int, _ tokens: ArraySlice<SQLToken>) -> Int {
        tokens[min(index, tokens.endIndex)...].firstIndex { $0.kind != .space } ?? tokens.endIndex
    }
}

extension String {
    /// Without blanks around it, and without semicolons at its end.
    var trimmingStatementEnd: String {
        var text = Substring(self)
        while text.first?.isWhitespace == true { text.removeFirst() }
        while let last = text.last, last.isWhitespace || last == ";" { text.removeLast() }
        return String(text)
    }
}
