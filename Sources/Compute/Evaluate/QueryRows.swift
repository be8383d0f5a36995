import Model

/// The rows of named queries for charts and tables.
struct QueryRows {
    let campaign: Campaign
    let answers: Answers
    private let format: NumberFormat

    init(campaign: Campaign, answers: Answers) {
        self.campaign = campaign
        self.answers = answers
        format = NumberFormat(language: campaign.language, currency: campaign.currency)
    }

    func rows(of table: TableBlock, named name: Located<String>) -> RowSet? {
        guard let result = answers.queries[BlockKey(campaign: campaign.id, id: name.value)] else { return nil }
        let columns = result.columns.enumerated().map { index, id -> RowSet.Column in
            let isNumber = result.rows.contains { $0[index].number != nil }
            return RowSet.Column(
                id: id, label: table.labels[id]?.label ?? id,
                role: isNumber ? .value(.value) : .dimension(isTime: false, isOrdered: true),
                unit: isNumber ? table.labels[id]?.unit : nil)
        }
        let rows = result.rows.prefix(table.limit ?? Int.max)
        return RowSet(columns: columns, rows: rows.map { cells($0, columns) })
    }

    /// A chart takes the columns that it names.
    func rows(of chart: ChartBlock, named name: Located<String>) -> (rows: RowSet?, problems: [Problem]) {
        guard let result = answers.queries[BlockKey(campaign: campaign.id, id: name.value)] else { return (nil, []) }
        let wanted = chart.drawnColumns
        let unknown = wanted.filter { !result.columns.contains($0.name.value) }
        let missing = chart.mark.value.queryKeys.filter { chart.encodings[$0] == nil }
        guard unknown.isEmpty, missing.isEmpty else {
            let keys = missing.map { "`\($0.rawValue):`" }.joined(separator: " and ")
            let said = missing.isEmpty ? [] : [Problem(.badChart, "a \(chart.mark.value.rawValue) chart over a query needs \(keys)", at: chart.place)]
            return (nil, said + unknown.map {
                Problem(.unknownResult, "sql block '\(name.value)' has no column '\($0.name.value)'\(suggestion(for: $0.name.value, among: result.columns))", at: $0.name.place)
            })
        }
        let indices = wanted.compactMap { result.columns.firstIndex(of: $0.name.value) }
        let columns = zip(wanted, indices).map { item, index -> RowSet.Column in
            let label = chart.labels[item.name.value], isTime = result.isTime(index)
            var column = item.isNumber
                ? RowSet.Column(id: item.name.value, label: label?.label ?? item.name.value, role: .value(.value), unit: label?.unit ?? .number)
                : RowSet.Column(
                    id: item.name.value, label: label?.label ?? item.name.value,
                    role: .dimension(isTime: isTime, isOrdered: isTime || item.encoding != .x || chart.order == .data))
            column.encoding = item.encoding
            return column
        }
        let rows = result.rows.prefix(chart.limit ?? Int.max).map { row in cells(indices.map { row[$0] }, columns) }
        return (RowSet(columns: columns, rows: rows), [])
    }

    /// The events of a chart: the first column is a day or a moment, the second its name.
    func events(_ name: Located<String>) -> (events: [RowSet.Event], problems: [Problem]) {
        guard let result = answers.queries[BlockKey(campaign: campaign.id, id: name.value)] else { return ([], []) }
        let events = result.rows.compactMap { row in row.count > 1 ? row[0].moment.map { RowSet.Event(moment: $0, name: row[1].text) } : nil }
        guard events.count == result.rows.count else {
            return ([], [Problem(.badChart, "events come from a query whose first column is a day or a moment and whose second is a name", at: name.place)])
        }
        return (events, [])
    }

    private func cells(_ row: [Scalar], _ columns: [RowSet.Column]) -> [RowSet.Cell] {
        zip(row, columns).map { scalar, column in
            if case .day(let day) = scalar { return RowSet.Cell(scalar, text: format.day(day)) }
            switch (scalar, column.unit) {
            case (.missing, _): return RowSet.Cell(scalar, text: "—")
            // A whole number without a unit may be a year or a key, and stays as it is.
            case (.integer, nil), (.text, _), (.boolean, _), (.moment, _): return RowSet.Cell(scalar, text: scalar.text)
            default: return RowSet.Cell(scalar, text: format.text(scalar.number, unit: column.unit ?? .number))
            }
        }
    }
}

extension ResultTable {
    fileprivate func isTime(_ index: Int) -> Bool {
        !rows.isEmpty && rows.allSatisfy { if case .day = $0[index] { true } else { false } }
    }
}
