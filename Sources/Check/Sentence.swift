import Model

/// A sentence of the text as a line of words and references, whatever is emphasised or linked in it.
struct Sentence {
    enum Piece {
        case words(String)
        case reference(Reference)
        /// Code, a quotation, a picture: words of which nothing is read.
        case other
    }

    var pieces: [Piece] = []

    /// Each reference with the words right before and right behind it.
    var references: [(reference: Reference, before: String, after: String)] {
        pieces.indices.compactMap { index in
            guard case .reference(let reference) = pieces[index] else { return nil }
            return (reference, words(at: index - 1), words(at: index + 1))
        }
    }

    /// All words, a blank for each reference.
    var words: String { pieces.map { if case .words(let words) = $0 { words } else { " " } }.joined() }

    private func words(at index: Int) -> String {
        guard pieces.indices.contains(index), case .words(let words) = pieces[index] else { return "" }
        return words
    }
}

extension CampaignText {
    /// Its sentences that hold a reference: of summary, title, prose, titles and notes of blocks.
    var sentences: [Sentence] {
        var reader = SentenceReader()
        switch self {
        case .summary(let campaign): reader.read(campaign.summary)
        case .chapter(let chapter):
            reader.read(chapter.title)
            reader.read(chapter.summary)
            reader.read(chapter.blocks)
        }
        return reader.sentences
    }
}

private struct SentenceReader {
    var sentences: [Sentence] = []
    private var open = Sentence()

    mutating func read(_ blocks: [Block]) {
        for block in blocks {
            switch block {
            case .heading(_, let inlines, _), .paragraph(let inlines): read(inlines)
            case .quote(let inner): read(inner)
            case .list(_, _, let items): for item in items { read(item) }
            case .table(let header, _, let rows): for cell in header + rows.joined() { read(cell) }
            case .chart(let chart): for text in [chart.title, chart.subtitle, chart.note] { read(text) }
            case .metricTable(let table): for text in [table.title, table.note] { read(text) }
            case .analysis(let analysis): read(analysis.title)
            case .code, .rule, .html, .scorecard, .query: break
            }
        }
    }

    mutating func read(_ inlines: [Inline]) {
        take(inlines)
        close()
    }

    private mutating func take(_ inlines: [Inline]) {
        for inline in inlines {
            switch inline {
            case .text(let text): take(text)
            case .softBreak, .hardBreak: take(" ")
            case .strong(let inner), .emphasis(let inner), .link(let inner, _, _): take(inner)
            case .reference(let reference): open.pieces.append(.reference(reference))
            case .code, .html, .image, .quotation: open.pieces.append(.other)
            }
        }
    }

    /// A full stop ends a sentence; one within a number or before a letter does not.
    private mutating func take(_ text: String) {
        let scalars = text.unicodeScalars
        var start = scalars.startIndex, index = start
        while index < scalars.endIndex {
            let scalar = scalars[index]
            index = scalars.index(after: index)
            let isEnd =
                switch scalar {
                case "。", "！", "？", "；", "!", "?": true
                case ".", ";": index == scalars.endIndex || scalars[index].properties.isWhitespace
                default: false
                }
            guard isEnd else { continue }
            add(String(scalars[start..<index]))
            close()
            start = index
        }
        add(String(scalars[start...]))
    }

    private mutating func add(_ words: String) {
        guard !words.isEmpty else { return }
        if case .words(let before)? = open.pieces.last {
            open.pieces[open.pieces.count - 1] = .words(before + words)
        } else {
            open.pieces.append(.words(words))
        }
    }

    private mutating func close() {
        if open.pieces.contains(where: { if case .reference = $0 { true } else { false } }) { sentences.append(open) }
        open = Sentence()
    }
}
