import Model

extension Check {
    /// Words of direction right beside a change: `rose {{gmv | change}}` must be a rise.
    @Sendable static func directions(_ text: ReviewText, _ campaign: Campaign, _ answers: Answers) -> [Problem] {
        text.sentences.flatMap(\.references).compactMap { reference, before, _ in
            guard [.change, .points].contains(reference.form.value), let answer = answers.answer(to: reference, in: campaign), let number = answer.number?.double, number != 0,
                let word = Direction(endOf: before), word.isUp != (number > 0)
            else { return nil }
            return Problem(.wrongDirection, "'\(word.text)' is said of \(answer.text), which is a \(number > 0 ? "rise" : "fall")", at: reference.place)
        }
    }
}

/// A word of direction that a text ends with.
private struct Direction {
    let text: String
    let isUp: Bool

    private static let up = ["提升", "提高", "增长", "上升", "上涨", "增加", "升高", "多出", "rose", "grew", "increased", "improved", "gained", "climbed", "up", "rise of", "growth of", "increase of"]
    private static let down = ["下降", "降低", "减少", "下滑", "回落", "缩短", "下跌", "少了", "fell", "dropped", "declined", "decreased", "shrank", "lost", "down", "fall of", "drop of", "decrease of"]
    /// 没有上升 says that there was no rise.
    private static let denials = ["没有", "没", "未", "未能", "并未", "不再", "不", "停止", "not ", "n't ", "never ", "no ", "hardly ", "neither "]
    /// What may stand between the word and the number.
    private static let between: Set<Character> = [" ", "了", "约", "达", "共", "（", "("]

    init?(endOf text: String) {
        var lead = String(text.reversed().drop { Self.between.contains($0) }.reversed()).lowercased()
        if lead.hasSuffix(" by") { lead.removeLast(3) }
        if let word = Self.up.first(where: { Self.ends(lead, with: $0) }) {
            (self.text, isUp) = (word, true)
        } else if let word = Self.down.first(where: { Self.ends(lead, with: $0) }) {
            (self.text, isUp) = (word, false)
        } else {
            return nil
        }
    }

    /// A Latin word must end the text as a whole word.
    private static func ends(_ text: String, with word: String) -> Bool {
        guard text.hasSuffix(word), !denials.contains(where: text.dropLast(word.count).hasSuffix) else { return false }
        guard word.first?.isASCII == true, let before = text.dropLast(word.count).last else { return true }
        return !before.isLetter
    }
}
