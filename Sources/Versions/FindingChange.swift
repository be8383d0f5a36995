import Model

/// What became of a sentence that the program wrote from the data.
package struct FindingChange: Sendable, Encodable {
    package struct State: Hashable, Sendable, Encodable {
        package var text: String
        /// In money.
        package var effect: Double?
        package var evidence: String?
    }

    /// `analysis.finding`, as an action plan cites it.
    package var id: String
    package var before: State?
    package var after: State?

    static func all(from old: Version, to new: Version) -> [FindingChange] {
        let before = old.findings, after = new.findings
        return Set(before.keys).union(after.keys).sorted().compactMap { id in
            guard before[id] != after[id] else { return nil }
            return FindingChange(id: id, before: before[id], after: after[id])
        }
    }
}

extension Version {
    fileprivate var findings: [String: FindingChange.State] {
        var all: [String: FindingChange.State] = [:]
        for (key, result) in answers.analyses where key.campaign == campaign.id {
            for finding in result.findings {
                var id = "\(key.id).\(finding.id)"
                while all[id] != nil { id += "+" }
                all[id] = FindingChange.State(text: finding.text, effect: finding.effect?.value, evidence: finding.evidence?.rawValue)
            }
        }
        return all
    }
}
