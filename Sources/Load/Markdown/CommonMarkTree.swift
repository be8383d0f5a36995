import CCMark

/// libcmark's tree of one text. It owns the tree and frees it; nodes are lent and can't outlive it.
struct CommonMarkTree: ~Copyable {
    private let root: OpaquePointer

    /// nil where libcmark has no memory left.
    init?(_ text: String) {
        var text = text
        let parsed = text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { cmark_parse_document($0.baseAddress, $0.count, CMARK_OPT_DEFAULT) }
        }
        guard let parsed else { return nil }
        root = parsed
    }

    deinit { cmark_node_free(root) }

    /// The document's node, for the time of `body`.
    borrowing func withRoot<Result>(_ body: (borrowing CommonMarkNode) -> Result) -> Result {
        body(CommonMarkNode(pointer: root))
    }
}

/// A node of the tree, lent.
struct CommonMarkNode: ~Copyable {
    enum Kind {
        case document, quote, list, item, code, html, paragraph, heading, rule
        case text, softBreak, lineBreak, inlineCode, inlineHTML, emphasis, strong, link, image
        case unknown
    }

    fileprivate let pointer: OpaquePointer

    var kind: Kind {
        switch cmark_node_get_type(pointer) {
        case CMARK_NODE_DOCUMENT: .document
        case CMARK_NODE_BLOCK_QUOTE: .quote
        case CMARK_NODE_LIST: .list
        case CMARK_NODE_ITEM: .item
        case CMARK_NODE_CODE_BLOCK: .code
        case CMARK_NODE_HTML_BLOCK: .html
        case CMARK_NODE_PARAGRAPH: .paragraph
        case CMARK_NODE_HEADING: .heading
        case CMARK_NODE_THEMATIC_BREAK: .rule
        case CMARK_NODE_TEXT: .text
        case CMARK_NODE_SOFTBREAK: .softBreak
        case CMARK_NODE_LINEBREAK: .lineBreak
        case CMARK_NODE_CODE: .inlineCode
        case CMARK_NODE_HTML_INLINE: .inlineHTML
        case CMARK_NODE_EMPH: .emphasis
        case CMARK_NODE_STRONG: .strong
        case CMARK_NODE_LINK: .link
        case CMARK_NODE_IMAGE: .image
        default: .unknown
        }
    }

    /// Counts from 1. Only a block's first line is to be trusted; columns are bytes and often off.
    var line: Int { Int(cmark_node_get_start_line(pointer)) }
    var lastLine: Int { Int(cmark_node_get_end_line(pointer)) }
    var column: Int { Int(cmark_node_get_start_column(pointer)) }
    var literal: String { Self.string(cmark_node_get_literal(pointer)) }
    var fenceInfo: String { Self.string(cmark_node_get_fence_info(pointer)) }
    var url: String { Self.string(cmark_node_get_url(pointer)) }
    var title: String { Self.string(cmark_node_get_title(pointer)) }
    var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
    var isTight: Bool { cmark_node_get_list_tight(pointer) != 0 }
    /// The first number of an ordered list; nil for a bulleted one.
    var listStart: Int? { cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST ? Int(cmark_node_get_list_start(pointer)) : nil }

    /// Maps the children in order.
    borrowing func children<Element>(_ transform: (borrowing CommonMarkNode) -> Element?) -> [Element] {
        var elements: [Element] = []
        var child = cmark_node_first_child(pointer)
        while let current = child {
            if let element = transform(CommonMarkNode(pointer: current)) { elements.append(element) }
            child = cmark_node_next(current)
        }
        return elements
    }

    private static func string(_ bytes: UnsafePointer<CChar>?) -> String { bytes.map { String(cString: $0) } ?? "" }
}
