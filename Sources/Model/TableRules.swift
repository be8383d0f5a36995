public import Foundation

/// What the rows of a table must obey as a whole: `checks:`, `fresh_to:`, `covers:`, `sums:` and `duplicates:` of tables.yaml.
public struct TableRules: Sendable {
    /// Each row must meet it; a row for which it is unknown (NULL) passes, as with SQL's CHECK.
    public struct Condition: Sendable {
        public var expression: Expression
        /// What it means, for readers.
        public var name: String?

        public init(expression: Expression, name: String?) { (self.expression, self.name) = (expression, name) }
    }

    /// The sum of a column equals the sum of another table's column, in total or for each value of shared columns.
    public struct Sum: Sendable {
        public var column: String
        public var table: Located<String>
        public var otherColumn: String
        /// Columns of both tables, or `day`.
        public var by: [Located<String>]
        /// How far apart the sums may be, in the column's unit.
        public var tolerance: Decimal

        public init(column: String, table: Located<String>, otherColumn: String, by: [Located<String>], tolerance: Decimal) {
            (self.column, self.table, self.otherColumn, self.by, self.tolerance) = (column, table, otherColumn, by, tolerance)
        }
    }

    /// In `by:`, the day of each table's `time:`.
    public static let day = "day"

    public var conditions: [Condition] = []
    /// The newest row is of this day or later.
    public var freshTo: Located<Day>?
    /// The period each day of which has rows.
    public var covers: Located<String>?
    public var sums: [Sum] = []
    /// Whether rows that are equal in every column are meant.
    public var allowsDuplicates = false

    public init() {}
}
