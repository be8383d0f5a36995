import Model

extension YAMLValue {
    /// A scalar's text as the lines on which it stands, each with its own places.
    ///
    /// A text that YAML's escapes change has no such lines; it is one then, at the place of its beginning.
    var textLines: [SourceText] {
        guard let mark = node.mark, let text = scalar else { return [] }
        let start = textPlace
        if start.text.dropFirst(start.column - 1).hasPrefix(text) { return [source.piece(text, at: start)] }
        var rest = text.drop(while: \.isWhitespace)
        var found: [SourceText] = []
        // A block's text begins on the line after its `|` or `>`, any other on its own line.
        let isBlock = if case .scalar(let scalar) = node { scalar.style == .literal || scalar.style == .folded } else { false }
        var line = isBlock ? mark.line + 1 : mark.line
        while !rest.isEmpty, line <= source.lines.count {
            let whole = source.place(ofLine: line)
            let lead = line == mark.line && !isBlock ? start.column - whole.column : 0
            let written = source.lines[line - 1].drop(while: \.isWhitespace).dropFirst(lead)
            let part = written.hasPrefix(rest) ? rest : written.trimmingSpaces
            if !part.isEmpty {
                guard rest.hasPrefix(part) else { return [source.piece(text, at: start)] }
                var place = whole
                place.column += lead
                found.append(source.piece(String(part), at: place))
                rest = rest.dropFirst(part.count).drop(while: \.isWhitespace)
            }
            line += 1
        }
        return rest.isEmpty ? found : [source.piece(text, at: start)]
    }
}

extension Substring {
    fileprivate var trimmingSpaces: Substring {
        var text = self
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
