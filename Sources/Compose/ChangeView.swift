import Model

/// What changed, as the template `changes` draws it: on a site's page of versions and on that of a comparison.
struct ChangeView {
    let report: ChangeReport
    /// Where a number's definition stands; nil for none.
    var link: (_ id: String) -> String? = { _ in nil }

    static let fields: [String: TemplateField] = [
        "summary": .text,
        "sections": .view([
            "title": .text, "lead": .text, "tables": .view(["rows": .view(row), "hasChanges": .flag, "hasVerdicts": .flag, "notes": .view(["text": .text]), "folded": .text]),
            "list": .view(["items": .view(["kind": .text, "word": .text, "name": .text, "id": .text, "pieces": .view(["before": .text, "after": .text]), "notes": .view(["text": .text])])]),
        ]),
    ]

    private static let row: [String: TemplateField] = [
        "kind": .text, "word": .text, "name": .text, "id": .text, "href": .text, "before": .text, "after": .text, "change": .text,
        "verdicts": .view(["before": verdict, "after": verdict]), "notes": .view(["text": .text]),
    ]
    private static let verdict = TemplateField.view(["kind": .text, "name": .text])

    private var words: VersionWords { VersionWords.of(report.language) }

    var view: View { View(["summary": report.summary, "sections": report.sections.map(section)]) }

    private func section(_ section: ChangeReport.Section) -> View {
        let isTable = section.kind == .numbers || section.kind == .methods
        return View([
            "title": section.title, "lead": section.lead,
            "tables": isTable ? tables(section) : [],
            "list": isTable ? nil : View(["items": items(section.rows)]),
        ])
    }

    /// What holds for several numbers is said once: a definition that many rest on.
    private func tables(_ section: ChangeReport.Section) -> [View] {
        guard section.kind == .methods else { return [table(section.rows, notes: [])] }
        var notes: [[String]] = []
        for row in section.rows where !notes.contains(row.notes) { notes.append(row.notes) }
        return notes.map { own in
            table(section.rows.filter { $0.notes == own }.map { row in
                var row = row
                row.notes = []
                return row
            }, notes: own)
        }
    }

    private func table(_ rows: [ChangeReport.Row], notes: [String]) -> View {
        View([
            "rows": rows.map(row), "hasChanges": rows.contains { $0.change != nil }, "hasVerdicts": rows.contains { $0.verdicts != nil },
            "notes": notes.map { View(["text": $0]) },
            "folded": !notes.isEmpty && rows.count > ChangeView.mostUnfolded ? Words.of(report.language).sentences.rowCount(String(rows.count)) : nil,
        ])
    }

    /// One definition may lie under hundreds of numbers.
    private static let mostUnfolded = 12

    private func row(_ row: ChangeReport.Row) -> View {
        View([
            "kind": row.mark.kind, "word": word(row.mark), "name": row.name, "id": row.id, "href": link(row.id ?? row.name),
            "before": row.before ?? NumberFormat.missing, "after": row.after ?? NumberFormat.missing, "change": row.change,
            "verdicts": row.verdicts.map { View(["before": verdict($0.before), "after": verdict($0.after)]) }, "notes": notes(row),
        ])
    }

    private func verdict(_ verdict: Verdict?) -> View {
        View(["kind": verdict?.rawValue ?? "", "name": verdict.map(Words.of(report.language).name) ?? words.none])
    }

    private func notes(_ row: ChangeReport.Row) -> [View] { row.notes.map { View(["text": $0]) } }

    /// One after the other of the same name is one item: a chapter's texts.
    private func items(_ rows: [ChangeReport.Row]) -> [View] {
        var groups: [[ChangeReport.Row]] = []
        for row in rows {
            if let last = groups.last?.last, last.name == row.name, last.id == row.id { groups[groups.count - 1].append(row) } else { groups.append([row]) }
        }
        return groups.compactMap { group in
            guard let first = group.first else { return nil }
            let pieces = group.filter { $0.before != nil || $0.after != nil }
            let isWhole = pieces.isEmpty || pieces.count == 1 && first.id != nil
            return View([
                "kind": first.mark.kind, "word": isWhole ? word(first.mark) : nil, "name": first.name, "id": first.id,
                "pieces": pieces.map { View(["before": $0.before, "after": $0.after]) }, "notes": group.flatMap(notes),
            ])
        }
    }

    private func word(_ mark: ChangeReport.Row.Mark) -> String? {
        switch mark {
        case .added: words.added
        case .removed: words.removed
        case .changed, .method: nil
        }
    }
}

extension ChangeReport.Row.Mark {
    /// For the style sheet.
    fileprivate var kind: String {
        switch self {
        case .added: "added"
        case .removed: "removed"
        case .changed: "changed"
        case .method: "method"
        }
    }
}
