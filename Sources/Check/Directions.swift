import Model

extension Check {
    /// Words of direction right beside a change: `rose {{gmv | change}}` must be a rise.
    @Sendable static func directions(_ campaign: Campaign, _ answers: Answers) -> [Problem] {
        let check = DirectionCheck(campaign: campaign, answers: answers)
        return check.problems(with: campaign.summary)
            + campaign.chapters.flatMap { check.problems(with: $0.title) + check.problems(with: $0.summary) + check.problems(in: $0.blocks) }
    }
}

/// Walks texts and holds each change against the word before it.
private struct DirectionCheck {
    let campaign: Campaign
    let answers: Answers

    private static let up = ["提升", "提高", "增长", "上升", "上涨", "增加", "升高", "多出", "rose", "grew", "increased", "improved", "gained", "climbed", "up", "rise of", "growth of", "increase of"]
    private static let down = ["下降", "降低", "减少", "下滑", "回落", "缩短", "下跌", "少了", "fell", "dropped", "declined", "decreased", "shrank", "lost", "down", "fall of", "drop of", "decrease of"]
    /// 没有上升 says that there was no rise.
    private static let denials = ["没有", "没", "未", "未能", "并未", "不再", "不", "停止", "not ", "n't ", "never ", "no ", "hardly ", "neither "]
    /// What may stand between the word and the number.
    private static let between: Set<Character> = [" ", "了", "约", "达", "共", "*", "_", "（", "("]

    func problems(in blocks: [Block]) -> [Problem] {
        blocks.flatMap { block -> [Problem] in
            switch block {
            case .heading(_, let inlines, _), .paragraph(let inlines): problems(with: inlines)
            case .quote(let inner): problems(in: inner)
            case .list(_, _, let items): items.flatMap(problems)
            case .table(_, _, let rows): rows.flatMap { $0.flatMap(problems) }
            case .chart(let chart): problems(with: chart.title) + problems(with: chart.subtitle) + problems(with: chart.note)
            case .metricTable(let table): problems(with: table.title) + problems(with: table.note)
            case .analysis(let analysis): problems(with: analysis.title)
            case .code, .rule, .html, .scorecard, .query: []
            }
        }
    }

    func problems(with inlines: [Inline]) -> [Problem] {
        var before = "", found: [Problem] = []
        for inline in inlines {
            switch inline {
            case .text(let text): before += text
            case .softBreak, .hardBreak: before += " "
            case .strong(let inner), .emphasis(let inner), .link(let inner, _, _):
                if case .reference(let reference)? = inner.first, inner.count == 1 { found += problem(with: reference, after: before).map { [$0] } ?? [] } else { found += problems(with: inner) }
                before = ""
            case .reference(let reference):
                found += problem(with: reference, after: before).map { [$0] } ?? []
                before = ""
            case .code, .html, .image, .quotation: before = ""
            }
        }
        return found
    }

    private func problem(with reference: Reference, after text: String) -> Problem? {
        guard [.change, .points].contains(reference.form.value), let number = answers.answer(to: reference, in: campaign)?.number?.double, number != 0 else { return nil }
        var lead = String(text.reversed().drop { Self.between.contains($0) }.reversed()).lowercased()
        if lead.hasSuffix(" by") { lead.removeLast(3) }
        let word: (text: String, isUp: Bool)? = Self.up.first { ends(lead, with: $0) }.map { ($0, true) } ?? Self.down.first { ends(lead, with: $0) }.map { ($0, false) }
        guard let word, word.isUp != (number > 0) else { return nil }
        let shown = answers.answer(to: reference, in: campaign)?.text ?? ""
        return Problem(.wrongDirection, "'\(word.text)' is said of \(shown), which is a \(number > 0 ? "rise" : "fall")", at: reference.place)
    }

    /// A Latin word must end the text as a whole word.
    private func ends(_ text: String, with word: String) -> Bool {
        guard text.hasSuffix(word), !Self.denials.contains(where: text.dropLast(word.count).hasSuffix) else { return false }
        guard word.first?.isASCII == true, let before = text.dropLast(word.count).last else { return true }
        return !before.isLetter
    }
}
