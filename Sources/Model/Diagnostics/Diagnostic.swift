/// A kind of problem, under the code that people look up, filter by and set the severity of: `R1201`.
///
/// A code never changes its meaning. One that is no longer used is not given out again.
public enum Diagnostic: String, CaseIterable, Sendable, Codable {
    // R10: reading files.
    case unreadableFile = "R1001", notUTF8 = "R1002", badYAML = "R1003", unknownKey = "R1004", missingKey = "R1005", badValue = "R1006"
    case badName = "R1007", repeatedName = "R1008", badChapterFile = "R1009", badMarkdown = "R1010", badPicture = "R1011", badLink = "R1012"
    case unequalEditions = "R1013", badReference = "R1014", quotationWithoutSource = "R1015", badBlock = "R1016", badExpression = "R1017"
    case badFormula = "R1018", noCampaign = "R1019", badQuotation = "R1020"
    // R11: names and definitions.
    case unknownMetric = "R1101", unknownTable = "R1102", unknownColumn = "R1103", unknownPeriod = "R1104", unknownCampaign = "R1105"
    case unknownResult = "R1106", unknownValue = "R1107", unknownMethod = "R1108", badParameter = "R1109", circularMetric = "R1110"
    case missingDefinition = "R1111", incomparableBaseline = "R1112", metricWithoutRows = "R1113", otherUnit = "R1114", badKey = "R1115"
    case badResult = "R1116", unknownQuotedNumber = "R1117"
    // R12: numbers and words in the text.
    case wrongClaim = "R1201", turnedVerdict = "R1202", unreadableClaim = "R1203", claimInOtherUnit = "R1204", claimWithoutValue = "R1205"
    case wrongWord = "R1206", wrongComparison = "R1207", looseNumber = "R1210", idleAllowance = "R1211", wrongDirection = "R1212"
    case wrongRank = "R1213", staleText = "R1214", wrongTargetWord = "R1215", otherSliceNamed = "R1216"
    case contradiction = "R1221", unmentionedMiss = "R1222", undefinedNumber = "R1223", idleExplanation = "R1224"
    case incomparableSides = "R1225"
    // R13: data.
    case missingData = "R1301", badHeader = "R1302", unreadableRow = "R1303", repeatedKey = "R1304", emptyCell = "R1305"
    case forbiddenValue = "R1306", outOfBounds = "R1307", danglingKey = "R1308", brokenCondition = "R1309", staleData = "R1310"
    case uncoveredDays = "R1311", unequalSums = "R1312", duplicateRows = "R1313", outliers = "R1314", uncheckedRule = "R1315"
    // R14: numbers that must agree with each other.
    case brokenIdentity = "R1401", partBeyondWhole = "R1402", risingFunnel = "R1403"
    // R15: charts and tables.
    case badChart = "R1501"
    // R16: the engine.
    case failedEngine = "R1601", refusedQuery = "R1602", unknownEngine = "R1603", unfitEngine = "R1604"
    case unfitRelation = "R1605", emptyRelation = "R1606"
    // R17: the site.
    case badTemplate = "R1701", unknownTheme = "R1702", addressClash = "R1703", staleCard = "R1704", foreignOutput = "R1705"
    case unwritableFile = "R1706"
    // R18: versions.
    case noHistory = "R1801", unknownRevision = "R1802", brokenLock = "R1803", movedEdition = "R1804"
    // R19: programs that Recap runs.
    case chromium = "R1901", publishing = "R1902", port = "R1903"
}

extension Diagnostic {
    /// What a code means and how to mend what it reports, in a few sentences of Markdown.
    public struct Explanation: Sendable {
        public var title: String
        public var meaning: String
        public var remedy: String

        init(_ title: String, _ meaning: String, mend remedy: String) {
            self.title = title
            self.meaning = meaning
            self.remedy = remedy
        }
    }

    private static let explanations: [Diagnostic: Explanation] =
        [reading, names, numbersInText, data, agreement, making].reduce(into: [:]) { all, group in all.merge(group) { first, _ in first } }

    public var explanation: Explanation? { Diagnostic.explanations[self] }

    /// The page of `Documentation/diagnostics/`, and what `recap explain R1201` prints.
    public var page: String? {
        explanation.map { "# \(rawValue): \($0.title)\n\n\($0.meaning)\n\n**How to mend it.** \($0.remedy)\n" }
    }
}
