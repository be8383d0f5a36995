package import Model

/// What is wrong with a campaign once its numbers are known.
package enum Check {
    /// Every check, one line each.
    static let all: [@Sendable (Campaign, Answers) -> [Problem]] = [dataRules, claims, looseNumbers, directions, ranks, namedSlices, targetWords, identities, relations]

    package static func problems(in campaigns: [Campaign], answers: Answers, jobs: Int = 1) -> [Problem] {
        let due = campaigns.flatMap { campaign in all.map { (campaign, $0) } }
        return parallelMap(due.count, jobs: jobs) { due[$0].1(due[$0].0, answers) }.flatMap { $0 }
    }
}
