/// All the words that the program itself writes on pages, in one language.
///
/// The memberwise initializer makes a language complete or not compile. Sentences whose grammar differs are functions.
public struct Words: Sendable {
    public static func of(_ language: Language) -> Words {
        switch language {
        case .zhHans: .zhHans
        case .en: .en
        }
    }

    // Numbers and rows
    /// Categories beyond a chart's limit, added up.
    public let other: String
    /// The campaign itself, beside what it is compared with.
    public let thisCampaign: String
    public let total: String
    /// The label of an empty cell of a dimension.
    public let noValue: String
    public let value: String
    public let change: String
    public let points: String
    public let share: String
    public let target: String
    public let attainment: String
    public let verdict: String
    public let interval: String
    public let baseline: String
    public let name: String
    public let rank: String

    // Verdicts
    public let met: String
    public let missed: String
    public let undecided: String
    public let undecidedWhy: String

    // Analyses
    public let funnelStep: String
    public let funnelRate: String

    // Time
    /// Monday first.
    public let weekdays: [String]
    public let grains: Grains
    public let phase: String
    public let period: String
    public let perDay: String
    /// Behind the name of a column of daily means.
    public let perDayNote: String
    public let allTime: String

    // Site
    public let skipToContent: String
    public let campaigns: String
    public let overview: String
    public let contents: String
    public let chapters: String
    public let previous: String
    public let next: String
    public let keyFigures: String
    public let moreKeyFigures: String
    public let whatWasMissed: String
    public let topFindings: String
    public let notFound: String
    public let notFoundWhy: String
    public let onThisPage: String
    public let dataDictionary: String
    /// The page that says what the numbers rest on and what was checked.
    public let dataChecks: String
    public let dataScope: String
    public let days: String
    public let remark: String
    public let withoutValue: String
    public let checksHeading: String
    public let generatedBy: String
    public let warning: String
    public let alert: String

    // What the script says
    public let search: String
    public let searchHint: String
    public let results: String
    public let nothing: String
    public let noIndex: String
    public let close: String
    public let sort: String
    public let copy: String
    public let copied: String
    public let themeAuto: String
    public let themeLight: String
    public let themeDark: String
    public let metric: String
    public let finding: String
    public let chapterWord: String

    // Figures and tables
    public let downloadSVG: String
    public let viewData: String
    public let downloadCSV: String
    public let source: String
    public let note: String
    public let unit: String
    /// Between a label and what it labels.
    public let colon: String
    public let comma: String
    public let footnotes: String
    public let backToText: String
    public let findings: String
    public let analyses: String
    public let definition: String
    /// Stands where a value or a figure is missing in a lenient build.
    public let gap: String

    // Data dictionary
    public let daysDefinition: String
    public let dictionaryIntroduction: String
    public let direction: String
    public let higherIsBetter: String
    public let lowerIsBetter: String
    public let neitherIsBetter: String
    public let sql: String
    public let sources: String
    public let file: String
    public let rows: String
    public let checksum: String
    public let relation: String
    public let slices: String
    public let metrics: String
    public let tables: String
    public let columns: String
    public let type: String
    public let sample: String
    public let syntheticData: String
    public let thresholds: String

    // Checks
    public let check: String
    public let result: String
    public let passed: String
    public let claims: String
    public let quotations: String
    public let references: String
    public let allMetricsJSON: String

    public let notSet: String
    // What kind of knowledge a number of an analysis is
    public let observed: String
    public let estimated: String
    public let modelled: String

    public let sentences: Sentences

    /// The grains of time, as a table's head calls them.
    public struct Grains: Sendable {
        public let hour: String
        public let day: String
        public let week: String
        public let month: String
        public let weekday: String
    }
}

extension Words {
    /// Patterns with something to fill in.
    public struct Sentences: Sendable {
        /// "against last year"
        public let against: @Sendable (_ baseline: String) -> String
        /// "6月1日–6月18日"
        public let span: @Sendable (_ start: String, _ end: String) -> String
        public let targetIs: @Sendable (_ target: String) -> String
        /// Under a table that shows only some of a chart's rows.
        public let firstRows: @Sendable (_ shown: Int, _ all: Int) -> String
        public let attained: @Sendable (_ share: String) -> String
        public let metOf: @Sendable (_ met: Int, _ total: Int) -> String
        public let rowCount: @Sendable (_ rows: String) -> String
        public let sampled: @Sendable (_ rate: String) -> String
        public let dayCount: @Sendable (_ days: Int) -> String
        /// "Chapter 3"
        public let chapter: @Sendable (_ number: Int) -> String
        public let footnote: @Sendable (_ number: Int) -> String
        /// Of a metric: "sum of the column amount of the table sales".
        public let measure: @Sendable (_ function: Measure.Function, _ argument: String?, _ table: String) -> String
        public let onlyWhere: @Sendable (_ condition: String) -> String
        public let ratio: @Sendable (_ numerator: String, _ denominator: String) -> String
        public let formula: @Sendable (_ expression: String) -> String
        public let rollup: @Sendable (_ take: Rollup, _ metric: String, _ dimension: String) -> String
        public let shows: @Sendable (_ what: String) -> String
        /// In the check page's lead: how many ran, how many found something.
        public let checksRan: @Sendable (_ ran: Int, _ failed: Int) -> String
        public let tableChecks: @Sendable (_ ran: Int, _ failed: Int) -> String
        public let claimsHold: @Sendable (_ claims: Int) -> String
        public let quotationsCited: @Sendable (_ quotations: Int) -> String
        /// How far the data reach: the last day of any table.
        public let dataUntil: @Sendable (_ day: String) -> String
        public let relationsHold: @Sendable (_ held: Int, _ all: Int) -> String
        public let ruleUnique: @Sendable (_ columns: String) -> String
        public let rulePresent: @Sendable (_ columns: String) -> String
        public let ruleAllowed: @Sendable (_ column: String) -> String
        public let ruleAtLeast: @Sendable (_ column: String, _ bound: String) -> String
        public let ruleAtMost: @Sendable (_ column: String, _ bound: String) -> String
        public let ruleExists: @Sendable (_ columns: String, _ table: String) -> String
        public let ruleCondition: @Sendable (_ condition: String) -> String
        public let ruleFresh: @Sendable (_ column: String, _ day: String) -> String
        public let ruleCovers: @Sendable (_ column: String, _ period: String) -> String
        public let ruleSum: @Sendable (_ own: String, _ other: String, _ by: String) -> String
        public let ruleDistinct: String
        public let ruleNear: @Sendable (_ column: String, _ times: String) -> String
        public let offendingRows: @Sendable (_ rows: String) -> String
        // For text alternatives of charts and for findings.
        public let highest: @Sendable (_ label: String, _ value: String) -> String
        public let lowest: @Sendable (_ label: String, _ value: String) -> String
        public let fromTo:
            @Sendable (_ first: String, _ firstValue: String, _ last: String, _ lastValue: String) -> String
        public let seriesOf: @Sendable (_ names: [String]) -> String
        /// The funnel's step at which most are lost.
        public let largestLoss: @Sendable (_ from: String, _ to: String, _ lost: String, _ rate: String) -> String
        /// "n = 168,000"
        public let sampleOf: @Sendable (_ count: String) -> String
        public let missedTarget: @Sendable (_ name: String, _ value: String, _ target: String) -> String
        public let list: @Sendable (_ items: [String]) -> String
    }
}

extension Words {
    public func name(of verdict: Verdict) -> String {
        switch verdict {
        case .met: met
        case .missed: missed
        case .undecided: undecided
        }
    }

    public func name(of nature: AnalysisResult.Nature) -> String {
        switch nature {
        case .observed: observed
        case .estimated: estimated
        case .modelled: modelled
        }
    }

    /// What a table's column of this form is called.
    public func name(of form: Reference.Form) -> String {
        switch form {
        case .value: value
        case .change: change
        case .points: points
        case .target: target
        case .attainment: attainment
        case .share: share
        case .interval: interval
        case .baseline: baseline
        case .name: name
        case .verdict: verdict
        }
    }

    public func name(of grain: Dimension.Grain) -> String {
        switch grain {
        case .hour: grains.hour
        case .day: grains.day
        case .week: grains.week
        case .month: grains.month
        case .weekday: grains.weekday
        }
    }

    /// A rule of the data, as a sentence without a full stop.
    public func text(of rule: DataCheck.Rule) -> String {
        switch rule {
        case .unique(let key): sentences.ruleUnique(key.joined(separator: ", "))
        case .present(let key): sentences.rulePresent(key.joined(separator: ", "))
        case .required(let column): sentences.rulePresent(column)
        case .allowed(let column): sentences.ruleAllowed(column)
        case .atLeast(let column, let bound): sentences.ruleAtLeast(column, bound)
        case .atMost(let column, let bound): sentences.ruleAtMost(column, bound)
        case .exists(let key, let table): sentences.ruleExists(key.joined(separator: ", "), table)
        case .condition(let condition): sentences.ruleCondition(condition)
        case .fresh(let column, let day): sentences.ruleFresh(column, "\(day)")
        case .covers(let column, let period): sentences.ruleCovers(column, period.name)
        case .sum(let own, let other, let by): sentences.ruleSum(own, other, by.joined(separator: ", "))
        case .distinct: sentences.ruleDistinct
        case .near(let column, let times): sentences.ruleNear(column, times)
        }
    }

    public func name(of direction: Direction) -> String {
        switch direction {
        case .higher: higherIsBetter
        case .lower: lowerIsBetter
        case .none: neitherIsBetter
        }
    }

    /// 1 is Monday; nil for a number that is no weekday.
    public func weekday(_ number: Int) -> String? {
        (1...7).contains(number) ? weekdays[number - 1] : nil
    }
}
