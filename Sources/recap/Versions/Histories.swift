import Model
import Versions

/// The histories of the campaigns that ask for one. It keeps what it computed of a version, so that a server computes it once.
actor Histories {
    private let pipeline: Pipeline
    private var known: [String: Revisions] = [:]

    init(of pipeline: Pipeline) { self.pipeline = pipeline }

    /// What was checked, with the histories of its campaigns, or a warning that says why there is none.
    func added(to checked: Pipeline.Checked) async -> Pipeline.Checked {
        var checked = checked
        checked.histories = [:]
        var warnings: [Problem] = []
        for campaign in checked.shown where campaign.id == campaign.original {
            guard let pattern = campaign.history else { continue }
            do throws(Problem) {
                let (histories, found) = try await read(campaign, pattern, checked)
                checked.histories.merge(histories) { _, new in new }
                warnings += found
            } catch {
                warnings.append(Problem(error.code, "there is no page of versions: \(error.message)", at: pattern.place, severity: .warning, notes: error.notes))
            }
        }
        checked.problems = (checked.problems + warnings.weighed(by: checked.campaigns)).sorted()
        return checked
    }

    /// The history of each edition of a campaign, by its id.
    private func read(_ campaign: Campaign, _ pattern: Located<String>, _ checked: Pipeline.Checked) async throws(Problem) -> ([String: History], [Problem]) {
        let revisions = try await revisions(of: campaign.id), isCut = revisions.repository.isShallow
        defer { revisions.remove() }
        let tags = try await revisions.repository.tags(matching: pattern.value)
        guard !tags.isEmpty else { throw Histories.none(pattern.value, isCut: isCut) }
        var warnings = isCut ? [Histories.cut(at: pattern.place)] : []
        var sides: [(tag: Tag, side: Revisions.Checked)] = []
        for tag in tags {
            let side = try await revisions.check(tag.commit)
            if let failure = side.failure { throw failure }
            if !side.isWhole, var warning = side.warning(of: tag.name) {
                warning.place = pattern.place
                warnings.append(warning)
            }
            sides.append((tag, side))
        }
        let now = Revisions.versions(of: checked, of: pipeline, named: pipeline.content)
        let editions = now.versions.values.filter { $0.campaign.original == campaign.id }
        let histories = editions.map { now in
            (now.campaign.id, History(of: sides.compactMap { $0.side.version(of: now.campaign, $0.tag) }, now: now, isCut: isCut))
        }
        return (Dictionary(uniqueKeysWithValues: histories), warnings)
    }

    private func revisions(of campaign: String) async throws(Problem) -> Revisions {
        if let revisions = known[campaign] { return revisions }
        var own = pipeline
        own.campaigns = [campaign]
        let revisions = try await Revisions(of: own)
        known[campaign] = revisions
        return revisions
    }

    private static func none(_ pattern: String, isCut: Bool) -> Problem {
        let mend = isCut ? "this clone holds only the newest commits: run git fetch --unshallow --tags" : "tag a version: git tag -a \(pattern.replacing("*", with: "1")) -m \"Why\""
        return Problem(.noHistory, "no tag of git that leads to the present commit matches '\(pattern)'; \(mend)")
    }

    private static func cut(at place: Place) -> Problem {
        Problem(.noHistory, "this clone holds only the newest commits, so that versions may be missing; run git fetch --unshallow --tags", at: place, severity: .warning)
    }
}

extension Revisions.Checked {
    /// nil where there was no such edition yet.
    fileprivate func version(of campaign: Campaign, _ tag: Tag) -> TaggedVersion? {
        let version = versions[campaign.id], prefix = "\(campaign.original)/"
        guard version != nil || unread.contains(campaign.original) else { return nil }
        return TaggedVersion(
            name: tag.name.hasPrefix(prefix) ? String(tag.name.dropFirst(prefix.count)) : tag.name, day: tag.day, message: tag.message, version: version,
            hasGaps: version != nil && !isWhole)
    }
}
