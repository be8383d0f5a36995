import Model
import Testing

@testable import Load

/// Recap's additions to Markdown.
struct MarkdownTests {
    private func read(_ text: String) -> (blocks: [Block], problems: [String]) {
        let problems = ProblemList()
        let blocks = MarkdownReader(SourceText(file: "a.md", text: text), slug: "a", problems).blocks()
        return (blocks, problems.all.map { "\($0.place?.line ?? 0):\($0.place?.column ?? 0) \($0.message)" })
    }

    private func inlines(_ text: String) -> [Inline] {
        guard case .paragraph(let inlines)? = read(text).blocks.first else { return [] }
        return inlines
    }

    @Test func `emphasis around a reference closes before a Chinese character`() {
        guard case .strong(let inner)? = inlines("**{{gmv}}**增长").first, case .reference(let reference)? = inner.first else {
            Issue.record("no strong reference")
            return
        }
        #expect(reference.name.value == "gmv")
    }

    @Test func `names with underscores and stars are not torn`() {
        let found = inlines("{{a_b}}和{{c_d | change}}*x*").compactMap { inline -> String? in
            if case .reference(let reference) = inline { "\(reference.name.value) \(reference.form.value)" } else { nil }
        }
        #expect(found == ["a_b value", "c_d change"])
    }

    @Test func `code and addresses keep what was typed`() {
        guard case .code(let code)? = inlines("`{{gmv}}`").first else { Issue.record("no code"); return }
        #expect(code == "{{gmv}}")
        guard case .code(let block, _)? = read("```\n{{gmv}}\n```").blocks.first else { Issue.record("no block"); return }
        #expect(block == "{{gmv}}\n")
        guard case .link(_, let destination, _)? = inlines("[x](a{{gmv}}b)").first else { Issue.record("no link"); return }
        #expect(destination == "a{{gmv}}b")
        guard case .text(let text)? = inlines("\\{{gmv}}").first else { Issue.record("no text"); return }
        #expect(text == "{{gmv}}")
    }

    @Test(arguments: ["| a | b |\n| --- | ---: |\n| {{gmv | change}} | `x|y` |", "| a | b |\n| --- | ---: |\n| {{gmv \\| change}} | `x|y` |"])
    func `a pipe inside a reference or code does not part cells`(text: String) {
        guard case .table(let header, let alignments, let rows)? = read(text).blocks.first else { Issue.record("no table"); return }
        #expect(header.count == 2)
        #expect(alignments == [.none, .right])
        guard case .reference(let reference)? = rows.first?.first?.first, case .code(let code)? = rows.first?.last?.first else {
            Issue.record("cells were parted")
            return
        }
        #expect(reference.form.value == .change)
        #expect(code == "x|y")
    }

    @Test func `a claim, a slice and a quotation are read with their places`() {
        let text = "GMV 达 {{gmv channel=wechat region=\"华 东\" | share x=y = 12.8%}}，[5 万]{source=\"周报\"}。"
        let parts = inlines(text)
        guard parts.count == 5, case .reference(let reference) = parts[1], case .quotation(let quotation) = parts[3] else {
            Issue.record("not read: \(parts)")
            return
        }
        func typed(_ place: Place) -> String { String(place.text.dropFirst(place.column - 1).prefix(place.length)) }
        #expect(typed(reference.name.place) == "gmv")
        #expect(reference.slice.map { typed($0.dimension.place) } == ["channel", "region"])
        #expect(reference.slice.map { typed($0.value.place) } == ["wechat", "华 东"])
        #expect(typed(reference.form.place) == "share")
        #expect(reference.claim.map { typed($0.place) } == "12.8%")
        #expect(typed(quotation.place) == "[5 万]{source=\"周报\"}")
        #expect(quotation.source == "周报")
    }

    @Test func `headings get anchors, the second of a name a number`() {
        let ids = read("# Über uns\n\n## 转化 率\n\n## 转化 率").blocks.compactMap { block -> String? in
            if case .heading(_, _, let id) = block { id } else { nil }
        }
        #expect(ids == ["über-uns", "转化-率", "转化-率-2"])
    }

    @Test(arguments: [
        ("a\n\n<b>x", "3:1 raw HTML is not shown; write Markdown, or put it into `code`"),
        ("[x](javascript:alert)", "1:5 a link may not begin with 'javascript:'"),
        ("达 {{gmv", "1:3 '{{' is not closed by '}}' on its line"),
        ("{{}}", "1:1 a metric's name is expected between the braces"),
        ("{{gmv | chnage}}", "1:9 'chnage' is no form of a value; did you mean 'change'?"),
        ("{{gmv | share}}", "1:9 share needs to know of what, like `| share channel=wechat`"),
        ("{{gmv channel}}", "1:7 'channel' is no slice; write dimension=value"),
        ("[5 万]{source=\"\"}", "1:1 a quotation names its source: [5 万]{source=\"…\"}"),
        ("| a |\n| --- |\n| b | c |", "3:1 the row has 2 cells, the table's head 1; write a '|' inside a cell as \\|"),
        ("~~~chart\ntitle: x\nmetrc: gmv\n~~~", "3:1 a chart has no key 'metrc'; did you mean 'metric'?"),
        ("~~~sql\nselect 1\n~~~", "1:1 an sql block needs a name of lower-case letters, digits and _, like ~~~sql top_products"),
    ])
    func `what can't be read is named with its place`(text: String, message: String) {
        #expect(read(text).problems == [message])
    }
}
