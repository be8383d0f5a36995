package import Model

/// What is wrong with a campaign once its numbers are known.
package enum Check {
    /// Those of what one text says, one line each.
    static let ofTexts: [@Sendable (ReviewText, Campaign, Answers) -> [Problem]] = [claims, looseNumbers, directions, comparisons, ranks, namedSlices, targetWords]
    /// Those of the campaign as a whole, one line each.
    static let ofCampaigns: [@Sendable (Campaign, Answers) -> [Problem]] = [dataRules, identities, relations]

    /// What was found, text by text, so that only those have to be read again that have changed.
    package struct Findings: Sendable {
        fileprivate var texts: [TextKey: [Problem]] = [:]
        fileprivate var campaigns: [Problem] = []

        /// Nothing was looked at.
        package init() {}

        package var problems: [Problem] { campaigns + texts.values.flatMap { $0 } }
    }

    fileprivate struct TextKey: Hashable, Sendable {
        var campaign: String
        /// nil: the campaign's summary.
        var file: String?
    }

    /// - Parameter last: what was found with the same answers, when none but these files were others.
    package static func findings(in campaigns: [Campaign], answers: Answers, jobs: Int = 1, since last: (findings: Findings, changed: Set<String>)? = nil) -> Findings {
        var findings = Findings()
        let texts = campaigns.flatMap { campaign in campaign.texts.map { (campaign, $0) } }
        let due = texts.filter { campaign, text in
            let key = TextKey(campaign: campaign.id, file: text.file)
            guard let last, text.file.map({ !last.changed.contains($0) }) ?? true, let known = last.findings.texts[key] else { return true }
            findings.texts[key] = known
            return false
        }
        let found = parallelMap(due.count, jobs: jobs) { index in ofTexts.flatMap { $0(ReviewText(due[index].1), due[index].0, answers) } }
        for ((campaign, text), problems) in zip(due, found) { findings.texts[TextKey(campaign: campaign.id, file: text.file)] = problems }
        findings.campaigns = parallelMap(campaigns.count, jobs: jobs) { index in ofCampaigns.flatMap { $0(campaigns[index], answers) } }.flatMap { $0 }
        return findings
    }
}
