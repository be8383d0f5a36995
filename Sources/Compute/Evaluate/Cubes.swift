import Model

/// The engine's answers to the aggregate queries, by what they were grouped by.
struct Cubes: Sendable {
    struct Key: Hashable, Sendable {
        var campaign: String
        var table: String
        var period: String
        /// Ids of dimensions, sorted.
        var dimensions: [String]
    }

    /// One breakdown: a row per combination of the dimensions' values, with one number per metric.
    struct Cube: Sendable {
        var rows: [(key: [Scalar], values: [Number?])] = []
    }

    private var cubes: [Key: Cube] = [:]
    /// Position of each metric's number within a row, by campaign and table.
    private var positions: [String: Int] = [:]

    func cube(_ key: Key) -> Cube? { cubes[key] }

    func position(of metric: String, campaign: String) -> Int? { positions["\(campaign)/\(metric)"] }

    /// Takes in the result of one query, as `AggregateSQL` lays it out.
    mutating func add(_ result: ResultTable, of query: AggregateQuery, sampleRates: Number?) {
        let count = query.dimensions.count
        for (index, column) in query.measures.enumerated() { positions["\(query.campaign)/\(column.metric)"] = index }
        for period in query.periods {
            for set in query.sets { cubes[key(of: query, period?.id ?? Campaign.allTime, set)] = Cube() }
        }
        for row in result.rows {
            let set = (0..<count).filter { row[1 + 2 * $0].text == "0" }
            let values = query.measures.enumerated().map { index, column -> Number? in
                scaled(row[1 + 2 * count + index].number, by: column.measure.function.isAdditive ? sampleRates : nil)
            }
            cubes[key(of: query, row[0].text, set), default: Cube()].rows.append((set.map { row[2 + 2 * $0] }, values))
        }
        for period in query.periods {
            for set in query.sets {
                cubes[key(of: query, period?.id ?? Campaign.allTime, set)]?.rows.sort {
                    $0.key.lexicographicallyPrecedes($1.key)
                }
            }
        }
    }

    private func key(of query: AggregateQuery, _ period: String, _ set: [Int]) -> Key {
        Key(
            campaign: query.campaign, table: query.table, period: period,
            dimensions: set.map { query.dimensions[$0].id }.sorted())
    }

    /// A sample's sum or count stands for so much more.
    private func scaled(_ number: Number?, by rate: Number?) -> Number? {
        guard let number, let rate else { return number }
        guard let quotient = number / rate else { return nil }
        let exact = Number.exact(quotient.decimal)
        return exact * rate == number ? exact : quotient
    }
}
