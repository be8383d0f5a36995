package import Model

extension VersionDiff {
    /// The comparison in words of a language.
    package func report(in language: Language) -> ChangeReport {
        let words = VersionWords.of(language)
        var report = ChangeReport(campaign: campaign, title: title, language: language, summary: summary(words), sections: [])
        guard !isAdded, !isRemoved else { return report }
        let moved = metrics.filter { $0.kind != .method }, methods = metrics.filter { $0.kind == .method }
        report.sections = [
            ChangeReport.Section(.numbers, words.metrics, rows: moved.map { $0.row(words) }),
            ChangeReport.Section(.methods, words.methods, lead: words.notComparable, rows: methods.map { $0.row(words) }),
            ChangeReport.Section(.claims, words.claims, rows: claims.map { $0.row(words, overview: Words.of(language).overview) }),
            ChangeReport.Section(.findings, words.findings, rows: findings.map { $0.row(words) }),
            ChangeReport.Section(.actions, words.actions, rows: actions.map(\.row)),
            ChangeReport.Section(.texts, words.texts, rows: chapters.flatMap(\.rows)),
            ChangeReport.Section(.stale, words.stale, rows: stale.flatMap { $0.rows(Words.of(language)) }),
        ].filter { !$0.rows.isEmpty }
        return report
    }

    private func summary(_ words: VersionWords) -> String {
        if isAdded { return words.added }
        if isRemoved { return words.removed }
        if isEmpty { return words.nothing }
        return words.summary(metrics.count { $0.kind == .moved }, metrics.count { $0.kind == .method }, metrics.count(where: \.verdictChanged))
    }
}

private func mark(_ before: Any?, _ after: Any?) -> ChangeReport.Row.Mark { before == nil ? .added : after == nil ? .removed : .changed }

extension NumberChange {
    fileprivate func row(_ words: VersionWords) -> ChangeReport.Row {
        var notes = method.map { "\(words.name(of: $0.aspect)): \($0.before.isEmpty ? words.none : $0.before) → \($0.after.isEmpty ? words.none : $0.after)" }
        if before != nil, after != nil, targetChanged { notes.append("\(words.target): \(before?.target ?? words.none) → \(after?.target ?? words.none)") }
        let verdicts = verdictChanged ? ChangeReport.Row.Verdicts(before: before?.verdict.flatMap(Verdict.init), after: after?.verdict.flatMap(Verdict.init)) : nil
        return ChangeReport.Row(
            kind == .method ? .method : mark(before, after), name, id: name == id ? nil : id, label: name == id ? id : "\(name) [\(id)]", before: before?.text, after: after?.text,
            change: absoluteText == nil ? nil : [absoluteText, relativeText].compactMap { $0 }.joined(separator: ", "), verdicts: verdicts, notes: notes)
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
    fileprivate func row(_ words: VersionWords, overview: String) -> ChangeReport.Row {
        func text(_ state: State?) -> String? {
            state.map { $0.holds ? $0.typed : "\($0.typed) (\(words.claimFails); \(words.computed): \($0.computed))" }
        }
        return ChangeReport.Row(
            mark(before, after), title ?? overview, id: about, label: chapter.isEmpty ? about : "\(chapter): \(about)", before: text(before), after: text(after))
    }
}

extension FindingChange {
    fileprivate func row(_ words: VersionWords) -> ChangeReport.Row {
        let isRegraded = before?.evidence != after?.evidence && before != nil && after != nil
        let grade = "\(words.evidence): \(before?.evidence ?? words.none) → \(after?.evidence ?? words.none)"
        return ChangeReport.Row(mark(before, after), id, before: before?.text, after: after?.text, notes: isRegraded ? [grade] : [])
    }
}

extension ActionChange {
    fileprivate var row: ChangeReport.Row {
        ChangeReport.Row(isAdded ? .added : isRemoved ? .removed : .changed, name, notes: fields.map { "\($0.name): \($0.before) → \($0.after)" })
    }
}

extension ChapterChange {
    fileprivate var rows: [ChangeReport.Row] {
        if isAdded || isRemoved { return [ChangeReport.Row(isAdded ? .added : .removed, title, label: "\(slug): \(title)")] }
        return pieces.map { piece in
            let isNew = piece.kind == .added
            return ChangeReport.Row(isNew ? .added : .removed, title, label: slug, before: isNew ? nil : piece.text, after: isNew ? piece.text : nil)
        }
    }
}

extension StalePassage {
    fileprivate func rows(_ words: Words) -> [ChangeReport.Row] {
        let file = passage.file.split(separator: "/").last.map(String.init) ?? passage.file
        return moved.map { ChangeReport.Row(.changed, "\(file):\($0.reference.place.line) \($0.reference.key)", before: $0.before.text(words), after: $0.after.text(words)) }
    }
}
