package import Model

/// The comparison as one HTML page that needs no other file.
package struct DiffPage {
    let reports: [DiffReport]
    let words: VersionWords
    let language: Language
    let from: String
    let to: String

    package init(_ diffs: [VersionDiff], from: String, to: String, language: Language) {
        reports = diffs.map { DiffReport($0, language: language) }
        (words, self.language, self.from, self.to) = (VersionWords.of(language), language, from, to)
    }

    package var html: String {
        let title = "\(words.changes): \(from) → \(to)".escaped
        return """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(title)</title>
            <style>\(Self.style)</style>
            </head>
            <body>
            <main>
            <h1>\(title)</h1>
            \(reports.map(section).joined(separator: "\n"))
            </main>
            </body>
            </html>

            """
    }

    private func section(_ report: DiffReport) -> String {
        let parts = report.sections.map { "<h3>\($0.title.escaped)</h3>\n\(table($0))" }
        return "<section>\n<h2>\(report.title.escaped)</h2>\n<p>\(report.summary.escaped)</p>\n\(parts.joined(separator: "\n"))\n</section>"
    }

    private func table(_ section: DiffReport.Section) -> String {
        let hasValues = section.rows.contains { $0.before != nil || $0.after != nil }
        let head = hasValues ? "<th scope=\"col\">\(words.before)</th><th scope=\"col\">\(words.after)</th>" : ""
        let rows = section.rows.map { row in
            let values = hasValues ? "<td>\((row.before ?? "").escaped)</td><td>\((row.after ?? "").escaped)</td>" : ""
            let notes = row.notes.map { "<div>\($0.escaped)</div>" }.joined()
            return "<tr class=\"\(row.mark)\"><td>\(word(row.mark))</td><th scope=\"row\">\(row.name.escaped)</th>\(values)<td>\(notes)</td></tr>"
        }
        return "<div class=\"scroll\"><table>\n<thead><tr><td></td><td></td>\(head)<td></td></tr></thead>\n<tbody>\n\(rows.joined(separator: "\n"))\n</tbody>\n</table></div>"
    }

    private func word(_ mark: DiffReport.Row.Mark) -> String {
        switch mark {
        case .added: words.added
        case .removed: words.removed
        case .changed: words.changed
        case .method: words.methodChanged
        }
    }

    private static let style = """
        :root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;margin:0}main{max-width:72rem;margin:auto;padding:1.5rem}
        .scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
        th,td{text-align:start;vertical-align:top;padding:.35rem .75rem .35rem 0;border-bottom:1px solid #8886;font-weight:400}
        thead th,h2,h3{font-weight:600}tr.method{background:#fc03}tr.added td:first-child,tr.removed td:first-child,tr.method td:first-child{font-weight:600}
        """
}

extension String {
    fileprivate var escaped: String {
        replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    }
}
