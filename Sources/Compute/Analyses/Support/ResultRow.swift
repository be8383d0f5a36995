import Model

/// A row of a query's result, its cells by their columns' names.
struct ResultRow {
    fileprivate let table: ResultTable
    fileprivate let cells: [Scalar]

    subscript(_ column: String) -> Scalar { table.columns.firstIndex(of: column).map { cells[$0] } ?? .missing }

    /// nil for what is no number.
    func number(_ column: String) -> Double? {
        switch self[column] {
        case .integer(let integer): Double(integer)
        case .double(let double): double.isFinite ? double : nil
        case .boolean(let boolean): boolean ? 1 : 0
        case let other: other.number?.double
        }
    }

    func amount(_ column: String) -> Double { number(column) ?? 0 }
    func text(_ column: String) -> String { self[column].text }
    func day(_ column: String) -> Day? { if case .day(let day) = self[column] { day } else { nil } }
}

extension AnalysisInput {
    /// The rows of the so-manieth query.
    func rows(_ index: Int = 0) -> [ResultRow] {
        guard tables.indices.contains(index) else { return [] }
        return tables[index].rows.map { ResultRow(table: tables[index], cells: $0) }
    }

    var source: Source { Source(block, in: campaign) }

    /// The campaign's language's words of two.
    func say(_ chinese: String, _ english: String) -> String { campaign.language == .zhHans ? chinese : english }

    var format: NumberFormat { NumberFormat(language: campaign.language, currency: campaign.currency) }

    /// The product of the metrics that `worth:` names: money for one unit of an effect. nil where none are named or one is missing.
    var worth: Double? {
        let names = block.names("worth")
        guard !names.isEmpty else { return nil }
        var product = 1.0
        for name in names {
            guard let value = total(name.value) else { return nil }
            product *= value.double
        }
        return product
    }

    func total(_ metric: String) -> Number? { metrics.rows(of: MetricUse(campaign: campaign.id, metric: metric)).first?.value ?? nil }

    /// What pages call a cell of a role's column.
    func label(_ cell: Scalar, of role: String) -> String {
        if case .missing = cell { return Words.of(campaign.language).noValue }
        if case .day(let day) = cell { return format.day(day) }
        return source.definition(of: role)?.valueLabels[cell.text] ?? cell.text
    }

    /// What pages call a role's column.
    func label(ofRole role: String) -> String {
        let name = block.word(role) ?? role
        return source.definition(of: role)?.label ?? Words.of(campaign.language).name(ofColumn: name)
    }
}

extension AnalysisNeeds {
    /// Metrics over the whole campaign.
    static func totals(_ block: AnalysisBlock, _ campaign: Campaign, _ parameters: String...) -> [MetricUse] {
        parameters.flatMap { block.names($0) }.map { MetricUse(campaign: campaign.id, metric: $0.value) }
    }
}

extension Words {
    /// Grains have words of their own.
    fileprivate func name(ofColumn name: String) -> String {
        if name == "phase" { return phase }
        return Dimension.Grain(rawValue: name).map { self.name(of: $0) } ?? name
    }
}

/// A number's whole part; 0 for what no integer can hold.
func wholePart(_ number: Double) -> Int { number.isFinite && number.magnitude < 1e15 ? Int(number) : 0 }
