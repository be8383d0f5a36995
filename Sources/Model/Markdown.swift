/// A chapter's text as values: CommonMark, pipe tables, and Recap's references, quotations and blocks.
public indirect enum Block: Sendable {
    /// `id` is the anchor; empty where anchors are off.
    case heading(level: Int, [Inline], id: String)
    case paragraph([Inline])
    case quote([Block])
    case list(start: Int?, tight: Bool, items: [[Block]])
    case code(String, info: String)
    case rule
    /// Raw HTML; never written to a page.
    case html(String)
    case table(header: [[Inline]], alignments: [Alignment], rows: [[[Inline]]])
    case chart(ChartBlock)
    case metricTable(TableBlock)
    case scorecard(ScorecardBlock)
    case analysis(AnalysisBlock)
    case query(QueryBlock)

    public enum Alignment: Sendable { case none, left, center, right }
}

public indirect enum Inline: Sendable, Codable {
    case text(String)
    case softBreak
    case hardBreak
    case code(String)
    case html(String)
    case emphasis([Inline])
    case strong([Inline])
    case link([Inline], destination: String, title: String)
    case image([Inline], source: String, title: String)
    case reference(Reference)
    case quotation(Quotation)
}

/// An outside number or sentence with its source: `[5000 万次]{source="平台周报 2025-06-20"}`.
///
/// Numbers in it may be given names, `[占全天 28.6%]{source="…" peak_share="28.6%"}`, by which relations hold them against each other.
public struct Quotation: Sendable, Codable {
    public var text: String
    public var source: String
    public var place: Place
    public var numbers: [QuotedNumber]

    public init(text: String, source: String, place: Place, numbers: [QuotedNumber] = []) {
        self.text = text
        self.source = source
        self.place = place
        self.numbers = numbers
    }
}

/// A number of a quotation under the name that its author gave it.
public struct QuotedNumber: Sendable, Codable {
    public var name: Located<String>
    /// As it stands in the quotation.
    public var text: String
    public var claim: TypedClaim
    public var source: String

    public init(name: Located<String>, text: String, claim: TypedClaim, source: String) {
        self.name = name
        self.text = text
        self.claim = claim
        self.source = source
    }
}

/// `{{gmv channel=wechat | change = +23.5%}}`: a computed value in the text.
public struct Reference: Sendable, Codable {
    public enum Form: String, Sendable, CaseIterable, Codable {
        case value, change, points, target, attainment, share, interval, baseline, name, verdict

        /// Whether it shows one number; an interval has two, a name and a verdict none.
        public var isNumber: Bool { ![.interval, .name, .verdict].contains(self) }
    }

    /// A metric's id, or `analysis.result`, or `query.column`.
    public var name: Located<String>
    public var slice: [SliceTerm]
    public var form: Located<Form>
    /// For `share channel=wechat`: the part whose share is meant.
    public var shareOf: [SliceTerm]
    /// What the author typed for it: a claim.
    public var claim: Located<String>?
    public var place: Place

    public init(
        name: Located<String>, slice: [SliceTerm] = [], form: Located<Form>, shareOf: [SliceTerm] = [],
        claim: Located<String>? = nil, place: Place
    ) {
        self.name = name
        self.slice = slice
        self.form = form
        self.shareOf = shareOf
        self.claim = claim
        self.place = place
    }
}

/// `channel=wechat`: one dimension held at one value. `period=last_year` and `phase=burst` count as such, too.
public struct SliceTerm: Hashable, Sendable, Codable {
    public var dimension: Located<String>
    public var value: Located<String>

    public init(dimension: Located<String>, value: Located<String>) {
        self.dimension = dimension
        self.value = value
    }
}
