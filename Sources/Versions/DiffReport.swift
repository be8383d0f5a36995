package import Model

/// A comparison in words, the same for a terminal and for a page.
package struct DiffReport: Sendable {
    package struct Row: Sendable {
        package enum Mark: String, Sendable {
            case added = "+", removed = "-", changed = "~"
            /// Not to be read as movement.
            case method = "!"
        }
        package var mark: Mark
        package var name: String
        package var before: String?
        package var after: String?
        package var notes: [String] = []
    }

    package struct Section: Sendable {
        package var title: String
        package var rows: [Row]
    }

    package var title: String
    package var summary: String
    package var sections: [Section]

    package init(_ diff: VersionDiff, language: Language) {
        let words = VersionWords.of(language), verdicts = Words.of(language)
        title = "\(diff.campaign): \(diff.title)"
        if diff.isAdded || diff.isRemoved {
            (summary, sections) = (diff.isAdded ? words.added : words.removed, [])
            return
        }
        let metrics = diff.metrics
        summary = diff.isEmpty ? words.nothing
            : words.summary(metrics.count { $0.kind == .moved }, metrics.count { $0.kind == .method }, metrics.count(where: \.verdictChanged))
        let all = [
            Section(title: words.metrics, rows: metrics.map { $0.row(words, verdicts) }),
            Section(title: words.claims, rows: diff.claims.map { $0.row(words) }),
            Section(title: words.findings, rows: diff.findings.map(\.row)),
            Section(title: words.actions, rows: diff.actions.map(\.row)),
            Section(title: words.texts, rows: diff.chapters.flatMap { $0.rows(words) }),
            Section(title: words.stale, rows: diff.stale.flatMap(\.rows)),
        ]
        sections = all.filter { !$0.rows.isEmpty }
    }
}

private func mark(_ before: Any?, _ after: Any?) -> DiffReport.Row.Mark { before == nil ? .added : after == nil ? .removed : .changed }

extension NumberChange {
    fileprivate func row(_ words: VersionWords, _ verdicts: Words) -> DiffReport.Row {
        var notes: [String] = []
        if kind == .method {
            notes.append("\(words.methodChanged): \(words.notComparable)")
            notes += method.map { "\(words.name(of: $0.aspect)): \($0.before.isEmpty ? words.none : $0.before) → \($0.after.isEmpty ? words.none : $0.after)" }
        }
        if absoluteText != nil { notes.append([absoluteText, relativeText].compactMap { $0 }.joined(separator: ", ")) }
        if verdictChanged { notes.append("\(words.verdict): \(verdicts.word(before?.verdict) ?? words.none) → \(verdicts.word(after?.verdict) ?? words.none)") }
        if before != nil, after != nil, targetChanged { notes.append("\(words.target): \(before?.target ?? words.none) → \(after?.target ?? words.none)") }
        let title = name == id ? id : "\(name) [\(id)]"
        return DiffReport.Row(mark: kind == .method ? .method : mark(before, after), name: title, before: before?.text, after: after?.text, notes: notes)
    }
}

extension Words {
    fileprivate func word(_ verdict: String?) -> String? {
        switch verdict.flatMap(Verdict.init) {
        case .met: met
        case .missed: missed
        case .undecided: undecided
        case nil: nil
        }
    }
}

extension VersionWords {
    fileprivate func name(of aspect: Method.Aspect) -> String {
        switch aspect {
        case .definition: definition
        case .unit: unit
        case .source: source
        case .period: period
        }
    }
}

extension ClaimChange {
    fileprivate func row(_ words: VersionWords) -> DiffReport.Row {
        func text(_ state: State?) -> String? {
            state.map { $0.holds ? $0.typed : "\($0.typed) (\(words.claimFails); \(words.computed): \($0.computed))" }
        }
        return DiffReport.Row(mark: mark(before, after), name: chapter.isEmpty ? about : "\(chapter): \(about)", before: text(before), after: text(after))
    }
}

extension FindingChange {
    fileprivate var row: DiffReport.Row {
        let graded = before?.evidence != after?.evidence && before != nil && after != nil ? ["\(before?.evidence ?? "—") → \(after?.evidence ?? "—")"] : []
        return DiffReport.Row(mark: mark(before, after), name: id, before: before?.text, after: after?.text, notes: graded)
    }
}

extension ActionChange {
    fileprivate var row: DiffReport.Row {
        DiffReport.Row(mark: isAdded ? .added : isRemoved ? .removed : .changed, name: name, notes: fields.map { "\($0.name): \($0.before) → \($0.after)" })
    }
}

extension ChapterChange {
    fileprivate func rows(_ words: VersionWords) -> [DiffReport.Row] {
        if isAdded || isRemoved { return [DiffReport.Row(mark: isAdded ? .added : .removed, name: "\(slug): \(title)")] }
        return pieces.map { piece in
            let isNew = piece.kind == .added
            return DiffReport.Row(mark: isNew ? .added : .removed, name: slug, before: isNew ? nil : piece.text, after: isNew ? piece.text : nil)
        }
    }
}

extension StalePassage {
    fileprivate var rows: [DiffReport.Row] {
        let file = passage.file.split(separator: "/").last.map(String.init) ?? passage.file
        return moved.map { DiffReport.Row(mark: .changed, name: "\(file):\($0.reference.place.line) \($0.reference.key)", before: $0.before, after: $0.after) }
    }
}
