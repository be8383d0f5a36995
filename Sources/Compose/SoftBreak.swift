import Model

/// A line's end inside a paragraph: a space between Latin words, nothing between Chinese characters, where a browser
/// would show a hole.
enum SoftBreak {
    static func text(in inlines: [Inline], at index: Int) -> String {
        guard index > 0, index + 1 < inlines.count, let before = last(of: inlines[index - 1]),
            let after = first(of: inlines[index + 1]), before.terminalWidth == 2, after.terminalWidth == 2
        else { return "\n" }
        return ""
    }

    private static func first(of inline: Inline) -> Character? {
        switch inline {
        case .text(let text), .code(let text): text.first
        case .emphasis(let inner), .strong(let inner), .link(let inner, _, _): inner.first.flatMap(first)
        case .quotation(let quotation): quotation.text.first
        default: nil
        }
    }

    private static func last(of inline: Inline) -> Character? {
        switch inline {
        case .text(let text), .code(let text): text.last
        case .emphasis(let inner), .strong(let inner), .link(let inner, _, _): inner.last.flatMap(last)
        case .quotation(let quotation): quotation.text.last
        default: nil
        }
    }
}
