import Model

/// Writes blocks as the CommonMark specification writes them: raw HTML as it is, no anchors. For tests only; pages are
/// written by Compose, which is stricter.
struct PlainHTML {
    static func text(of blocks: [Block]) -> String { blocks.map { block($0, isTight: false) }.joined() }

    private static func block(_ block: Block, isTight: Bool) -> String {
        switch block {
        case .heading(let level, let inlines, _): "<h\(level)>\(html(inlines))</h\(level)>\n"
        case .paragraph(let inlines): isTight ? html(inlines) : "<p>\(html(inlines))</p>\n"
        case .quote(let inner): "<blockquote>\n\(text(of: inner))</blockquote>\n"
        case .list(let start, let tight, let items): list(start, tight, items)
        case .code(let literal, let info): code(literal, info)
        case .rule: "<hr />\n"
        case .html(let raw): raw
        default: ""
        }
    }

    private static func list(_ start: Int?, _ isTight: Bool, _ items: [[Block]]) -> String {
        let name = start == nil ? "ul" : "ol"
        let from = start.map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? ""
        let body = items.map { "<li>\(item($0, isTight))</li>\n" }.joined()
        return "<\(name)\(from)>\n\(body)</\(name)>\n"
    }

    private static func item(_ blocks: [Block], _ isTight: Bool) -> String {
        var html = ""
        for (index, inner) in blocks.enumerated() {
            let isText = if case .paragraph = inner { isTight } else { false }
            if !isText, !html.hasSuffix("\n") { html += "\n" }
            html += block(inner, isTight: isTight)
            if isText, index + 1 < blocks.count { html += "\n" }
        }
        return html
    }

    private static func code(_ literal: String, _ info: String) -> String {
        let language = info.split { $0 == " " || $0 == "\t" }.first.map { " class=\"language-\(escaped(String($0)))\"" } ?? ""
        return "<pre><code\(language)>\(escaped(literal))</code></pre>\n"
    }

    private static func html(_ inlines: [Inline]) -> String { inlines.map(html).joined() }

    private static func html(_ inline: Inline) -> String {
        switch inline {
        case .text(let text): escaped(text)
        case .softBreak: "\n"
        case .hardBreak: "<br />\n"
        case .code(let code): "<code>\(escaped(code))</code>"
        case .html(let raw): raw
        case .emphasis(let inner): "<em>\(html(inner))</em>"
        case .strong(let inner): "<strong>\(html(inner))</strong>"
        case .link(let inner, let destination, let title):
            "<a href=\"\(address(destination))\"\(titled(title))>\(html(inner))</a>"
        case .image(let inner, let source, let title):
            "<img src=\"\(address(source))\" alt=\"\(escaped(inner.plainText))\"\(titled(title)) />"
        case .reference, .quotation: ""
        }
    }

    private static func titled(_ title: String) -> String { title.isEmpty ? "" : " title=\"\(escaped(title))\"" }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    }

    /// Percent-encodes what may not stand in an address, as libcmark's renderer does.
    private static func address(_ url: String) -> String {
        let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.+!*(),%#@?=;:/$~".utf8)
        return url.utf8.map { byte -> String in
            if plain.contains(byte) { return String(UnicodeScalar(byte)) }
            if byte == UInt8(ascii: "&") { return "&amp;" }
            if byte == UInt8(ascii: "'") { return "&#x27;" }
            let hex = String(byte, radix: 16, uppercase: true)
            return "%" + (hex.count == 1 ? "0" : "") + hex
        }.joined()
    }
}
