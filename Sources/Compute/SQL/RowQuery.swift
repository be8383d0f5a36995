package import Model

/// Two SELECTs about the rows that a measure takes for one value.
package struct RowQuery: Sendable {
    package var metric: String
    package var table: String
    /// One row with one number.
    package var count: String
    /// The first rows by the table's key, in the columns of tables.yaml.
    package var rows: String
}

extension Compute {
    /// What to ask the engine for the rows behind a value: one entry for each measure that the value rests on.
    package static func rowQueries(for key: ValueKey, of campaign: Campaign, limit: Int) -> [RowQuery] {
        LineageSQL(campaign: campaign).rows(of: key, limit: limit)
    }
}
