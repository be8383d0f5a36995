import Model

/// The versions of a campaign: when, why, and what changed against the one before.
struct HistoryPage {
    let site: CampaignSite
    let history: History

    static let fields: [String: TemplateField] = [
        "versions": .view([
            "anchor": .text, "name": .text, "date": .text, "message": .text, "since": .text, "note": .text, "gaps": .text,
            "changes": .view(ChangeView.fields), "summary": .text,
        ]),
        "isLong": .flag,
    ]

    private var words: VersionWords { VersionWords.of(site.campaign.language) }

    var html: String {
        let content = site.render("history", ["versions": history.entries.map(view), "isLong": history.entries.count > 1, "versionWords": WordsView.make(words)], root: "../\(site.up)")
        return PageShell(site: site, place: .history, base: "../").html(kind: "history", title: words.history, description: words.historyLead, content: content)
    }

    private func view(_ entry: History.Entry) -> View {
        var fields: View.Fields = [
            "anchor": entry.name.map { "version-\(HTML.id($0))" } ?? "_present", "name": entry.name ?? words.present,
            "date": entry.day.map(site.format.dayLong), "message": entry.message.isEmpty ? nil : entry.message, "since": nil, "note": nil,
            "gaps": entry.hasGaps ? words.gaps : nil, "changes": nil, "summary": nil,
        ]
        switch entry.state {
        case .first: fields["note"] = history.isCut ? words.cut : words.first
        case .unreadable: fields["note"] = words.unreadable
        case .changed(let version, let report):
            fields["since"] = words.since(version)
            fields["changes"] = ChangeView(report: report, link: link).view
            fields["summary"] = report.summary
        }
        return View(fields)
    }

    /// A metric that is still there leads to its definition.
    private func link(_ id: String) -> String? {
        let anchor = HTML.id(id)
        return site.anchors.contains(anchor) ? "../data-dictionary/index.html#\(HTML.url(anchor))" : nil
    }
}
