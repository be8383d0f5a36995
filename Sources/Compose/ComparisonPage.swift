package import Model

/// A comparison of two versions as one HTML page that needs no other file: `recap diff --format html`.
package struct ComparisonPage {
    let reports: [ChangeReport]
    let from: String
    /// nil for the work tree.
    let to: String?
    let templates: Templates

    package init(of reports: [ChangeReport], from: String, to: String?, templates: Templates) {
        (self.reports, self.from, self.to, self.templates) = (reports, from, to, templates)
    }

    static let fields: [String: TemplateField] = [
        "title": .text, "policy": .text, "style": .html, "dark": .html,
        "campaigns": .view([
            "title": .text, "id": .text, "language": .text, "changes": .view(ChangeView.fields), "versionWords": .view(WordsView.versionFields),
            "words": .view(WordsView.fields),
        ]),
    ]

    /// Nothing but what stands in the page.
    private static let policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

    /// In the language of the first campaign; what is said of another one is in that one's own.
    package var html: String {
        let language = reports.first?.language ?? .en, words = VersionWords.of(language)
        let campaigns = reports.map { report in
            View([
                "title": report.title, "id": report.campaign, "language": report.language.rawValue, "changes": ChangeView(report: report).view,
                "versionWords": WordsView.make(VersionWords.of(report.language)), "words": WordsView.make(Words.of(report.language)),
            ])
        }
        return templates.render(
            "diff",
            View([
                "title": "\(words.changes)\(Words.of(language).colon)\(from) → \(to ?? words.workTree)", "policy": ComparisonPage.policy,
                "style": templates.text(of: "recap.css"), "dark": templates.text(of: "dark.css"), "campaigns": campaigns, "words": WordsView.make(Words.of(language)),
                "versionWords": WordsView.make(words), "root": "", "language": language.rawValue,
            ]))
    }
}

extension Templates {
    /// A style sheet to stand in a page. What would end the element there can't be part of one.
    fileprivate func text(of asset: String) -> String {
        let bytes = assets.first { $0.path == asset }?.bytes ?? []
        return String(decoding: bytes, as: UTF8.self).replacing("</", with: "<\\/")
    }
}
