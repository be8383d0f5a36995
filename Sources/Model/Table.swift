public import OrderedCollections
public import Foundation

/// A declared table, as tables.yaml describes it: data files, or a relation of a warehouse.
public struct Table: Sendable {
    public enum Format: String, Sendable, CaseIterable { case csv, parquet, jsonl }

    public var id: String
    public var description: String?
    /// Files inside the campaign's data folder, relative to it; `*` stands for any name.
    public var files: [Located<String>]
    /// Of a table in the engine's warehouse, in place of files: `shop.orders`.
    public var relation: Located<String>?
    /// Whether the content of files alone decides its rows; those of a warehouse may be others in the next build, so that no answer about
    /// them can be kept.
    public var isOfFiles: Bool { relation == nil }
    public var format: Format
    /// The column that dates a row; metrics over this table are then taken within a period.
    public var time: String?
    public var columns: OrderedDictionary<String, Column>
    public var primaryKey: [String]
    public var foreignKeys: [ForeignKey]
    /// The share of all rows that the table holds (0.01: one in a hundred). Sums and counts are divided by it.
    public var sampleRate: Decimal?
    /// Where the data comes from and under which licence.
    public var source: String?
    /// What its rows must obey beyond columns and keys.
    public var rules = TableRules()
    public var place: Place

    public init(
        id: String, description: String? = nil, files: [Located<String>], format: Format, time: String? = nil,
        columns: OrderedDictionary<String, Column>, primaryKey: [String] = [], foreignKeys: [ForeignKey] = [],
        sampleRate: Decimal? = nil, source: String? = nil, place: Place
    ) {
        self.id = id
        self.description = description
        self.files = files
        self.format = format
        self.time = time
        self.columns = columns
        self.primaryKey = primaryKey
        self.foreignKeys = foreignKeys
        self.sampleRate = sampleRate
        self.source = source
        self.place = place
    }
}

public struct Column: Sendable {
    public var name: String
    public var type: ColumnType
    /// What pages call it; the name where none is given.
    public var label: String
    public var description: String?
    public var unit: Unit?
    /// No cell may be empty.
    public var required: Bool
    /// The values that cells may take, in their natural order where `ordered` is set.
    public var values: [String]
    public var ordered: Bool
    /// What pages call a value: `wechat` → 微信.
    public var valueLabels: [String: String]
    public var minimum: Decimal?
    public var maximum: Decimal?
    /// How many times the middle half's width a value may lie beyond it before it is suspected; nil: never.
    public var outliers: Decimal?
    public var place: Place

    public init(
        name: String, type: ColumnType, label: String? = nil, description: String? = nil, unit: Unit? = nil,
        required: Bool = false, values: [String] = [], ordered: Bool = false, valueLabels: [String: String] = [:],
        minimum: Decimal? = nil, maximum: Decimal? = nil, place: Place
    ) {
        self.name = name
        self.type = type
        self.label = label ?? name
        self.description = description
        self.unit = unit
        self.required = required
        self.values = values
        self.ordered = ordered
        self.valueLabels = valueLabels
        self.minimum = minimum
        self.maximum = maximum
        self.place = place
    }
}

/// The types that every engine knows.
public enum ColumnType: Hashable, Sendable, CustomStringConvertible {
    case text, integer, double, boolean, date
    /// A moment; in files ISO 8601 with a zone.
    case timestamp
    /// Exact decimals: `decimal(18,2)` has 18 digits, two of them after the point.
    case decimal(precision: Int, scale: Int)

    public var description: String {
        switch self {
        case .text: "text"
        case .integer: "integer"
        case .double: "double"
        case .boolean: "boolean"
        case .date: "date"
        case .timestamp: "timestamp"
        case .decimal(let precision, let scale): "decimal(\(precision),\(scale))"
        }
    }

    public var isNumeric: Bool {
        switch self {
        case .integer, .double, .decimal: true
        default: false
        }
    }
}

/// `columns` of this table name one row of `table` by its primary key.
public struct ForeignKey: Sendable {
    public var columns: [String]
    public var table: Located<String>

    public init(columns: [String], table: Located<String>) {
        self.columns = columns
        self.table = table
    }
}
