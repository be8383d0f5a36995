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

    /// nil where campaign.yaml can't be read as a whole. The other files' own problems are told even then.
    func read() -> Campaign? {
        let reading = CampaignFile(folder: path, id: id, problems).read()
        let tables = mapping(named: "tables.yaml").map { TablesFile($0).read() }
        let metrics = mapping(named: "metrics.yaml").map { MetricsFile($0).read() }
        let chapters = ChapterFiles(folder: path, problems).read()
        guard let reading else { return nil }
        var campaign = reading.campaign
        campaign.tables = tables?.tables ?? [:]
        campaign.metrics = metrics?.metrics ?? [:]
        campaign.unreadableTables = tables?.unreadable ?? []
        campaign.unreadableMetrics = metrics?.unreadable ?? []
        campaign.chapters = chapters
        CrossCheck(campaign: campaign, siblings: siblings, problems).run()
        return reading.isWhole ? campaign : nil
    }

    /// A campaign may do without these files.
    private func mapping(named name: String) -> YAMLMapping? {
        let file = "\(path)/\(name)"
        guard FileManager.default.fileExists(atPath: file) else { return nil }
        return SourceText.read(file, problems).flatMap { YAMLValue.parse($0, problems) }.flatMap { YAMLMapping($0, "a mapping") }
    }
}
