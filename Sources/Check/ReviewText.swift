import Model

/// What the checks read of one text: a chapter, or the campaign's summary.
struct ReviewText {
    var references: [Reference]
    /// Those that stand in it with nothing behind them.
    var numbers: [TextNumber]
    var allowed: [AllowedNumber]
    /// Its sentences that hold a reference.
    var sentences: [Sentence]

    init(_ text: CampaignText) {
        switch text {
        case .summary(let campaign):
            var uses = ContentUses()
            uses.add(campaign.summary)
            (references, numbers, allowed) = (uses.references, campaign.numbers, [])
        case .chapter(let chapter): (references, numbers, allowed) = (chapter.uses.references, chapter.numbers, chapter.allowed)
        }
        sentences = references.isEmpty ? [] : text.sentences
    }
}

/// One of the texts that a campaign is made of.
enum CampaignText {
    case summary(Campaign)
    case chapter(Chapter)

    /// A chapter's file.
    var file: String? { if case .chapter(let chapter) = self { chapter.file } else { nil } }
}

extension Campaign {
    var texts: [CampaignText] { [.summary(self)] + chapters.map { .chapter($0) } }
}
