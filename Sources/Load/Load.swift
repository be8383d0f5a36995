import CCMark
import Foundation
package import Model

/// From folders to campaigns: every file read, every problem noted with its place.
package enum Load {
    /// All campaigns of a content folder, or those named together with the campaigns that they take as a baseline.
    ///
    /// - Parameters:
    ///   - content: the folder as the user typed it; places begin with it.
    ///   - ids: the campaigns wanted; all where empty.
    /// - Returns: what could be read, by id, and all that is wrong with it.
    package static func campaigns(in content: String, only ids: [String]) -> (campaigns: [Campaign], problems: [Problem]) {
        let problems = ProblemList()
        let folder = content.hasSuffix("/") ? String(content.dropLast()) : content
        let present = campaignFolders(in: folder, problems)
        var wanted = ids.isEmpty ? present : ids
        var loaded: [String: Campaign] = [:]
        for id in ids where !present.contains(id) {
            problems.add(.unknownCampaign, "no campaign '\(id)' in \(folder)\(suggestion(for: id, among: present))")
        }
        wanted.removeAll { !present.contains($0) }
        while let id = wanted.popLast() {
            guard loaded[id] == nil, let campaign = CampaignFolder(path: "\(folder)/\(id)", id: id, siblings: present, problems).read()
            else { continue }
            loaded[id] = campaign
            for language in campaign.translations {
                let edition = CampaignFolder(path: "\(folder)/\(id)", id: id, siblings: present, problems).read(edition: language)
                guard let edition else { continue }
                Editions.compare(edition, with: campaign, problems)
                loaded[edition.id] = edition
            }
            wanted += campaign.baselineCampaigns.filter { loaded[$0] == nil && present.contains($0) }
        }
        return (loaded.values.sorted { $0.id < $1.id }, problems.all)
    }

    /// Campaigns that were read without a problem, after some of their chapters' files have changed and nothing else.
    package static func campaigns(_ campaigns: [Campaign], rereading changed: Set<String>) -> (campaigns: [Campaign], problems: [Problem]) {
        let problems = ProblemList()
        let siblings = Array(Set(campaigns.map(\.original)))
        let fresh = campaigns.map { CampaignFolder(path: $0.folder, id: $0.original, siblings: siblings, problems).rereading(changed, of: $0) }
        for edition in fresh where edition.id != edition.original {
            if let original = fresh.first(where: { $0.id == edition.original }) { Editions.compare(edition, with: original, problems) }
        }
        return (fresh, problems.all)
    }

    /// What reads Markdown: another version may read it differently.
    package static var identity: String { "cmark \(String(cString: cmark_version_string()))" }

    /// What `site.yaml` beside the campaigns says.
    package static func site(in content: String) -> (settings: SiteSettings, problems: [Problem]) {
        let problems = ProblemList()
        let settings = SiteFile(folder: content.hasSuffix("/") ? String(content.dropLast()) : content, problems).read()
        return (settings, problems.all)
    }

    /// A folder is a campaign where it holds a campaign.yaml; others under `content/` are left alone.
    private static func campaignFolders(in folder: String, _ problems: ProblemList) -> [String] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            problems.add(Problem(.noCampaign, "the content folder '\(folder)' can't be read; name another with --content", kind: .file))
            return []
        }
        let campaigns = names.filter { !$0.hasPrefix(".") && FileManager.default.fileExists(atPath: "\(folder)/\($0)/campaign.yaml") }.sorted()
        if campaigns.isEmpty {
            problems.add(Problem(.noCampaign, "no campaign in '\(folder)': no folder there holds a campaign.yaml; make one with recap init", kind: .file))
        }
        for name in campaigns where !Identifier.isCampaign(name) {
            problems.add(.badName, "'\(folder)/\(name)' is no campaign id; use lower-case letters, digits, - and _")
        }
        return campaigns.filter(Identifier.isCampaign)
    }
}

extension Campaign {
    /// Campaigns that this one or one of its metrics is compared with.
    fileprivate var baselineCampaigns: [String] {
        ([baseline] + metrics.values.map(\.baseline)).compactMap { baseline in
            if case .campaign(let name, _)? = baseline { name.value } else { nil }
        }
    }
}
