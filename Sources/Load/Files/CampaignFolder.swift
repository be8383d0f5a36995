import Foundation
import Model
import OrderedCollections

/// One campaign's folder: its YAML files and its chapters.
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
    ///
    /// - Parameter edition: the language of a translation, whose chapters stand in a folder of that name beside the others; nil for
    ///   the campaign's own.
    func read(edition: Language? = nil) -> Campaign? {
        let reading = CampaignFile(folder: path, id: id, problems).read(edition: edition)
        let language = edition ?? reading?.campaign.language ?? .en
        let tables = mapping(named: "tables.yaml", in: language).map { TablesFile($0).read() }
        let definitions = root(of: "metrics.yaml", problems)
        var metrics = definitions.flatMap { YAMLMapping($0.localized(language), "a mapping") }.map { MetricsFile($0).read() }
        for (metric, names) in names(in: definitions) {
            let own = metrics?.metrics[metric]?.name
            metrics?.metrics[metric]?.otherNames = names.filter { $0 != own }
        }
        let relations = mapping(named: "claims.yaml", in: language).map { ClaimsFile($0).read() }
        let chapters = ChapterFiles(folder: path, edition: edition, problems).read()
        guard let reading else { return nil }
        var campaign = reading.campaign
        campaign.tables = tables?.tables ?? [:]
        campaign.metrics = metrics?.metrics ?? [:]
        campaign.unreadableTables = tables?.unreadable ?? []
        campaign.unreadableMetrics = metrics?.unreadable ?? []
        campaign.relations = relations ?? []
        campaign.chapters = chapters
        if let edition { campaign.id = "\(id)/\(edition.rawValue)" }
        campaign.card = FileManager.default.contents(atPath: "\(path)/\(campaign.cardFile)").map(Array.init)
        CrossCheck(campaign: campaign, siblings: siblings, problems).run()
        return reading.isWhole ? campaign : nil
    }

    /// A campaign that was read without a problem, with those of its chapters read anew whose files have changed since.
    func rereading(_ changed: Set<String>, of campaign: Campaign) -> Campaign {
        var campaign = campaign
        let known = campaign.chapters.filter { !changed.contains($0.file) }.map { ($0.file, $0) }
        let edition = campaign.id == campaign.original ? nil : campaign.language
        campaign.chapters = ChapterFiles(folder: path, edition: edition, problems).read(besides: Dictionary(known, uniquingKeysWith: { first, _ in first }))
        CrossCheck(campaign: campaign, siblings: siblings, problems).run()
        return campaign
    }

    /// The names that are given by language, in all of them.
    private func names(in root: YAMLValue?) -> [(String, [String])] {
        root?.pairs?.compactMap { key, value in
            let names = value.pairs?.first { $0.key.scalar == "name" }?.value.pairs?.compactMap(\.value.scalar)
            return names.flatMap { names in key.scalar.map { ($0, names) } }
        } ?? []
    }

    private func root(of name: String, _ problems: ProblemList) -> YAMLValue? {
        let file = "\(path)/\(name)"
        guard FileManager.default.fileExists(atPath: file) else { return nil }
        return SourceText.read(file, problems).flatMap { YAMLValue.parse($0, problems) }
    }

    /// A campaign may do without these files.
    private func mapping(named name: String, in language: Language) -> YAMLMapping? {
        root(of: name, problems).flatMap { YAMLMapping($0.localized(language), "a mapping") }
    }
}
