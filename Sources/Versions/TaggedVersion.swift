package import Model

/// A version that somebody tagged.
package struct TaggedVersion: Sendable {
    /// The tag, without the campaign's own prefix.
    package var name: String
    package var day: Day?
    package var message: String
    /// nil where the program can't read it.
    package var version: Version?
    /// Not all of it could be computed.
    package var hasGaps: Bool

    package init(name: String, day: Day?, message: String, version: Version?, hasGaps: Bool) {
        (self.name, self.day, self.message, self.version, self.hasGaps) = (name, day, message, version, hasGaps)
    }
}

extension History {
    /// Each version against the last one before it that could be read, and the content as it stands against the last.
    ///
    /// - Parameter tagged: oldest first.
    package init(of tagged: [TaggedVersion], now: Version, isCut: Bool) {
        let language = now.campaign.language
        var entries: [Entry] = [], last: (name: String, version: Version)?
        for tag in tagged {
            var entry = Entry(name: tag.name, day: tag.day, message: tag.message, state: .unreadable, hasGaps: tag.hasGaps)
            if let version = tag.version?.published {
                entry.state = last.map { .changed(since: $0.name, version.changes(since: $0.version).report(in: language)) } ?? .first
                last = (tag.name, version)
            }
            entries.append(entry)
        }
        let present = now.published
        if let last {
            let diff = present.changes(since: last.version)
            if !diff.isEmpty { entries.append(Entry(name: nil, state: .changed(since: last.name, diff.report(in: language)))) }
        } else {
            entries.append(Entry(name: nil, state: .first))
        }
        self.init(entries: entries.reversed(), isCut: isCut)
    }
}

extension Version {
    /// What readers see of it: without drafts, and without what only those compute.
    fileprivate var published: Version {
        var version = self
        let drafts = Set(campaign.chapters.filter(\.draft).map(\.file))
        version.campaign.chapters.removeAll(where: \.draft)
        version.passages.removeAll { drafts.contains($0.file) }
        let blocks = Set(version.campaign.uses.analyses.map(\.id))
        version.answers.analyses = answers.analyses.filter { $0.key.campaign != campaign.id || blocks.contains($0.key.id) }
        return version
    }

    /// For readers: texts that should have been read again are the authors' business.
    fileprivate func changes(since old: Version) -> VersionDiff {
        var diff = VersionDiff(from: old, to: self)
        diff.stale = []
        return diff
    }
}
