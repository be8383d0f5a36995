public import OrderedCollections

/// One campaign: everything that stands in its folder, read and checked in itself.
public struct Campaign: Sendable {
    /// The folder's name; it is part of the site's addresses. Of an edition in another language the language follows: `2025-618/en`.
    public var id: String
    /// The folder as the user named it, for messages: `content/2025-618`.
    public var folder: String
    public var title: String
    public var subtitle: String?
    /// The verdict in a sentence or two; may hold references.
    public var summary: [Inline]
    /// The numbers that the summary states without a reference.
    public var numbers: [TextNumber] = []
    /// A sentence that each page shows: that the data is synthetic, a draft, confidential …
    public var notice: String?
    public var language: Language
    /// The languages of its other editions; each is loaded as a campaign of its own.
    public var translations: [Language] = []
    /// The id of the campaign that this is an edition of; its own where it isn't a translation.
    public var original: String
    /// The style sheet of `templates/assets/themes/` that its pages take on top of the site's own.
    public var theme: Located<String>?
    /// The PNG of the card that chat programs show of a link, where it has been made.
    public var card: [UInt8]?
    public var currency: Currency
    /// IANA name of the zone whose calendar days are meant.
    public var timeZone: String
    public var period: Period
    /// Parts of the period, in order; they do not overlap.
    public var phases: [Period]
    /// Other spans of days that metrics may be computed for: last year's campaign, ordinary weeks.
    public var periods: OrderedDictionary<String, Period>
    /// What metrics are compared with unless they say otherwise.
    public var baseline: Baseline?
    public var engine: Located<String>
    /// How much some kinds of problem matter here, where that is not as usual; nil: not reported.
    public var severities: [Diagnostic: Problem.Severity?] = [:]
    /// Which tags of git its page of versions tells of, as a pattern; nil where it has no such page.
    public var history: Located<String>?
    /// What metrics must be to each other.
    public var identities: [Identity] = []
    /// What quoted numbers are to each other.
    public var relations: [Relation] = []
    /// What `engine:` says besides the name: `memory`.
    public var engineOptions: OrderedDictionary<String, Located<String>> = [:]
    public var tables: OrderedDictionary<String, Table>
    public var metrics: OrderedDictionary<String, Metric>
    public var chapters: [Chapter]
    /// Tables and metrics that stand in the files but could not be read; what names them is not reported again.
    public var unreadableTables: Set<String> = []
    public var unreadableMetrics: Set<String> = []

    public init(
        id: String, folder: String, title: String, subtitle: String? = nil, summary: [Inline] = [],
        notice: String? = nil, language: Language, currency: Currency, timeZone: String, period: Period,
        phases: [Period] = [], periods: OrderedDictionary<String, Period> = [:], baseline: Baseline? = nil,
        engine: Located<String>, tables: OrderedDictionary<String, Table> = [:],
        metrics: OrderedDictionary<String, Metric> = [:], chapters: [Chapter] = []
    ) {
        self.id = id
        original = id
        self.folder = folder
        self.title = title
        self.subtitle = subtitle
        self.summary = summary
        self.notice = notice
        self.language = language
        self.currency = currency
        self.timeZone = timeZone
        self.period = period
        self.phases = phases
        self.periods = periods
        self.baseline = baseline
        self.engine = engine
        self.tables = tables
        self.metrics = metrics
        self.chapters = chapters
    }

    /// The preview picture's file in the campaign's folder.
    public var cardFile: String { id == original ? "card.png" : "card.\(language.rawValue).png" }

    /// The names that stand in the files, readable or not.
    public var tableNames: Set<String> { unreadableTables.union(tables.keys) }
    public var metricNames: Set<String> { unreadableMetrics.union(metrics.keys) }

    /// The id under which the campaign's own period is computed.
    public static let ownPeriod = "campaign"
    /// The id for rows of any date.
    public static let allTime = "all"

    /// The campaign's own period, a phase or another declared period; nil for an unknown name and for `all`.
    public func period(named name: String) -> Period? {
        if name == Campaign.ownPeriod { return period }
        return periods[name] ?? phases.first { $0.id == name }
    }
}

/// A span of whole days, both ends included.
public struct Period: Hashable, Sendable, Codable {
    public var id: String
    public var name: String
    public var start: Day
    public var end: Day

    public init(id: String, name: String, start: Day, end: Day) {
        self.id = id
        self.name = name
        self.start = start
        self.end = end
    }

    /// How many days; at least 1.
    public var days: Int { end - start + 1 }
    public func contains(_ day: Day) -> Bool { start <= day && day <= end }
}
