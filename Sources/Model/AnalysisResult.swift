public import OrderedCollections

/// What a method found.
public struct AnalysisResult: Sendable, Codable {
    /// Quotable in the prose as `{{id.result}}`.
    public var values: OrderedDictionary<String, AnalysisValue>
    public var rows: RowSet
    /// Further tables, which charts and tables name as `analysis: id.part`.
    public var parts: OrderedDictionary<String, RowSet> = [:]
    /// Sentences with numbers in them, most important first, in the campaign's language.
    public var findings: [Finding]
    /// The chart that shows it best, its columns named as encodings; nil where a table does.
    public var chart: ChartBlock?
    /// What kind of knowledge the numbers are.
    public var nature: Nature?
    /// How many observations they rest on.
    public var count: Number?
    /// How it was computed, and what it can't show: sentences in the campaign's language.
    public var notes: [String] = []
    /// What is wrong with what the method was given, where only the data tell.
    public var problems: [Problem] = []

    public init(values: OrderedDictionary<String, AnalysisValue> = [:], rows: RowSet, findings: [Finding] = [], chart: ChartBlock? = nil) {
        self.values = values
        self.rows = rows
        self.findings = findings
        self.chart = chart
    }

    /// The word that stands with every number of an analysis.
    public enum Nature: String, Sendable, Codable {
        /// Counted or added up.
        case observed
        /// Of a sample or an experiment, with an interval.
        case estimated
        /// From a model's assumptions.
        case modelled
    }
}

public struct AnalysisValue: Sendable, Codable {
    public var number: Number?
    public var unit: Unit
    public var text: String
    public var interval: Interval?

    public init(number: Number?, unit: Unit, text: String, interval: Interval? = nil) {
        self.number = number
        self.unit = unit
        self.text = text
        self.interval = interval
    }
}

/// A sentence with numbers in it, written by the program.
public struct Finding: Sendable, Codable {
    /// How well the data carry a sentence about cause and effect.
    public enum Evidence: String, Sendable, CaseIterable, Comparable, Codable {
        case experiment = "A", quasi = "B", association = "C", statement = "D"

        public static func < (a: Evidence, b: Evidence) -> Bool { a.rawValue < b.rawValue }

        /// What a ranking multiplies the effect with.
        public var weight: Double {
            switch self {
            case .experiment: 1
            case .quasi: 0.7
            case .association: 0.4
            case .statement: 0.1
            }
        }
    }

    /// How much it matters: the end of the effect's interval nearest to zero, weighed by the evidence; 0 where the sign is uncertain or
    /// nobody can tell the effect in money.
    public var score: Double {
        guard let effect else { return 0 }
        let sure = effect.low == nil ? abs(effect.value) : effect.isCertain ? min(abs(effect.low ?? 0), abs(effect.high ?? 0)) : 0
        return sure * (evidence ?? .statement).weight
    }

    /// Within its analysis; `analysis.id` names it in an action plan.
    public var id: String
    public var text: String
    /// In money: what it brought or cost, with its interval where there is one.
    public var effect: Effect?
    public var evidence: Evidence?
    /// Good news, bad news, or neither.
    public var isGood: Bool?

    public struct Effect: Hashable, Sendable, Codable {
        public var value: Double
        public var low: Double?
        public var high: Double?

        public init(value: Double, low: Double? = nil, high: Double? = nil) {
            self.value = value
            self.low = low
            self.high = high
        }

        /// Its sign is certain.
        public var isCertain: Bool { low.map { $0 > 0 } ?? false || high.map { $0 < 0 } ?? false }
    }

    public init(_ text: String, id: String = "finding", effect: Effect? = nil, evidence: Evidence? = nil, isGood: Bool? = nil) {
        self.text = text
        self.id = id
        self.effect = effect
        self.evidence = evidence
        self.isGood = isGood
    }
}
