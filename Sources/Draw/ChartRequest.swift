import Charts
import Model

/// One chart block with its rows and its campaign: what a mark's drawing takes.
struct ChartRequest {
    let id: String
    let title: String
    let block: ChartBlock
    let rows: RowSet
    let campaign: Campaign
    /// Columns of names and times, then columns of values themselves, companions left out.
    let dimensions: [Int]
    let values: [Int]

    init(id: String, title: String, block: ChartBlock, rows: RowSet, campaign: Campaign) {
        self.id = id
        self.title = title
        self.block = block
        self.rows = rows
        self.campaign = campaign
        dimensions = rows.columns.indices.filter { rows.columns[$0].isDimension }
        values = rows.columns.indices.filter { rows.columns[$0].role == .value(.value) }
    }

    var locale: ChartLocale { campaign.language == .zhHans ? .zhHans : .en }
    var words: Words { Words.of(campaign.language) }
    /// Of the first column of values.
    var format: ValueFormat { values.first.map(format) ?? ValueFormat(.number) }

    func format(of column: Int) -> ValueFormat { ValueFormat(kind(of: rows.columns[column].unit)) }

    private func kind(of unit: Unit?) -> ValueFormat.Kind {
        switch unit {
        case .money?: .money(symbol: campaign.currency.symbol, chineseName: campaign.currency.chineseName)
        case .percent?: .percent
        case .times?: .times
        case .count(let noun)?: .count(noun: noun)
        case .seconds?: .unit(locale == .zhHans ? "秒" : "s")
        case .minutes?: .unit(locale == .zhHans ? "分钟" : "min")
        case .hours?: .unit(locale == .zhHans ? "小时" : "h")
        case .days?: .unit(locale == .zhHans ? "天" : "days")
        case .number?, nil: .number
        }
    }

    /// Columns bear the keys under which the block named them.
    var isEncoded: Bool { rows.columns.contains { $0.encoding != nil } }

    /// The column of a query's key; for metrics the so-manieth dimension or value.
    func column(_ encoding: ChartBlock.Encoding, or position: Int, of columns: [Int]) -> Int? {
        if isEncoded { return rows.columns.firstIndex { $0.encoding == encoding } }
        return columns.indices.contains(position) ? columns[position] : nil
    }

    /// Whether the first dimension is time.
    var isTime: Bool {
        guard let first = dimensions.first, case .dimension(let isTime, _) = rows.columns[first].role else { return false }
        return isTime
    }

    var isOrdered: Bool {
        guard let first = dimensions.first, case .dimension(_, let isOrdered) = rows.columns[first].role else { return false }
        return isOrdered
    }

    /// One number for each name: rows of the first dimension, or one per metric.
    var items: [Item] {
        guard let name = dimensions.first, let value = values.first else { return [] }
        let group = dimensions.count > 1 ? dimensions[1] : nil
        return rows.rows.map { row in Item(row[name].text, row[value].number?.double, group: group.map { row[$0].text }) }
    }

    /// The names of a dimension, in the rows' order.
    func names(of column: Int) -> [String] {
        var seen = Set<String>()
        return rows.rows.map { $0[column].text }.filter { seen.insert($0).inserted }
    }

    /// Numbers by the names of two dimensions.
    func cross(_ first: Int, _ second: Int) -> [String: [String: Double]] {
        guard let value = values.first else { return [:] }
        return rows.rows.reduce(into: [:]) { table, row in table[row[first].text, default: [:]][row[second].text] = row[value].number?.double }
    }

    func chart(_ format: ValueFormat? = nil, @ChartBuilder _ content: () -> [any ChartContent]) -> Chart {
        let chart = Chart(id: id, title: title, locale: locale, format: format ?? self.format, content)
        return chart.chartHighlight(block.highlight.map(label))
    }

    /// A value of a dimension is named in YAML as the data has it or as pages call it.
    func label(of name: String) -> String {
        rows.rows.lazy.flatMap { $0 }.first { $0.scalar.text == name }?.text ?? name
    }

    /// The same block for some of its rows.
    func part(_ id: String, _ title: String, rows: RowSet) -> ChartRequest {
        ChartRequest(id: id, title: title, block: block, rows: rows, campaign: campaign)
    }
}
