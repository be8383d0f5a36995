import Model

/// The engine's answers to the aggregate queries, by what they were grouped by.
struct Cubes: Sendable {
    struct Key: Hashable, Sendable {
        var campaign: String
        /// The measure's own metric.
        var metric: String
        var period: String
        /// Ids of dimensions, sorted.
        var dimensions: [String]
    }

    /// One breakdown of one measure: a number per combination of the dimensions' values, sorted by them.
    struct Cube: Sendable {
        var rows: [(key: [Scalar], value: Number?)] = []
    }

    private var cubes: [Key: Cube] = [:]

    func cube(_ key: Key) -> Cube? { cubes[key] }

    /// Takes in the result of one query, as `AggregateSQL` lays it out.
    mutating func add(_ result: ResultTable, of query: AggregateQuery, sampleRate: Number?) {
        let count = query.dimensions.count
        var groups: [Group: [(key: [Scalar], row: Int)]] = [:]
        for period in query.periods {
            for set in query.sets { groups[Group(period: period?.id ?? Campaign.allTime, set: set)] = [] }
        }
        for (index, row) in result.rows.enumerated() {
            let set = (0..<count).filter { row[1 + 2 * $0].text == "0" }
            groups[Group(period: row[0].text, set: set), default: []].append((set.map { row[2 + 2 * $0] }, index))
        }
        for (group, rows) in groups {
            let sorted = rows.sorted { $0.key.lexicographicallyPrecedes($1.key) }
            for (position, column) in query.measures.enumerated() {
                let rate = column.measure.function.isAdditive ? sampleRate : nil
                let key = Key(
                    campaign: query.campaign, metric: column.metric, period: group.period,
                    dimensions: group.set.map { query.dimensions[$0].id }.sorted())
                cubes[key] = Cube(
                    rows: sorted.map { ($0.key, scaled(result.rows[$0.row][1 + 2 * count + position].number, by: rate)) })
            }
        }
    }

    /// What a row of a result was grouped by.
    private struct Group: Hashable {
        var period: String
        var set: [Int]
    }

    /// A sample's sum or count stands for so much more.
    private func scaled(_ number: Number?, by rate: Number?) -> Number? {
        guard let number, let rate else { return number }
        guard let quotient = number / rate else { return nil }
        let exact = Number.exact(quotient.decimal)
        return exact * rate == number ? exact : quotient
    }
}
