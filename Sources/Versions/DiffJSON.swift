extension VersionDiff: Encodable {
    private enum CodingKeys: String, CodingKey { case campaign, title, isAdded = "added", isRemoved = "removed", metrics, claims, findings, actions, chapters, stale }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(campaign, forKey: .campaign)
        try container.encode(title, forKey: .title)
        try container.encode(isAdded, forKey: .isAdded)
        try container.encode(isRemoved, forKey: .isRemoved)
        try container.encode(metrics, forKey: .metrics)
        try container.encode(claims, forKey: .claims)
        try container.encode(findings, forKey: .findings)
        try container.encode(actions, forKey: .actions)
        try container.encode(chapters, forKey: .chapters)
        try container.encode(stale.map(StaleRecord.init), forKey: .stale)
    }
}

private struct StaleRecord: Encodable {
    struct Moved: Encodable { let reference: String, before: String, after: String }
    let file: String, line: Int, text: String
    let moved: [Moved]

    init(_ stale: StalePassage) {
        (file, line, text) = (stale.passage.file, stale.passage.lines.lowerBound, stale.passage.text)
        moved = stale.moved.map { Moved(reference: $0.reference.key, before: $0.before.text, after: $0.after.text) }
    }
}
