package import Model

/// From campaigns to work: names resolved, needs merged into few queries, the order fixed.
public enum Plan {
    /// The work for some campaigns, and every name in their chapters that means nothing.
    ///
    /// What could not be resolved is left out of the work, so that the rest can still be computed and checked.
    package static func work(
        for campaigns: [Campaign], shown: Set<String>, methods: [any AnalysisMethod]
    ) -> (work: Work, problems: [Problem]) {
        let byID = Dictionary(campaigns.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var work = Work()
        var problems: [Problem] = []
        var needs = Needs(campaigns: byID)
        work.campaigns = campaigns.map(\.id)
        for campaign in campaigns {
            work.checks += dataChecks(of: campaign)
            guard shown.contains(campaign.id) else { continue }
            var requests = Requests(campaign: campaign, others: byID, methods: methods)
            requests.collect()
            problems += requests.problems
            work.values += requests.values
            work.queries += requests.queries
            work.charts += requests.charts.map { (campaign.id, $0) }
            work.tables += requests.tables.map { (campaign.id, $0) }
            work.analyses += requests.analyses
            for use in requests.uses { needs.add(use) }
        }
        work.aggregates = needs.merged()
        return (work, problems)
    }
}
