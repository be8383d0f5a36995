import Model
import OrderedCollections

@testable import Versions

/// A campaign made by hand, so that comparisons are tested without the stages before them.
struct Little {
    static let place = Place(file: "content/c/metrics.yaml", line: 1)

    var filter: String?
    var file = "sales.csv"
    var days = 4
    var conversionUnit = Unit.percent
    var target: Int? = 120
    var sales: Number? = Number(101)
    var verdict: Verdict? = .missed
    var conversion = Number(0.12)
    var text = "Sales came to {{sales}} of a target.\n\nThe rest.\n"
    var isWrong = false
    var finding: Finding?
    var actions: [(id: String, owner: String)] = []

    var version: Version {
        let campaign = campaign
        return Version(campaign: campaign, answers: answers(of: campaign), problems: isWrong ? [Problem(.wrongClaim, "wrong", at: claimPlace)] : []) {
            $0 == "content/c/chapters/01-goals.md" ? text : nil
        }
    }

    private var claimPlace: Place { Place(file: "content/c/chapters/01-goals.md", line: 1, column: 40) }

    private func located(_ text: String) -> Located<String> { Located(text, at: Little.place) }

    private var campaign: Campaign {
        let start = Day(number: 20_240)
        let amount = Column(name: "amount", type: .decimal(precision: 18, scale: 2), place: Little.place)
        let table = Table(id: "sales", files: [located(file)], format: .csv, time: "day", columns: ["amount": amount], place: Little.place)
        func measure(_ argument: String, _ filter: String?) -> Metric.Kind {
            .measure(
                Measure(
                    function: .sum, argument: Expression(sql: argument, columns: [located(argument)], place: Little.place), table: located("sales"),
                    filter: filter.map { Expression(sql: $0, columns: [], place: Little.place) }))
        }
        let metrics = [
            Metric(id: "sales", name: "Sales", kind: measure("amount", nil), unit: .money, direction: .higher, target: target.map { Target(low: Number($0)) }, place: Little.place),
            Metric(id: "buyers", name: "Buyers", kind: measure("buyers", filter), unit: .count(noun: ""), place: Little.place),
            Metric(id: "visitors", name: "Visitors", kind: measure("visitors", nil), unit: .count(noun: ""), place: Little.place),
            Metric(id: "conversion", name: "Conversion", kind: .ratio(numerator: located("buyers"), denominator: located("visitors")), unit: conversionUnit, place: Little.place),
        ]
        let goals = Place(file: "content/c/chapters/01-goals.md", line: 1, column: 16)
        func reference(_ place: Place, claim: String? = nil) -> Reference {
            Reference(name: Located("sales", at: place), form: Located(.value, at: place), claim: claim.map { Located($0, at: claimPlace) }, place: place)
        }
        let references: [Inline] = [.reference(reference(goals)), .reference(reference(claimPlace, claim: "$101"))]
        let plan = AnalysisBlock(id: "plan", method: located("actions"), parameters: [], place: Little.place)
        let chapter = Chapter(file: goals.file, slug: "goals", order: 1, title: [.text("Goals")], blocks: [.paragraph(references), .analysis(plan)], place: goals)
        return Campaign(
            id: "c", folder: "content/c", title: "Test", language: .en, currency: Currency(code: "USD", symbol: "$", chineseName: "美元"), timeZone: "Asia/Shanghai",
            period: Period(id: Campaign.ownPeriod, name: "Campaign", start: start, end: start + (days - 1)), engine: located("duckdb"), tables: ["sales": table],
            metrics: OrderedDictionary(uniqueKeysWithValues: metrics.map { ($0.id, $0) }), chapters: [chapter])
    }

    private func answers(of campaign: Campaign) -> Answers {
        var answers = Answers()
        let format = NumberFormat(language: .en, currency: campaign.currency)
        func value(_ id: String, _ number: Number?, _ unit: Unit) -> MetricValue {
            MetricValue(
                key: ValueKey(campaign: "c", metric: id), name: campaign.metrics[id]?.name ?? id, unit: unit, direction: .higher, value: number,
                text: format.text(number, unit: unit), sql: "", tables: ["sales"])
        }
        var total = value("sales", sales, .money)
        total.verdict = verdict
        total.targetText = target.map { "≥ $\($0)" }
        for value in [total, value("conversion", conversion, conversionUnit)] { answers.values[value.key] = value }
        for reference in campaign.uses.references {
            answers.references[ReferenceKey(campaign: "c", place: reference.place)] = ReferenceAnswer(text: total.text, title: "Sales", number: sales, unit: .money)
        }
        let columns = [RowSet.Column(id: "action", label: "Action", role: .dimension(isTime: false, isOrdered: false)), RowSet.Column(id: "owner", label: "Owner", role: .value(.value))]
        let rows = actions.map { [RowSet.Cell(.text($0.id), text: "\($0.id) Mend it"), RowSet.Cell(.text($0.owner), text: $0.owner)] }
        answers.analyses[BlockKey(campaign: "c", id: "plan")] = AnalysisResult(rows: RowSet(columns: columns, rows: rows), findings: finding.map { [$0] } ?? [])
        answers.sources[BlockKey(campaign: "c", id: "sales")] = TableSource(files: [SourceFile(path: "data/\(file)", bytes: 1, sha256: "\(sales?.plainText ?? "")")], rows: 4)
        return answers
    }
}

/// What changes from one to the other.
func difference(_ old: Little, _ new: Little) -> VersionDiff? { VersionDiff(from: old.version, to: new.version) }
