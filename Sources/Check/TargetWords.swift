import Model

extension Check {
    /// What a sentence says of a target, held against the verdict on the one number in it that has a target.
    @Sendable static func targetWords(_ text: ReviewText, _ campaign: Campaign, _ answers: Answers) -> [Problem] {
        text.sentences.compactMap { sentence in
            let judged = sentence.references.compactMap { entry in answers.value(of: entry.reference, in: campaign).flatMap { value in value.verdict.map { (entry.reference, value, $0) } } }
            // With several the words may speak of any of them.
            guard let (reference, value, verdict) = judged.first, Set(judged.map { $0.1.key }).count == 1, let words = TargetWords(in: sentence.words), words.isMet != (verdict == .met) || verdict == .undecided else { return nil }
            let truth = verdict == .met ? "was met" : verdict == .missed ? "was missed" : "can't be told to be met or missed"
            return Problem(.wrongTargetWord, "'\(words.text)' is said where the target of '\(value.name)' \(truth): \(value.text), target \(value.targetText ?? "")", at: reference.place)
        }
    }
}

/// Words that say that a target was met or missed.
private struct TargetWords {
    let text: String
    let isMet: Bool

    nonisolated(unsafe) private static let missed =
        /未达(?:成|到)?(?:了)?(?:既定|预定|原定|年初|活动)?目标|未达标|没有?(?:达到|达成|完成)(?:既定|预定|原定|活动)?目标|未(?:能)?完成(?:既定|预定|活动)?目标|不及目标|(?:missed|misses|missing|fell short of|falls short of|short of) (?:its|the|their|our) target/
    nonisolated(unsafe) private static let met =
        /超额完成|超(?:过|出)(?:了)?(?:既定|预定|活动)?目标|(?:达成|达到|完成)(?:了)?(?:既定|预定|活动)?目标|达标|(?:beat|beats|met|meets|hit|hits|exceeded|exceeds|reached|surpassed) (?:its|the|their|our) target/
    /// 是否达标, 如果达到目标, 才算达标, whether it met the target: nothing is said.
    nonisolated(unsafe) private static let open = /是否|能否|如果|若|才算|要|应|需|须|只有|才能|可以|可望|离|距|差|计划|预计|哪些|几项|whether|if |would|could|should|to |must|will|can |in order/

    /// 没有平台达标, none of them met its target.
    nonisolated(unsafe) private static let denial = /(?:未|没|没有[^，。；]{0,6}|无一[^，。；]{0,4}|不|not |n't |never |\bno [a-z]+ (?:has |have )?|none of [a-z ]{0,24}|nor )$/

    init?(in words: String) {
        let text = words.lowercased()
        guard text.firstMatch(of: Self.open) == nil else { return nil }
        if let match = text.firstMatch(of: Self.missed) {
            (self.text, isMet) = (String(text[match.range]), false)
        } else if let match = text.firstMatch(of: Self.met) {
            let before = text[..<match.range.lowerBound]
            guard before.firstMatch(of: Self.denial) == nil else { return nil }
            (self.text, isMet) = (String(text[match.range]), true)
        } else {
            return nil
        }
    }
}
