package import Model

/// What is wrong with a campaign once its numbers are known.
package enum Check {
    /// Every check, one line each.
    static let all: [@Sendable (Campaign, Answers) -> [Problem]] = [dataRules, claims, looseNumbers, identities, relations]
    /// Those of what a sentence says; the sentences are read once for all of them.
    static let ofSentences: [@Sendable ([Sentence], Campaign, Answers) -> [Problem]] = [directions, ranks, namedSlices, targetWords]

    package static func problems(in campaigns: [Campaign], answers: Answers, jobs: Int = 1) -> [Problem] {
        let due = campaigns.flatMap { campaign in (all + [sentences]).map { (campaign, $0) } }
        return parallelMap(due.count, jobs: jobs) { due[$0].1(due[$0].0, answers) }.flatMap { $0 }
    }

    @Sendable private static func sentences(_ campaign: Campaign, _ answers: Answers) -> [Problem] {
        let sentences = campaign.sentences
        return ofSentences.flatMap { $0(sentences, campaign, answers) }
    }
}
