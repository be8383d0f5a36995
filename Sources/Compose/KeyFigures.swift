import Model

/// The metrics of the overview: those of the first chapter's scorecards, then all others that carry a target.
struct KeyFigures {
    let site: CampaignSite

    var items: [ScorecardBlock.Item] {
        var items: [ScorecardBlock.Item] = []
        var keys = Set<ValueKey>()
        let shown = site.chapters.first?.uses.scorecards.flatMap(\.items) ?? []
        let place = Place(file: site.campaign.folder, line: 1)
        let aimed = site.campaign.metrics.values.filter { $0.target != nil }
            .map { ScorecardBlock.Item(metric: Located($0.id, at: place)) }
        for item in shown + aimed {
            let key = ValueKey(campaign: site.campaign.id, metric: item.metric.value, terms: item.slice)
            guard site.answers.values[key] != nil, keys.insert(key).inserted else { continue }
            items.append(item)
        }
        return items
    }
}

/// How many of the metrics with a target reached it.
struct VerdictCounts {
    private let site: CampaignSite
    private let verdicts: [Verdict]

    init(site: CampaignSite) {
        self.site = site
        verdicts = site.campaign.metrics.keys.compactMap { metric in
            site.answers.values[ValueKey(campaign: site.campaign.id, metric: metric)]?.verdict
        }
    }

    var total: Int { verdicts.count }
    func count(_ verdict: Verdict) -> Int { verdicts.count { $0 == verdict } }
    /// "9 项目标中 6 项达成"
    var sentence: String { site.words.sentences.metOf(count(.met), total) }
}
