/// What changed between two versions of a campaign, in words: the same for a terminal, a comparison's page and a site's page of versions.
public struct ChangeReport: Sendable {
    public struct Row: Sendable {
        public enum Mark: String, Sendable {
            case added = "+", removed = "-", changed = "~"
            /// Not to be read as movement.
            case method = "!"
        }

        /// A verdict that is not what it was; nil where there is none.
        public struct Verdicts: Sendable {
            public var before: Verdict?
            public var after: Verdict?

            public init(before: Verdict?, after: Verdict?) { (self.before, self.after) = (before, after) }
        }

        public var mark: Mark
        public var name: String
        /// What files call it, where that is not its name.
        public var id: String?
        /// What a terminal calls it.
        public var label: String
        public var before: String?
        public var after: String?
        /// Absolute and relative; only of a number that moved.
        public var change: String?
        public var verdicts: Verdicts?
        public var notes: [String]

        public init(
            _ mark: Mark, _ name: String, id: String? = nil, label: String? = nil, before: String? = nil, after: String? = nil, change: String? = nil,
            verdicts: Verdicts? = nil, notes: [String] = []
        ) {
            (self.mark, self.name, self.id, self.label) = (mark, name, id, label ?? name)
            (self.before, self.after, self.change, self.verdicts, self.notes) = (before, after, change, verdicts, notes)
        }
    }

    public struct Section: Sendable {
        public enum Kind: Sendable { case numbers, methods, claims, findings, actions, texts, stale }

        public var kind: Kind
        public var title: String
        /// What holds for all of its rows.
        public var lead: String?
        public var rows: [Row]

        public init(_ kind: Kind, _ title: String, lead: String? = nil, rows: [Row]) {
            (self.kind, self.title, self.lead, self.rows) = (kind, title, lead, rows)
        }
    }

    public var campaign: String
    public var title: String
    public var language: Language
    public var summary: String
    public var sections: [Section]

    public init(campaign: String, title: String, language: Language, summary: String, sections: [Section]) {
        (self.campaign, self.title, self.language, self.summary, self.sections) = (campaign, title, language, summary, sections)
    }
}
