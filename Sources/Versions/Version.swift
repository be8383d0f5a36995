package import Model

/// A campaign as it was at one moment: its texts, and the numbers computed from its data by the present program.
package struct Version: Sendable {
    package var campaign: Campaign
    package var answers: Answers
    /// What is wrong with it: a claim with a problem does not hold.
    package var problems: [Problem]
    /// All pieces of its texts, in the order of the files.
    package var passages: [Passage]

    /// - Parameter text: the text of a file that a chapter names.
    package init(campaign: Campaign, answers: Answers, problems: [Problem] = [], text: (String) -> String?) {
        self.campaign = campaign
        self.answers = answers
        self.problems = problems
        var references: [String: [Reference]] = [:]
        for reference in campaign.uses.references { references[reference.place.file, default: []].append(reference) }
        passages = campaign.chapters.flatMap { Passage.all(of: $0.file, text: text($0.file) ?? "", references: references[$0.file] ?? []) }
        // Of the definitions only the lines that speak: the summary.
        let definitions = "\(campaign.folder)/campaign.yaml"
        passages += Passage.lines(of: definitions, text: text(definitions) ?? "", references: references[definitions] ?? []).filter { !$0.references.isEmpty }
    }

    /// Its own edition, or a translation, whose numbers are the same.
    var isOriginal: Bool { campaign.id == campaign.original }
}
