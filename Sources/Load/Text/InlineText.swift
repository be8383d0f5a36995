import Model

/// Plain text with references, in front matter and in the titles of blocks.
enum InlineText {
    /// nil where the value is no text, which has then been noted.
    static func read(_ value: YAMLValue) -> [Inline]? {
        guard value.string() != nil else { return nil }
        return Array(value.textLines.map { line -> [Inline] in
            let markers = Markers(line, value.problems)
            Prose.note(markers.prose.enumerated().map { ($0.offset + 1, $0.element) }, of: line, in: value.problems)
            return markers.inlines
        }.joined(separator: [.text(" ")]))
    }
}
