import Compute
import Model

/// What `recap explain METRIC` asks a campaign, as a chapter that is computed along with the others, and the answer in words.
struct LineageQuestion {
    var metric: String
    var slices: [String]
    var limit: Int

    /// What places of problems with the question itself name.
    static let file = "recap explain"

    private var typed: String { ([metric] + slices).joined(separator: " ") }
    private var place: Place { Place(file: Self.file, line: 1, column: 1, length: typed.count, text: typed) }

    private var terms: [SliceTerm] {
        slices.map { slice in
            let parts = slice.split(separator: "=", maxSplits: 1).map(String.init)
            return SliceTerm(dimension: Located(parts[0], at: place), value: Located(parts[1], at: place))
        }
    }

    private func key(in campaign: Campaign) -> ValueKey { ValueKey(campaign: campaign.id, metric: metric, terms: terms) }

    /// nil for a campaign that has no such metric.
    func chapter(for campaign: Campaign) -> Chapter? {
        guard campaign.metrics[metric] != nil else { return nil }
        let reference = Reference(name: Located(metric, at: place), slice: terms, form: Located(.value, at: place), place: place)
        let queries = rowQueries(in: campaign).enumerated().flatMap { index, query in
            [Block.query(QueryBlock(id: Self.count(index), sql: query.count, place: place)), .query(QueryBlock(id: Self.rows(index), sql: query.rows, place: place))]
        }
        return Chapter(file: Self.file, slug: "explain", order: .max, title: [], draft: true, blocks: [.paragraph([.reference(reference)])] + queries, place: place)
    }

    private func rowQueries(in campaign: Campaign) -> [RowQuery] { Compute.rowQueries(for: key(in: campaign), of: campaign, limit: limit) }
    private static func count(_ index: Int) -> String { "explain_count_\(index)" }
    private static func rows(_ index: Int) -> String { "explain_rows_\(index)" }

    func answer(from answers: Answers, for campaign: Campaign) -> String? {
        guard let value = answers.values[key(in: campaign)], let definition = campaign.metrics[metric] else { return nil }
        var lines = ["\(campaign.id): \(value.name)\(slices.isEmpty ? "" : " (\(slices.joined(separator: ", ")))") = \(value.text)"]
        func add(_ label: String, _ text: String?) {
            if let text, !text.isEmpty { lines.append("  " + label.padded(to: 12) + text.split(separator: "\n").joined(separator: "\n" + String(repeating: " ", count: 14))) }
        }
        add("in full", value.value?.plainText)
        add("definition", Words.of(campaign.language).definition(of: definition, in: campaign))
        add("meaning", definition.description)
        add("unit", value.unit.name)
        add("interval", value.intervalText)
        add("baseline", value.baselineText.map { "\($0) (\(value.baselineName ?? "")), change \(value.changeText ?? "—")" })
        add("target", value.targetText.map { "\($0), \(value.verdict?.rawValue ?? "no verdict")" })
        add("defined in", "\(definition.place.file):\(definition.place.line)")
        add("SQL", value.sql)
        for table in value.tables {
            guard let source = answers.sources[BlockKey(campaign: campaign.id, id: table)] else { continue }
            add("table", "\(table), \(source.rows) rows")
            add("", campaign.tables[table]?.relation?.value)
            for file in source.files { add("", "\(campaign.folder)/\(file.path), SHA-256 \(file.sha256)") }
        }
        return (lines + rowLines(answers, campaign)).joined(separator: "\n")
    }

    /// The rows behind each measure, as tab-separated values.
    private func rowLines(_ answers: Answers, _ campaign: Campaign) -> [String] {
        rowQueries(in: campaign).enumerated().flatMap { index, query -> [String] in
            guard let rows = answers.queries[BlockKey(campaign: campaign.id, id: Self.rows(index))] else { return [] }
            let count = answers.queries[BlockKey(campaign: campaign.id, id: Self.count(index))]?.rows.first?.first?.text ?? "?"
            return ["", "\(query.metric): \(count) rows of \(query.table)\(rows.rows.isEmpty ? "" : ", the first \(rows.rows.count) by its key")", rows.columns.joined(separator: "\t")]
                + rows.rows.map { $0.map(\.text).joined(separator: "\t") }
        }
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
