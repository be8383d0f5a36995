import Model

/// What a name in a template stands for.
indirect enum TemplateField: Equatable, Sendable {
    /// Plain text, escaped where it is written: `{{name}}`.
    case text
    /// HTML that Recap made, written as it is: `{{{name}}}`.
    case html
    /// True or false, for `{{#name}}` and `{{^name}}`.
    case flag
    /// One object or a list of them, with names of their own.
    case view([String: TemplateField])
}

/// The templates and the names that each is given: what a template may say.
enum TemplateContract {
    /// The templates that Recap fills by themselves; a template that only others include has its names from those.
    static let entries: [String: [String: TemplateField]] = [
        "page": page, "campaigns": campaigns, "overview": overview, "chapter": chapter, "dictionary": dictionary,
        "checks": checks, "scorecard": scorecard, "figure": figure, "table": table, "analysis": analysis,
        "footnotes": footnotes, "notfound": notfound, "history": HistoryPage.fields.merging(versionWords) { own, _ in own },
        "diff": ComparisonPage.fields.merging(versionWords) { own, _ in own },
    ].mapValues { $0.merging(common) { own, _ in own } }

    /// Every template's: the program's words in the page's language, and the way to the site's root.
    static let common: [String: TemplateField] = [
        "words": .view(WordsView.fields), "root": .text, "language": .text,
    ]

    /// Of the templates that tell of versions.
    static let versionWords: [String: TemplateField] = ["versionWords": .view(WordsView.versionFields)]

    static let page: [String: TemplateField] = [
        "title": .text, "description": .text, "generator": .text, "kind": .text, "content": .html, "notice": .text,
        "home": .text, "navigation": .view(navigation), "policy": .text, "robots": .text, "theme": .text, "running": .text, "chapter": .text,
        "scriptWords": .text, "index": .view(["file": .text, "base": .text]),
        "address": .view(["url": .text, "picture": .text, "editions": .view(["language": .text, "url": .text])]),
    ]

    static let navigation: [String: TemplateField] = [
        "title": .text, "overview": link, "chapters": .view(chapterLink), "dictionary": link, "checks": link, "history": link,
        "languages": edition,
    ]

    static let linkFields: [String: TemplateField] = ["title": .text, "href": .text, "isCurrent": .flag]
    static let link = TemplateField.view(linkFields)
    static let chapterLink = linkFields.merging(["number": .text, "sections": link]) { own, _ in own }

    static let edition = TemplateField.view(["language": .text, "name": .text, "href": .text])

    static let campaigns: [String: TemplateField] = [
        "title": .text,
        "campaigns": .view([
            "title": .text, "subtitle": .text, "period": .text, "summary": .text, "notice": .text, "href": .text,
            "language": .text, "verdicts": .text, "editions": .view(["items": edition]),
        ])
    ]

    static let overview: [String: TemplateField] = [
        "title": .text, "subtitle": .text, "period": .text, "summary": .html, "lead": .html, "scorecard": .html,
        "verdicts": .view(["sentence": .text, "counts": .view(["name": .text, "count": .text, "kind": .text])]),
        "findings": .view(["items": .view(["text": .text, "href": .text, "chapter": .text])]),
        "chapters": .view(["number": .text, "title": .text, "href": .text, "summary": .html]),
        "footnotes": .html, "json": .text,
        "missed": .view(["items": .view(["name": .text, "href": .text, "value": .text, "target": .text])]),
    ]

    static let notfound: [String: TemplateField] = ["home": .text]

    static let chapter: [String: TemplateField] = [
        "number": .text, "title": .html, "summary": .html, "body": .html, "footnotes": .html,
        "neighbours": .view(["previous": link, "next": link]),
    ]

    static let scorecard: [String: TemplateField] = [
        "cards": .view([
            "name": .text, "href": .text, "number": .text, "unit": .text, "isMissing": .flag,
            "change": .view(["text": .text, "against": .text, "kind": .text, "arrow": .text]),
            "target": .view([
                "text": .text, "attained": .text, "verdict": .text, "kind": .text, "why": .text,
            ]),
            "interval": .text, "warning": .view(["text": .text, "kind": .text]), "sparkline": .html,
        ])
    ]

    static let figure: [String: TemplateField] = [
        "id": .text, "title": .html, "subtitle": .html, "wide": .html, "narrow": .html, "table": .html, "csv": .text,
        "note": .html, "source": .text, "gap": .text, "picture": .text,
    ]

    static let table: [String: TemplateField] = [
        "label": .text, "id": .text, "caption": .html, "csv": .text, "note": .html, "source": .text,
        "columns": .view(["label": .text, "unit": .text, "kind": .text]),
        "rows": .html, "total": .html,
    ]

    static let analysis: [String: TemplateField] = [
        "id": .text, "title": .html, "notes": .view(["text": .text]), "findings": .view(["items": .view(["text": .text])]), "figure": .html,
        "table": .html,
    ]

    static let footnotes: [String: TemplateField] = [
        "notes": .view([
            "number": .text, "id": .text, "source": .text, "backs": .view(["href": .text, "label": .text]),
        ])
    ]

    static let checks: [String: TemplateField] = [
        "lead": .text, "claims": .text, "scope": .view([
            "until": .text, "tables": .view(["id": .text, "href": .text, "description": .text, "rows": .text, "days": .text, "remark": .text]),
            "missing": .view(["items": .view(["name": .text, "href": .text, "why": .text])]),
        ]),
        "relations": .view(["lead": .text, "items": .view(["text": .text, "kind": .text, "why": .text])]), "quotations": .text, "json": .text,
        "checks": .view([
            "items": .view([
                "table": .text, "result": .text, "kind": .text, "isOpen": .flag,
                "rules": .view(["rule": .text, "result": .text, "kind": .text, "examples": .text]),
            ])
        ]),
        "problems": .view(["items": .view(["text": .text, "where": .text, "kind": .text])]),
    ]

    static let dictionary: [String: TemplateField] = [
        "metrics": .view([
            "id": .text, "name": .text, "description": .text, "definition": .text, "unit": .text, "direction": .text,
            "target": .text, "targetSource": .text, "baseline": .text, "thresholds": .text, "value": .text,
            "values": .view(["items": .view(value), "hasChanges": .flag, "hasIntervals": .flag]), "sql": .text, "sources": .view(["name": .text, "href": .text]),
        ]),
        "analyses": .view([
            "items": .view([
                "id": .text, "title": .text, "values": .view(["id": .text, "name": .text, "text": .text]),
            ])
        ]),
        "tables": .view([
            "id": .text, "anchor": .text, "description": .text, "source": .text, "sample": .text, "rows": .text,
            "relation": .text, "files": .view(["path": .text, "sha256": .text, "bytes": .text]),
            "columns": .view(["name": .text, "label": .text, "type": .text, "unit": .text, "description": .text]),
        ]),
        "json": .text,
    ]

    static let value: [String: TemplateField] = [
        "id": .text, "slice": .text, "text": .text, "change": .text, "interval": .text, "sql": .text,
    ]
}
