import Foundation
import Model
import OrderedCollections

/// One campaign's folder: its three YAML files and its chapters.
struct CampaignFolder {
    let path: String
    let id: String
    /// The other campaigns, which a baseline may name.
    let siblings: [String]
    let problems: ProblemList

    init(path: String, id: String, siblings: [String], _ problems: ProblemList) {
        self.path = path
        self.id = id
        self.siblings = siblings
        self.problems = problems
    }

    /// nil where campaign.yaml itself can't be read.
    func read() -> Campaign? {
        guard var campaign = CampaignFile(folder: path, id: id, problems).read() else {
            readRest(of: nil)
            return nil
        }
        let tables = mapping(named: "tables.yaml", required: false).map { TablesFile($0).read() }
        campaign.tables = tables?.tables ?? [:]
        let metrics = mapping(named: "metrics.yaml", required: false).map { MetricsFile($0).read() }
        campaign.metrics = metrics?.metrics ?? [:]
        campaign.unreadable = (tables?.unreadable ?? []).union(metrics?.unreadable ?? [])
        CrossCheck(campaign: campaign, siblings: siblings, problems).run()
        campaign.chapters = ChapterFiles(folder: path, problems).read()
        return campaign
    }

    /// The other files' own problems are told even where campaign.yaml is broken.
    private func readRest(of campaign: Campaign?) {
        _ = mapping(named: "tables.yaml", required: false).map { TablesFile($0).read() }
        _ = mapping(named: "metrics.yaml", required: false).map { MetricsFile($0).read() }
        _ = ChapterFiles(folder: path, problems).read()
    }

    private func mapping(named name: String, required: Bool) -> YAMLMapping? {
        let file = "\(path)/\(name)"
        guard required || FileManager.default.fileExists(atPath: file) else { return nil }
        return SourceText.read(file, problems).flatMap { YAMLValue.parse($0, problems) }.flatMap { YAMLMapping($0, "a mapping") }
    }
}
