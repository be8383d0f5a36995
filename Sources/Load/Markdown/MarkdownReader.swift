import Model

/// Turns a chapter's text into blocks: CommonMark by libcmark, and Recap's additions.
struct MarkdownReader {
    let source: SourceText
    let problems: ProblemList
    /// Off: plain CommonMark, as its specification has it.
    let hasExtensions: Bool
    let markers: Markers
    /// Names blocks that have no id of their own.
    let slug: String
    /// Quotes and lists may stand in each other so deep.
    private static let deepest = 64

    /// nil where the text stands alone.
    private let surroundings: Surroundings?

    init(_ source: SourceText, slug: String = "", hasExtensions: Bool = true, in surroundings: Surroundings? = nil, _ problems: ProblemList) {
        self.source = source
        self.surroundings = surroundings
        self.slug = slug
        self.hasExtensions = hasExtensions
        self.problems = problems
        markers = hasExtensions ? Markers(source, problems) : Markers(SourceText(file: source.file, text: ""), problems)
    }

    func blocks() -> [Block] {
        // Without the additions the text goes to libcmark untouched.
        let text = hasExtensions ? markers.lines.joined(separator: "\n") : source.text
        guard let tree = CommonMarkTree(text) else {
            problems.add(.badMarkdown, "the text is too long for libcmark", at: source.place(line: 1))
            return []
        }
        let state = ChapterState(slug: slug)
        return tree.withRoot { root in children(of: root, depth: 0, state) }
    }

    private func children(of node: borrowing CommonMarkNode, depth: Int, _ state: ChapterState) -> [Block] {
        var blocks: [Block] = []
        let _: [Int] = node.children { child in
            blocks += block(child, depth: depth + 1, state)
            return nil
        }
        return blocks
    }

    private func block(_ node: borrowing CommonMarkNode, depth: Int, _ state: ChapterState) -> [Block] {
        guard depth <= Self.deepest else {
            problems.add(.badMarkdown, "quotes and lists stand more than \(Self.deepest) deep in each other here", at: source.place(ofLine: node.line))
            return []
        }
        switch node.kind {
        case .heading:
            noteNumbers(of: node)
            let inlines = inlines(of: node)
            return [.heading(level: node.headingLevel, inlines, id: hasExtensions ? state.anchor(for: inlines) : "")]
        case .paragraph: return paragraph(node, depth: depth)
        case .quote: return [.quote(children(of: node, depth: depth, state))]
        case .list:
            var items: [[Block]] = []
            let _: [Int] = node.children { item in
                items.append(children(of: item, depth: depth + 1, state))
                return nil
            }
            return [.list(start: node.listStart, tight: node.isTight, items: items)]
        case .code: return code(node, state)
        case .html: return html(node.literal, line: node.line).map { [.html($0)] } ?? []
        case .rule: return [.rule]
        default: return []
        }
    }

    /// A paragraph; a pipe table where its lines make one.
    private func paragraph(_ node: borrowing CommonMarkNode, depth: Int) -> [Block] {
        noteNumbers(of: node)
        if hasExtensions, depth == 1, let table = PipeTable(lines: lines(of: node), firstLine: node.line) {
            return table.blocks(in: self)
        }
        return [.paragraph(inlines(of: node))]
    }

    private func noteNumbers(of node: borrowing CommonMarkNode) {
        guard hasExtensions else { return }
        let lines = node.line...max(node.line, node.lastLine)
        Prose.note(lines.compactMap { line in markers.prose.indices.contains(line - 1) ? (line, markers.prose[line - 1]) : nil }, of: source, in: problems)
    }

    private func lines(of node: borrowing CommonMarkNode) -> [String] {
        let range = (node.line - 1)..<max(node.line - 1, min(node.lastLine, markers.lines.count))
        return Array(markers.lines[range])
    }

    private func code(_ node: borrowing CommonMarkNode, _ state: ChapterState) -> [Block] {
        let literal = hasExtensions ? markers.typed(node.literal) : node.literal
        let info = hasExtensions ? markers.typed(node.fenceInfo) : node.fenceInfo
        let words = info.split(separator: " ").map(String.init)
        guard hasExtensions, let word = words.first, let kind = ContentBlockReader.Kind(rawValue: word) else {
            return [.code(literal, info: info)]
        }
        // Inside the fence the author's own lines count, with their places.
        let body = source.part(lines: node.line..<(node.line + literal.split(separator: "\n", omittingEmptySubsequences: false).count - 1), indent: max(0, node.column - 1))
        let reader = ContentBlockReader(kind: kind, name: words.dropFirst().first, body: body, fence: source.place(ofLine: node.line), problems)
        return reader.read(defaultID: state.id(for: kind.rawValue)).map { [$0] } ?? []
    }

    /// Raw HTML is refused; a comment is left out.
    func html(_ literal: String, line: Int) -> String? {
        guard hasExtensions else { return literal }
        if literal.drop(while: \.isWhitespace).hasPrefix("<!--") { return nil }
        problems.add(.badMarkdown, "raw HTML is not shown; write Markdown, or put it into `code`", at: source.place(ofLine: line))
        return nil
    }

    // MARK: Inlines

    func inlines(of node: borrowing CommonMarkNode) -> [Inline] {
        var inlines: [Inline] = []
        let _: [Int] = node.children { child in
            inlines += inline(child, blockLine: node.line)
            return nil
        }
        return inlines
    }

    private func inline(_ node: borrowing CommonMarkNode, blockLine: Int) -> [Inline] {
        switch node.kind {
        case .text: return hasExtensions ? markers.inlines(in: node.literal) : [.text(node.literal)]
        case .softBreak: return [.softBreak]
        case .lineBreak: return [.hardBreak]
        case .inlineCode: return [.code(hasExtensions ? markers.typed(node.literal) : node.literal)]
        case .inlineHTML: return html(node.literal, line: max(node.line, blockLine)).map { [.html($0)] } ?? []
        case .emphasis: return [.emphasis(inlines(of: node))]
        case .strong: return [.strong(inlines(of: node))]
        case .link:
            let line = max(node.line, blockLine), target = address(node.url, line: line)
            if hasExtensions { surroundings?.checkLink(target, at: source.place(of: target, fromLine: line)) }
            return [.link(inlines(of: node), destination: target, title: title(of: node))]
        case .image: return image(node, line: max(node.line, blockLine))
        default: return []
        }
    }

    private func title(of node: borrowing CommonMarkNode) -> String { hasExtensions ? markers.typed(node.title) : node.title }

    private func image(_ node: borrowing CommonMarkNode, line: Int) -> [Inline] {
        let words = inlines(of: node)
        let typed = address(node.url, line: line)
        guard hasExtensions, let surroundings, !typed.isEmpty else { return [.image(words, source: typed, title: title(of: node))] }
        let place = source.place(of: typed, fromLine: line)
        if words.plainText.allSatisfy(\.isWhitespace) {
            problems.add(.badPicture, "a picture says in words what it shows, for those who can't see it: ![…](\(typed))", at: place)
        }
        guard let file = surroundings.picture(typed, at: place) else { return words }
        return [.image(words, source: file, title: title(of: node))]
    }

    /// A link that would run a program, or open a file of the reader's machine, is refused.
    private func address(_ url: String, line: Int) -> String {
        guard hasExtensions else { return url }
        let address = markers.typed(url)
        let scheme = address.prefix { $0 != ":" }.lowercased()
        if address.contains(":"), ["javascript", "vbscript", "file", "data"].contains(scheme) {
            problems.add(.badLink, "a link may not begin with '\(scheme):'", at: source.place(of: address, fromLine: line))
            return ""
        }
        return address
    }

    /// The inlines of a table's cell.
    func inlines(ofCell text: String, line: Int) -> [Inline] {
        guard let tree = CommonMarkTree(text) else { return [] }
        return tree.withRoot { root in
            root.children { child in child.kind == .paragraph ? inlines(of: child) : [Inline.text(text)] }.flatMap { $0 }
        }
    }
}

/// What a chapter hands out once: anchors and block ids.
final class ChapterState {
    private let slug: String
    private var anchors: [String: Int] = [:]
    private var counts: [String: Int] = [:]

    init(slug: String) { self.slug = slug }

    /// The heading's letters and digits in lower case; the second of the same text gets -2.
    func anchor(for inlines: [Inline]) -> String {
        let words = inlines.plainText.lowercased().map { $0.isLetter || $0.isNumber ? $0 : " " }
        let base = String(words).split(separator: " ").joined(separator: "-")
        let name = base.isEmpty ? "section" : base
        anchors[name, default: 0] += 1
        let count = anchors[name] ?? 1
        return count == 1 ? name : "\(name)-\(count)"
    }

    func id(for kind: String) -> String {
        counts[kind, default: 0] += 1
        return "\(slug)-\(kind)-\(counts[kind] ?? 1)"
    }
}
