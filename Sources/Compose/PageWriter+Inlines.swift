import Model

extension PageWriter {
    /// Text with its marks, references and quotations. Inside a link, references are no links of their own.
    mutating func html(_ inlines: [Inline], insideLink: Bool = false) -> String {
        var result = ""
        for (index, inline) in inlines.enumerated() {
            switch inline {
            case .text(let text): result += HTML.escape(text)
            case .softBreak: result += SoftBreak.text(in: inlines, at: index)
            case .hardBreak: result += "<br>\n"
            case .code(let code): result += "<code>\(HTML.escape(code))</code>"
            case .html: break
            case .emphasis(let inner): result += "<em>\(html(inner, insideLink: insideLink))</em>"
            case .strong(let inner): result += "<strong>\(html(inner, insideLink: insideLink))</strong>"
            case .link(let inner, let destination, let title):
                result += link(inner, to: destination, title: title, insideLink: insideLink)
            case .image(let inner, let source, let title): result += image(inner, source: source, title: title)
            case .reference(let reference): result += html(reference, insideLink: insideLink)
            case .quotation(let quotation): result += html(quotation, insideLink: insideLink)
            }
        }
        return result
    }

    /// The value that stands for a reference: the author's own words where they are a claim, else the computed text.
    private func html(_ reference: Reference, insideLink: Bool) -> String {
        guard let answer = answers.answer(to: reference, in: site.campaign) else { return gap(reference.name.value) }
        let text = HTML.escape(reference.claim?.value ?? answer.text)
        let kind = answer.isMissing ? "ref missing" : reference.claim == nil ? "ref" : "ref claim"
        guard !insideLink, let anchor = answer.anchor, let link = dictionaryLink(anchor) else {
            return "<span class=\"\(kind)\" title=\"\(HTML.escape(answer.title))\">\(text)</span>"
        }
        return "<a class=\"\(kind)\" href=\"\(HTML.escape(link))\" title=\"\(HTML.escape(answer.title))\">\(text)</a>"
    }

    private mutating func html(_ quotation: Quotation, insideLink: Bool) -> String {
        // The word joiner keeps the mark on the line of its text.
        let text = "<span class=\"quoted\">\(HTML.escape(quotation.text))</span>\u{2060}"
        let mark = footnotes.cite(quotation.source)
        if insideLink { return text + "<sup class=\"note-ref\" id=\"\(mark.backID)\">\(mark.number)</sup>" }
        let label = HTML.escape(words.sentences.footnote(mark.number))
        let link = "<a id=\"\(mark.backID)\" href=\"#\(mark.id)\" aria-label=\"\(label)\">\(mark.number)</a>"
        return text + "<sup class=\"note-ref\">\(link)</sup>"
    }

    private mutating func link(_ inner: [Inline], to destination: String, title: String, insideLink: Bool) -> String {
        let chapter = chapterAddress(destination)
        // A chapter that is still a draft has no page to lead to.
        let isDraft = chapter == nil && !destination.contains(":") && destination.prefix { $0 != "#" }.hasSuffix(".md")
        guard HTML.isSafe(link: destination), !insideLink, !isDraft else { return html(inner, insideLink: insideLink) }
        let target = HTML.escape(HTML.url(chapter ?? destination))
        let hint = title.isEmpty ? "" : " title=\"\(HTML.escape(title))\""
        return "<a href=\"\(target)\"\(hint)>\(html(inner, insideLink: true))</a>"
    }

    /// `05-conversion.md#funnel`, as one chapter's file names another, leads to that chapter's page.
    private func chapterAddress(_ destination: String) -> String? {
        let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        guard let path = parts.first, path.hasSuffix(".md"), let file = path.split(separator: "/").last,
            let chapter = site.chapters.first(where: { $0.file.split(separator: "/").last == file })
        else { return nil }
        return "\(base)\(chapter.slug)/index.html" + (parts.count > 1 ? "#\(parts[1])" : "")
    }

    private func image(_ inner: [Inline], source: String, title: String) -> String {
        let alternative = HTML.escape(plain(inner))
        guard HTML.isSafe(image: source) else { return alternative }
        let hint = title.isEmpty ? "" : " title=\"\(HTML.escape(title))\""
        return "<img src=\"\(HTML.escape(HTML.url(base + source)))\" alt=\"\(alternative)\"\(hint)>"
    }
}

extension PageWriter {
    /// The words alone, for titles of windows, navigation and labels.
    func plain(_ inlines: [Inline]) -> String {
        var result = ""
        for (index, inline) in inlines.enumerated() {
            switch inline {
            case .text(let text), .code(let text): result += text
            case .softBreak: result += SoftBreak.text(in: inlines, at: index) == "" ? "" : " "
            case .hardBreak: result += " "
            case .html: break
            case .emphasis(let inner), .strong(let inner), .link(let inner, _, _), .image(let inner, _, _):
                result += plain(inner)
            case .reference(let reference):
                result += reference.claim?.value ?? answers.answer(to: reference, in: site.campaign)?.text ?? words.gap
            case .quotation(let quotation): result += quotation.text
            }
        }
        return result
    }
}
