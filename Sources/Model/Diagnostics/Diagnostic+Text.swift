extension Diagnostic {
    /// R12: numbers that people typed, and words about numbers.
    static let numbersInText: [Diagnostic: Explanation] = [
        .wrongClaim: Explanation(
            "A claim that the data contradicts",
            "The number typed in `{{metric = number}}` is not the computed one, rounded to the precision typed. The verdict on the target stays the same with either.",
            mend: "Type the computed number, or write `{{metric}}` and let it be filled in. Then read the sentence again: it was written for another number."),
        .turnedVerdict: Explanation(
            "A wrong claim that turns a verdict",
            "The number typed is not the computed one, and the difference matters: with the number typed the target would be reached and with the computed one it is not, or the other way round; or a rise would be a fall.",
            mend: "Type the computed number and rewrite what the sentence concludes from it."),
        .unreadableClaim: Explanation(
            "A claim that is no number", "What is typed can't be read as one number with its unit.",
            mend: "Numbers are read as people write them: `9.83 亿元`, `1,669 元`, `12.8%`, `3.2 个百分点`, `1:6.8`, `2 分 15 秒`, `120 万+`, `约 5000 万`, `不低于 92%`, `$1.2M`, `4.7 min`."),
        .claimInOtherUnit: Explanation(
            "A claim in another unit", "The number is typed in a unit that the metric is not counted in: percent for points, orders for people.",
            mend: "Type it in the metric's unit. Percentages and percentage points are different units."),
        .claimWithoutValue: Explanation(
            "A claim about a missing value", "The data has no value here, so that nothing can be claimed about it.", mend: "Take the claim out, or bring the data."),
        .wrongWord: Explanation(
            "A name or a verdict that is not so", "A claim about a name or a verdict says something else than the data.", mend: "Write what the message says, or leave the claim out."),
        .wrongComparison: Explanation(
            "A word of comparison that is not so",
            "The claim says more than, at least, nearly or about, and the computed number is on the other side: `over 5 million` (`破`, `超`, `+`) must be more, `nearly` (`近`) a little less, `not below` (`不低于`) at least, `about` (`约`) the same once rounded.",
            mend: "Change the word or the number."),
        .looseNumber: Explanation(
            "A number that nothing stands behind",
            "A number with a unit stands in a text and is neither a reference nor a claim nor a quotation. Nothing keeps it true when the data change.",
            mend: "Write the reference that the message proposes, make it a claim `{{metric = number}}`, or quote its source. Where it is none of these, list it under `allow:` in the chapter's front matter with the reason."),
        .idleAllowance: Explanation(
            "An allowance that nothing needs", "`allow:` lists a number that does not stand loose in the chapter any more.", mend: "Take the entry out."),
        .wrongDirection: Explanation(
            "A word of direction that is not so",
            "A word such as rose, fell, 提升 or 下降 stands right before a change, `{{gmv | change}}` or `{{rate | points}}`, and the number moved the other way; or a word such as above, below, 高于 or 低于 stands before the target or the baseline of a value that the sentence shows, `{{roas}} is above {{roas | target}}`, and the value lies on the other side.",
            mend: "Change the word; or, where it speaks of something else, move it away from the number."),
        .wrongRank: Explanation(
            "A word of rank that is not so",
            "A word such as highest, lowest, 最高 or 最少 stands right beside a slice's value, `{{roas channel=wechat}}`, and another value of that dimension is beyond it.",
            mend: "Name the slice that is the highest, or change the word. The message has the one that is."),
        .otherSliceNamed: Explanation(
            "A sentence that names another slice",
            "The words before a reference name one value of a dimension (微信), and the reference takes another (`channel=douyin`) that the sentence never names.",
            mend: "Correct the slice, or name in the sentence what the number is of."),
        .wrongTargetWord: Explanation(
            "A word about a target that is not so",
            "A sentence with one number that has a target says that the target was met or missed (beat the target, 超额完成, 未达标), and the verdict is another; or the data can't tell.",
            mend: "Change the sentence; where the verdict is undecided, say so."),
        .contradiction: Explanation(
            "Statements that contradict each other",
            "Quoted numbers do not stand to each other as a relation of claims.yaml says they must, at whatever value they may have been rounded from. The message has the arithmetic.",
            mend: "Find out which statement is right and mend the other. Where the text itself says why they differ, write that reason under `explained:` of the relation."),
        .unmentionedMiss: Explanation(
            "A target that was missed, or never spoken of again",
            "A number that the text states is on the wrong side of a target that it states, or nothing in the text is held against the target.",
            mend: "Say in the text that it was missed and why, and repeat the reason under `explained:`; or state what was reached and hold it against the target with `check:`."),
        .undefinedNumber: Explanation(
            "A number that needs a definition",
            "Statements can all be right, but only if something is defined that the text leaves open: the denominator, the page, the days, the sample. `needs:` says what.",
            mend: "Give the definition beside the numbers, then take the relation out or write the definition under `explained:`."),
        .idleExplanation: Explanation(
            "An explanation that nothing needs", "A relation has `explained:`, but it holds.", mend: "Take `explained:` out, and read the text that it speaks of again."),
        .incomparableSides: Explanation(
            "A relation between different things", "One side of a relation counts money, the other a time, or a bare number stands beside a time.",
            mend: "Mend the relation; where a time is meant, name it where it is quoted, or divide by a period."),
        .staleText: Explanation(
            "A text that was written for other numbers",
            "A reference in this paragraph shows another value or verdict than when the paragraph was last edited, by the campaign's git history.",
            mend: "Read the paragraph with its new numbers. Once it is edited and committed, the warning goes."),
    ]
}
