import Model

extension Check {
    /// A reference to one slice in a sentence that names another: 微信的投产比最高，{{roas channel=douyin}}.
    @Sendable static func namedSlices(_ text: ReviewText, _ campaign: Campaign, _ answers: Answers) -> [Problem] {
        text.sentences.flatMap { sentence -> [Problem] in
            let words = sentence.words
            return sentence.references.compactMap { reference, before, _ in
                guard let value = answers.value(of: reference, in: campaign) else { return nil }
                return value.key.slice.lazy.compactMap { entry in
                    let labels = campaign.labels(of: entry.dimension, in: value.tables)
                    guard let own = labels[entry.value], !words.contains(own), !words.contains(entry.value),
                        let other = labels.sorted(by: { $0.key < $1.key }).first(where: { $0.key != entry.value && $0.value.count > 1 && before.contains($0.value) })?.value
                    else { return nil }
                    return Problem(.otherSliceNamed, "the sentence speaks of '\(other)', but this is the number of '\(own)' (\(entry.dimension)=\(entry.value))", at: reference.place)
                }.first
            }
        }
    }
}

extension Campaign {
    /// What pages call the values of a dimension; empty where they have no labels.
    fileprivate func labels(of dimension: String, in tables: [String]) -> [String: String] {
        tables.lazy.compactMap { table in self.dimension(named: dimension, of: table).flatMap { self.column(of: $0)?.valueLabels } }.first { !$0.isEmpty } ?? [:]
    }
}
