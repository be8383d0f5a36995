/// A campaign's versions, as its page of versions tells of them.
public struct History: Sendable {
    public struct Entry: Sendable {
        public enum State: Sendable {
            /// There is nothing to compare it with.
            case first
            /// What changed against an earlier version, by that one's name.
            case changed(since: String, ChangeReport)
            /// The program can't read it.
            case unreadable
        }

        /// The tag, without the campaign's own prefix; nil for the content as it stands, which nobody tagged yet.
        public var name: String?
        public var day: Day?
        /// Why, in its author's words, line by line.
        public var message: String
        public var state: State
        /// Not all of it could be computed.
        public var hasGaps: Bool

        public init(name: String?, day: Day? = nil, message: String = "", state: State, hasGaps: Bool = false) {
            (self.name, self.day, self.message, self.state, self.hasGaps) = (name, day, message, state, hasGaps)
        }
    }

    /// Newest first.
    public var entries: [Entry]
    /// The clone is shallow: there may be older versions elsewhere.
    public var isCut: Bool

    public init(entries: [Entry], isCut: Bool) { (self.entries, self.isCut) = (entries, isCut) }
}
