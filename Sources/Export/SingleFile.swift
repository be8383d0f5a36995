import Crypto
import Foundation
package import Model

/// A campaign's whole site as one HTML file: it opens from anywhere, offline, with nothing missing.
///
/// Made from the finished pages, so that it says what the site says: their contents one below the other, addresses between them as
/// anchors, style sheets, script, pictures and data inside.
package struct SingleFile {
    let output: Output
    let campaign: Campaign
    /// Pages in their order: address below the campaign's folder, and what their anchors begin with.
    private let pages: [(path: String, key: String)]
    /// Whether data files and drawings come along as downloads; a PDF has no use for them.
    private let hasDownloads: Bool

    package init(_ campaign: Campaign, from output: Output, hasDownloads: Bool = true) {
        self.output = output
        self.campaign = campaign
        self.hasDownloads = hasDownloads
        let chapters = campaign.chapters.filter { !$0.draft }.sorted { ($0.order, $0.slug) < ($1.order, $1.slug) }.map(\.slug)
        let history = output.files["\(campaign.id)/history/index.html"] == nil ? [] : ["history"]
        pages = [("index.html", "overview")] + (chapters + ["data-dictionary", "checks"] + history).map { ("\($0)/index.html", $0) }
    }

    /// - Throws: `Problems` where a page lacks what the file is made of: its `main`, its `head`.
    package func html() throws(Problems) -> String {
        let front = try text(of: pages[0])
        guard let head = front.range(of: "</head>"), let body = front.range(of: "<body") else { throw incomplete(pages[0]) }
        var content = ""
        for page in pages {
            let html = try text(of: page)
            guard let main = Markup.inside(html, from: "<main id=\"_content\">", to: "</main>"),
                let classes = Markup.inside(html, from: "<body class=\"", to: "<a class=\"skip\"")?.prefix(while: { $0 != "\"" })
            else { throw incomplete(page) }
            content += "<div class=\"export-page \(classes)\" id=\"\(page.key)\">\n\(moved(String(main), of: page))</div>\n"
        }
        var frame = String(front[body.lowerBound...])
        guard let mainStart = frame.range(of: "<main id=\"_content\">"), let mainEnd = frame.range(of: "</main>") else { throw incomplete(pages[0]) }
        let before = moved(String(frame[..<mainStart.upperBound]), of: pages[0], keepsIDs: true)
        var after = moved(String(frame[mainEnd.lowerBound...]), of: pages[0], keepsIDs: true)
        let script = asset("recap.js") ?? ""
        let words = Markup.inside(String(front[..<head.lowerBound]), from: "data-words=\"", to: "></script>")?.prefix { $0 != "\"" } ?? "{}"
        after = after.replacing("</body>", with: "<script data-words=\"\(words)\">\(script)</script>\n</body>")
        frame = before.replacing(/<div class="tools">.*?<\/div>/.dotMatchesNewlines(), with: "<div class=\"tools\"></div>") + "\n" + content + after
        return self.head(String(front[..<head.lowerBound]), script: script) + "</head>\n" + frame
    }

    private func text(of page: (path: String, key: String)) throws(Problems) -> String {
        guard let bytes = output.files["\(campaign.id)/\(page.path)"] else { throw incomplete(page) }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func incomplete(_ page: (path: String, key: String)) -> Problems {
        Problems(Problem(.badTemplate, "the page \(campaign.id)/\(page.path) has no <main id=\"_content\"> to export; the template page.mustache needs one", kind: .file))
    }

    private func asset(_ name: String) -> String? { output.files["assets/\(name)"].map { String(decoding: $0, as: UTF8.self) } }

    /// Style sheets inside; the policy allows nothing but what stands in the file.
    private func head(_ html: String, script: String) -> String {
        let hash = Data(SHA256.hash(data: Data(script.utf8))).base64EncodedString()
        let policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-\(hash)'; img-src data:; base-uri 'none'; form-action 'none'"
        var lines: [String] = []
        for line in html.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("<script") { continue }
            if line.hasPrefix("<meta http-equiv=\"Content-Security-Policy\"") {
                lines.append("<meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\">")
            } else if line.hasPrefix("<link"), let href = Markup.inside(String(line), from: "href=\"", to: ">")?.prefix(while: { $0 != "\"" }) {
                lines.append(link(String(line), to: String(href)))
            } else {
                lines.append(String(line))
            }
        }
        return lines.filter { !$0.isEmpty }.joined(separator: "\n") + "\n"
    }

    private func link(_ line: String, to href: String) -> String {
        guard let path = resolved(href, from: "\(campaign.id)/index.html"), let bytes = output.files[path] else { return line.contains("rel=\"canonical\"") ? line : "" }
        if line.contains("rel=\"stylesheet\"") {
            let rest = ["media", "class"].compactMap { name in Markup.inside(line, from: " \(name)=\"", to: ">").map { " \(name)=\"\($0.prefix { $0 != "\"" })\"" } }
            let media = rest.joined()
            return "<style\(media)>\n\(String(decoding: bytes, as: UTF8.self))</style>"
        }
        return line.replacing(href, with: dataAddress(path, bytes))
    }

    /// A page's markup with its ids and addresses as they are in the one file.
    private func moved(_ html: String, of page: (path: String, key: String), keepsIDs: Bool = false) -> String {
        let lists: Set<Substring> = ["aria-labelledby", "aria-describedby", "aria-controls", "headers", "for"]
        func own(_ id: some StringProtocol) -> String { keepsIDs ? String(id) : "\(page.key)--\(id)" }
        return Markup.changing(html) { _, name, value in
            if name == "id" { return own(value) }
            if lists.contains(name) { return value.split(separator: " ").map(own).joined(separator: " ") }
            if name == "href" || name == "src" { return address(String(value), from: page, keepsIDs: keepsIDs) }
            return String(value).replacing("url(#", with: "url(#\(keepsIDs ? "" : page.key + "--")")
        }
    }

    /// nil for what leads to other reviews, which the file doesn't hold.
    private func address(_ href: String, from page: (path: String, key: String), keepsIDs: Bool) -> String? {
        if href.hasPrefix("#") { return keepsIDs ? href : "#\(page.key)--\(href.dropFirst())" }
        guard !href.contains(":") else { return href }
        let parts = href.split(separator: "#", maxSplits: 1).map(String.init)
        guard let path = resolved(parts[0], from: "\(campaign.id)/\(page.path)") else { return nil }
        if let target = pages.first(where: { "\(campaign.id)/\($0.path)" == path }) {
            return "#\(target.key)" + (parts.count > 1 ? "--\(parts[1])" : "")
        }
        guard let bytes = output.files[path], !path.hasSuffix(".html") else { return nil }
        let isPicture = !path.hasSuffix(".csv") && !path.hasSuffix(".json") && !path.contains("/charts/")
        return isPicture || hasDownloads ? dataAddress(path, bytes) : nil
    }

    /// A relative address from a page of the site, as a path below the site's root.
    private func resolved(_ href: String, from page: String) -> String? {
        guard let decoded = href.removingPercentEncoding, !href.contains(":") else { return nil }
        var parts = page.split(separator: "/").dropLast().map(String.init)
        for part in decoded.split(separator: "/").map(String.init) {
            if part == ".." { if parts.popLast() == nil { return nil } } else if part != "." { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }

    private func dataAddress(_ path: String, _ bytes: [UInt8]) -> String {
        "data:\(MediaType.of(path));base64,\(Data(bytes).base64EncodedString())"
    }
}
