import Model

extension PageWriter {
    mutating func html(_ blocks: [Block]) -> String {
        var result = ""
        for block in blocks { result += html(block) }
        return result
    }

    private mutating func html(_ block: Block) -> String {
        switch block {
        case .heading(let level, let inlines, let id):
            // The page's title is its only h1.
            let tag = "h\(min(6, max(2, level)))"
            let anchor = id.isEmpty ? "" : " id=\"\(HTML.escape(headingID(id)))\""
            return "<\(tag)\(anchor)>\(html(inlines))</\(tag)>\n"
        case .paragraph(let inlines): return "<p>\(html(inlines))</p>\n"
        case .quote(let blocks): return "<blockquote>\n\(html(blocks))</blockquote>\n"
        case .list(let start, let tight, let items): return list(start: start, tight: tight, items: items)
        case .code(let code, _): return "<pre class=\"code\" tabindex=\"0\"><code>\(HTML.escape(code))</code></pre>\n"
        case .rule: return "<hr>\n"
        case .html, .query: return ""
        case .table(let header, let alignments, let rows): return table(header, alignments, rows)
        case .chart(let chart): return figure(chart)
        case .metricTable(let table): return self.table(table)
        case .scorecard(let scorecard): return self.scorecard(scorecard.items)
        case .analysis(let analysis): return self.analysis(analysis)
        }
    }

    private mutating func list(start: Int?, tight: Bool, items: [[Block]]) -> String {
        let tag = start == nil ? "ul" : "ol"
        let first = start.map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? ""
        var result = "<\(tag)\(first)>\n"
        for item in items { result += "<li>\(listItem(item, tight: tight))</li>\n" }
        return result + "</\(tag)>\n"
    }

    /// In a tight list, paragraphs are written without their tags.
    private mutating func listItem(_ blocks: [Block], tight: Bool) -> String {
        var result = ""
        for block in blocks {
            if tight, case .paragraph(let inlines) = block {
                result += (result.isEmpty ? "" : "\n") + html(inlines)
            } else {
                result += (result.isEmpty ? "" : "\n") + html(block)
            }
        }
        return result
    }

    /// A pipe table of the author's own.
    private mutating func table(_ header: [[Inline]], _ alignments: [Block.Alignment], _ rows: [[[Inline]]]) -> String {
        func kind(_ column: Int) -> String {
            switch alignments.indices.contains(column) ? alignments[column] : .none {
            case .right: " class=\"number\""
            case .center: " class=\"center\""
            case .left, .none: ""
            }
        }
        var result = "<div class=\"table-scroll\" tabindex=\"0\">\n<table class=\"plain\">\n<thead><tr>"
        for (column, cell) in header.enumerated() { result += "<th scope=\"col\"\(kind(column))>\(html(cell))</th>" }
        result += "</tr></thead>\n<tbody>\n"
        for row in rows {
            result += "<tr>"
            for (column, cell) in row.enumerated() { result += "<td\(kind(column))>\(html(cell))</td>" }
            result += "</tr>\n"
        }
        return result + "</tbody>\n</table>\n</div>\n"
    }
}
