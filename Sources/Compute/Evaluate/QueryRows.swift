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

    /// A chart takes the columns that it names: x, y and, where there is one, series.
    func rows(of chart: ChartBlock, named name: Located<String>) -> (rows: RowSet?, problems: [Problem]) {
        guard let result = answers.queries[BlockKey(campaign: campaign.id, id: name.value)] else { return (nil, []) }
        let wanted = [chart.x, chart.series, chart.y].compactMap { $0 }
        let unknown = wanted.filter { !result.columns.contains($0.value) }
        guard unknown.isEmpty, let y = chart.y, let x = chart.x else {
            let missing = chart.x == nil || chart.y == nil ? [Problem("a chart over a query needs `x:` and `y:`", at: chart.place)] : []
            return (nil, missing + unknown.map {
                Problem("sql block '\(name.value)' has no column '\($0.value)'\(suggestion(for: $0.value, among: result.columns))", at: $0.place)
            })
        }
        let indices = wanted.compactMap { result.columns.firstIndex(of: $0.value) }
        let columns = wanted.enumerated().map { position, name -> RowSet.Column in
            let index = indices[position]
            let isTime = result.rows.allSatisfy { if case .day = $0[index] { true } else { false } } && !result.rows.isEmpty
            let label = chart.labels[name.value]?.label ?? name.value
            return name.value == y.value
                ? RowSet.Column(id: name.value, label: label, role: .value(.value), unit: chart.labels[name.value]?.unit ?? .number)
                : RowSet.Column(id: name.value, label: label, role: .dimension(isTime: isTime, isOrdered: isTime || name.value != x.value || chart.order == .data))
        }
        let rows = result.rows.prefix(chart.limit ?? Int.max).map { row in cells(indices.map { row[$0] }, columns) }
        return (RowSet(columns: columns, rows: rows), [])
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
