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
    ///   - known: the folder's campaigns where they have been looked up.
    /// - Returns: what could be read, by id, and all that is wrong with it.
    package static func campaigns(in content: String, only ids: [String], among known: Folders? = nil) -> (campaigns: [Campaign], problems: [Problem]) {
        let problems = ProblemList()
        let folders = known ?? Folders(in: content, only: ids)
        for problem in folders.problems where known == nil { problems.add(problem) }
        let (folder, present) = (folders.content, folders.present)
        var wanted = known == nil ? folders.wanted : ids
        var loaded: [String: Campaign] = [:]
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

    /// The campaigns of a content folder: a folder is one where it holds a campaign.yaml; others under `content/` are left alone.
    package struct Folders: Sendable {
        let content: String
        /// All of them, by name.
        let present: [String]
        /// Those that were asked for.
        package let wanted: [String]
        package let problems: [Problem]

        package init(in content: String, only ids: [String]) {
            let problems = ProblemList()
            self.content = content.hasSuffix("/") ? String(content.dropLast()) : content
            let present = Folders.campaigns(in: self.content, problems)
            for id in ids where !present.contains(id) {
                problems.add(.unknownCampaign, "no campaign '\(id)' in \(self.content)\(suggestion(for: id, among: present))")
            }
            self.present = present
            wanted = ids.isEmpty ? present : ids.filter(present.contains)
            self.problems = problems.all
        }

        private static func campaigns(in folder: String, _ problems: ProblemList) -> [String] {
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
}

extension Campaign {
    /// Campaigns that this one or one of its metrics is compared with.
    fileprivate var baselineCampaigns: [String] {
        ([baseline] + metrics.values.map(\.baseline)).compactMap { baseline in
            if case .campaign(let name, _)? = baseline { name.value } else { nil }
        }
    }
}
