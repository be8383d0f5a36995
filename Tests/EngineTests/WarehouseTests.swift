import Foundation
import Model
import OrderedCollections
import Testing

@testable import Compute

/// A real PostgreSQL server that refuses, hangs, hangs up, or holds something else than declared.
@Suite(.enabled(if: EnginesAtHand.hasPostgreSQL, "scripts/with-postgresql starts a server"))
struct WarehouseTests {
    private static let place = Place(file: "tables.yaml", line: 1)

    /// A relation of its own schema, made by `statements`, in which `shop` stands for the schema's name; the schema goes away afterwards.
    private func withShop(
        _ statements: [String], _ columns: [(String, ColumnType)], relation: String = "shop.orders", timeLimit: Int = 30,
        _ body: @escaping @Sendable (Campaign, any QueryEngine, [String: Int], [Problem]) async throws -> Void
    ) async throws {
        let schema = "shop_\(UUID().uuidString.prefix(8).lowercased())"
        try run(["CREATE SCHEMA \(schema)"] + statements.map { $0.replacing("shop.", with: "\(schema).") })
        defer { try? run(["DROP SCHEMA \(schema) CASCADE"]) }
        let campaign = Self.campaign(relation.replacing("shop.", with: "\(schema)."), columns)
        try await PostgreSQL.withEngine(EngineSettings(jobs: 2, timeLimit: timeLimit)) { engine in
            let (rows, problems) = try await engine.open(campaign, files: [:])
            try await engine.ready()
            try await body(campaign, engine, rows, problems)
        }
    }

    private func run(_ statements: [String]) throws {
        let connection = try PostgreSQLConnection(timeLimit: 10)
        for statement in statements { _ = try connection.run(statement, seconds: 10) }
    }

    private static func campaign(_ relation: String, _ columns: [(String, ColumnType)]) -> Campaign {
        var table = Table(
            id: "orders", files: [], format: .csv, columns: OrderedDictionary(uniqueKeysWithValues: columns.map { ($0.0, Column(name: $0.0, type: $0.1, place: place)) }),
            place: place)
        table.relation = Located(relation, at: place)
        let day = Day(number: 20_240)
        return Campaign(
            id: "c-1", folder: "content/c-1", title: "Test", language: .en, currency: Currency(code: "USD", symbol: "$", chineseName: "美元"),
            timeZone: "Asia/Shanghai", period: Period(id: Campaign.ownPeriod, name: "Campaign", start: day, end: day), engine: Located("postgresql", at: place),
            tables: ["orders": table])
    }

    private static let orders = [
        "CREATE TABLE shop.orders (id integer, at timestamptz, name varchar(20), amount numeric(18,2))",
        "INSERT INTO shop.orders VALUES (1, '2025-06-01 23:30:00+00', 'b', 1.10), (2, '2025-06-01 12:00:00+08', 'A', 2.20), (3, NULL, 'a', NULL)",
    ]
    private static let columns: [(String, ColumnType)] = [
        ("id", .integer), ("at", .timestamp), ("name", .text), ("amount", .decimal(precision: 18, scale: 2)),
    ]

    @Test func `a relation is read in its declared types, on the campaign's clock, by code point`() async throws {
        try await withShop(Self.orders, Self.columns) { _, engine, rows, problems in
            #expect(problems == [])
            #expect(rows == ["orders": 3])
            let table = try await engine.rows(of: "SELECT * FROM orders ORDER BY name", in: "c-1")
            #expect(table.columns == ["id", "at", "name", "amount"])
            #expect(table.rows.map { $0.map(\.text).joined(separator: " ") } == ["2 2025-06-01 12:00:00 A 2.2", "3  a ", "1 2025-06-02 07:30:00 b 1.1"])
        }
    }

    @Test(arguments: [
        "DROP TABLE orders", "SELECT 1; SELECT 2", "INSERT INTO orders VALUES (4)", "WITH gone AS (DELETE FROM orders RETURNING 1) SELECT * FROM gone",
        "COMMIT", "SELECT 1) AS a; COMMIT; SELECT * FROM (SELECT 1", "SELECT set_config('transaction_read_only', 'off', false)", "COPY orders TO STDOUT",
        "CREATE TEMPORARY TABLE t (a integer)",
    ])
    func `content changes nothing`(sql: String) async throws {
        try await withShop(Self.orders, Self.columns) { _, engine, _, _ in
            await #expect(throws: QueryError.self) { try await engine.rows(of: sql, in: "c-1") }
            // The table still stands, and the engine still answers.
            let count = try await engine.rows(of: "SELECT count(*) AS n FROM orders", in: "c-1").rows
            #expect(count == [[.integer(3)]])
        }
    }

    @Test func `what others write meanwhile is not seen`() async throws {
        try await withShop(Self.orders, Self.columns) { campaign, engine, _, _ in
            let relation = campaign.tables["orders"]?.relation?.value ?? ""
            try run(["INSERT INTO \(relation) VALUES (4, now(), 'd', 4)"])
            let count = try await engine.rows(of: "SELECT count(*) AS n FROM orders", in: "c-1").rows
            #expect(count == [[.integer(3)]])
        }
    }

    @Test func `a slow query is stopped, and the next is answered`() async throws {
        try await withShop(Self.orders, Self.columns, timeLimit: 1) { _, engine, _, _ in
            let error = await #expect(throws: QueryError.self) { try await engine.rows(of: "SELECT pg_sleep(20)", in: "c-1") }
            #expect(error?.message == "PostgreSQL stopped it after the time limit; give it longer with --timeout")
            let count = try await engine.rows(of: "SELECT count(*) AS n FROM orders", in: "c-1").rows
            #expect(count == [[.integer(3)]])
        }
    }

    @Test func `a server that hangs up in the middle is told`() async throws {
        try await withShop(Self.orders, Self.columns) { _, engine, _, _ in
            let pid = try await engine.rows(of: "SELECT pg_backend_pid() AS pid", in: "c-1").rows[0][0].text
            async let answer = engine.rows(of: "SELECT pg_sleep(20)", in: "c-1")
            try await Task.sleep(for: .milliseconds(300))
            try run(["SELECT pg_terminate_backend(\(pid))"])
            do {
                _ = try await answer
                Issue.record("the connection was closed, and nobody noticed")
            } catch let error as EngineError {
                #expect(error.message == "the connection to PostgreSQL was lost in the middle; run again once the server answers")
                #expect(error.problem.code == .failedEngine)
                #expect(error.notes.first?.hasSuffix("terminating connection due to administrator command") == true)
            }
        }
    }

    @Test func `columns that are missing or of another type are told`() async throws {
        let columns: [(String, ColumnType)] = [("id", .text), ("att", .timestamp), ("name", .integer), ("amount", .double)]
        try await withShop(Self.orders, columns) { campaign, _, rows, problems in
            let relation = campaign.tables["orders"]?.relation?.value ?? ""
            #expect(rows == [:])
            #expect(problems.map(\.told) == [
                "R1605 column 'id' of \(relation) is integer in the warehouse, and text here",
                "R1605 \(relation) has no column 'att'; did you mean 'at'?",
                "R1605 column 'name' of \(relation) is text in the warehouse, and integer here",
            ])
        }
    }

    @Test func `decimals that would be rounded are told`() async throws {
        let statements = ["CREATE TABLE shop.orders (amount numeric)", "INSERT INTO shop.orders VALUES (1.10), (1.125), (NULL)"]
        try await withShop(statements, [("amount", .decimal(precision: 18, scale: 2))]) { campaign, _, _, problems in
            let relation = campaign.tables["orders"]?.relation?.value ?? ""
            #expect(problems.map(\.told) == ["R1605 1 values of column 'amount' of \(relation) have more decimals than decimal(18,2); declare as many as they have"])
        }
    }

    @Test func `no rows and no relation are told`() async throws {
        try await withShop(["CREATE TABLE shop.orders (id integer)"], [("id", .integer)]) { campaign, _, _, problems in
            #expect(problems.map(\.told) == ["R1606 \(campaign.tables["orders"]?.relation?.value ?? "") has no rows, or none that this user may see"])
        }
        try await withShop([], [("id", .integer)]) { campaign, _, _, problems in
            #expect(problems.map(\.told) == ["R1605 table 'orders' can't be read from PostgreSQL: relation \"\(campaign.tables["orders"]?.relation?.value ?? "")\" does not exist"])
        }
    }

    @Test func `a right that lacks is told`() async throws {
        let user = "reader_\(UUID().uuidString.prefix(8).lowercased())"
        try await withShop(Self.orders + ["CREATE VIEW shop.secret AS SELECT * FROM pg_authid"], [("rolname", .text)], relation: "shop.secret") { _, _, _, problems in
            // The owner may: the server's own users have names.
            #expect(problems == [])
        }
        try run(["CREATE ROLE \(user)"])
        defer { try? run(["DROP ROLE \(user)"]) }
        let connection = try PostgreSQLConnection(timeLimit: 10)
        _ = try connection.run("SET ROLE \(user)", seconds: 10)
        #expect(throws: QueryError(message: "permission denied for table pg_authid")) { _ = try connection.run("SELECT * FROM pg_authid", seconds: 10) }
    }
}

extension Problem {
    fileprivate var told: String { "\(code.rawValue) \(message)" }
}

extension QueryError: Equatable {
    public static func == (a: QueryError, b: QueryError) -> Bool { a.message == b.message }
}

/// Passwords never reach a message.
struct SecretsTests {
    @Test func `a password is taken out of what a server says`() {
        let environment = ["PGPASSWORD": "correct horse", "PGSSLPASSWORD": "", "HOME": "/home/a"]
        #expect(Secrets.removed(from: "no entry for \"correct horse\" in /home/a", environment: environment) == "no entry for \"…\" in /home/a")
    }
}
