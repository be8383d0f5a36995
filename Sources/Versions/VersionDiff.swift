package import Model

/// All that differs between two versions of a campaign.
package struct VersionDiff: Sendable {
    package var campaign: String
    package var title: String
    /// The campaign's own.
    package var language: Language
    /// The campaign is in one of the two only.
    package var isAdded: Bool
    package var isRemoved: Bool
    package var metrics: [NumberChange] = []
    package var claims: [ClaimChange] = []
    package var findings: [FindingChange] = []
    package var actions: [ActionChange] = []
    package var chapters: [ChapterChange] = []
    /// Texts that nobody edited while their numbers moved.
    package var stale: [StalePassage] = []

    /// nil where there is neither.
    package init?(from old: Version?, to new: Version?) {
        guard let either = new ?? old else { return nil }
        guard let old, let new else {
            self.init(of: either.campaign)
            (isAdded, isRemoved) = (old == nil, new == nil)
            return
        }
        self.init(from: old, to: new)
        // A translation has the numbers of its original: only its words are its own.
        if !new.isOriginal { (metrics, findings, actions) = ([], [], []) }
    }

    /// Of two that are there, in full.
    init(from old: Version, to new: Version) {
        self.init(of: new.campaign)
        metrics = NumberChange.all(from: old, to: new)
        findings = FindingChange.all(from: old, to: new)
        actions = ActionChange.all(from: old, to: new)
        claims = ClaimChange.all(from: old, to: new)
        chapters = ChapterChange.all(from: old, to: new)
        stale = StalePassage.all(from: old, to: new)
    }

    private init(of campaign: Campaign) {
        (self.campaign, title, language) = (campaign.id, campaign.title, campaign.language)
        (isAdded, isRemoved) = (false, false)
    }

    package var isEmpty: Bool {
        !isAdded && !isRemoved && metrics.isEmpty && claims.isEmpty && findings.isEmpty && actions.isEmpty && chapters.isEmpty && stale.isEmpty
    }

    /// Any number that is not what it was.
    package var changesMetric: Bool { isAdded || isRemoved || metrics.contains { $0.kind != .verdict } }
    /// Any verdict that is not what it was, for whatever reason.
    package var changesVerdict: Bool {
        metrics.contains { change in
            switch change.kind {
            case .added: change.after?.verdict != nil
            case .removed: change.before?.verdict != nil
            default: change.verdictChanged
            }
        }
    }
}
