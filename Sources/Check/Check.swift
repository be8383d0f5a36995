package import Model

/// What is wrong with a campaign once its numbers are known.
package enum Check {
    /// Every check, one line each.
    static let all: [@Sendable (Campaign, Answers) -> [Problem]] = [dataRules, claims, looseNumbers, directions, ranks, namedSlices, targetWords, identities, relations]

    package static func problems(in campaigns: [Campaign], answers: Answers) -> [Problem] {
        campaigns.flatMap { campaign in all.flatMap { $0(campaign, answers) } }
    }
}
