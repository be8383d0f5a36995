import Foundation
import Model
import OrderedCollections

@testable import Compute

/// A little campaign on disk, made by hand, so that Compute is tested without the stages before it.
struct Fixture {
    let folder: URL
    var campaign: Campaign

    static let place = Place(file: "test", line: 1)

    init(files: [String: String], tables: [Table], metrics: [Metric] = []) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("recap-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder.appendingPathComponent("data"), withIntermediateDirectories: true)
        for (name, text) in files { try Data(text.utf8).write(to: folder.appendingPathComponent("data/\(name)")) }
        let start = Day(number: 20_240), end = Day(number: 20_243)
        campaign = Campaign(
            id: "c-1", folder: folder.path, title: "Test", language: .en,
            currency: Currency(code: "USD", symbol: "$", chineseName: "美元"), timeZone: "Asia/Shanghai",
            period: Period(id: Campaign.ownPeriod, name: "Campaign", start: start, end: end),
            phases: [
                Period(id: "early", name: "Early", start: start, end: start + 1),
                Period(id: "late", name: "Late", start: start + 2, end: end),
            ],
            periods: ["before": Period(id: "before", name: "Before", start: start + -4, end: start + -1)],
            engine: Located("duckdb", at: Fixture.place),
            tables: OrderedDictionary(uniqueKeysWithValues: tables.map { ($0.id, $0) }),
            metrics: OrderedDictionary(uniqueKeysWithValues: metrics.map { ($0.id, $0) }))
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    static func table(
        _ id: String, file: String, _ columns: [(String, ColumnType)], time: String? = nil, key: [String] = [],
        foreignKeys: [ForeignKey] = [], sampleRate: Decimal? = nil
    ) -> Table {
        let all = columns.map { ($0.0, Column(name: $0.0, type: $0.1, place: place)) }
        let format = Table.Format(rawValue: String(file.split(separator: ".").last ?? "csv")) ?? .csv
        return Table(
            id: id, files: [Located(file, at: place)], format: format, time: time,
            columns: OrderedDictionary(uniqueKeysWithValues: all), primaryKey: key, foreignKeys: foreignKeys,
            sampleRate: sampleRate, place: place)
    }

    /// A metric that adds up a column, or counts rows where none is named.
    static func sum(
        _ id: String, _ column: String?, of table: String, unit: Model.Unit = .money, filter: (sql: String, column: String)? = nil,
        period: String? = nil, baseline: Baseline? = nil
    ) -> Metric {
        let argument = column.map { Expression(sql: $0, columns: [Located($0, at: place)], place: place) }
        let filter = filter.map { Expression(sql: $0.sql, columns: [Located($0.column, at: place)], place: place) }
        return Metric(
            id: id, name: id,
            kind: .measure(Measure(function: column == nil ? .count : .sum, argument: argument, table: Located(table, at: place), filter: filter)),
            unit: unit, baseline: baseline, period: period.map { Located($0, at: place) }, place: place)
    }

    static func metric(_ id: String, _ kind: Metric.Kind, unit: Model.Unit, direction: Direction = .none, target: Target? = nil) -> Metric {
        Metric(id: id, name: id, kind: kind, unit: unit, direction: direction, target: target, place: place)
    }

    static func named(_ name: String) -> Located<String> { Located(name, at: place) }
}
